/** What a detector is asked and what it answers. No dependencies. */
@NullMarked
package dev.avow.detector.api;

import org.jspecify.annotations.NullMarked;
