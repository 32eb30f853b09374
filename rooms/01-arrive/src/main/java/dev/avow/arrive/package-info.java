/** Bytes to a request whose every text is a segment. */
@NullMarked
package dev.avow.arrive;

import org.jspecify.annotations.NullMarked;
