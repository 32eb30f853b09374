/** Persons, organisations and places, by a statistical model. */
@NullMarked
package dev.avow.detector.names;

import org.jspecify.annotations.NullMarked;
