/** One pass over a text: candidates to recognizers, overlaps resolved. */
@NullMarked
package dev.avow.detector.engine;

import org.jspecify.annotations.NullMarked;
