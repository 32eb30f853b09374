/** Trains the model of names from labelled text, lists and templates. */
@NullMarked
package dev.avow.training.names;

import org.jspecify.annotations.NullMarked;
