/** The only mint of text that may leave. */
@NullMarked
package dev.avow.mask;

import org.jspecify.annotations.NullMarked;
