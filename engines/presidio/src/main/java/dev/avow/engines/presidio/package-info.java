/**
 * A running Presidio analyzer as a detector (promise B3: "Microsoft Presidio can serve as the
 * engine").
 *
 * <p>{@link PresidioDetector} asks it; {@code Entities} says what its names are here; {@code
 * Pieces} cuts long texts; {@code Units} turns Python's places into Java's.
 */
@NullMarked
package dev.avow.engines.presidio;

import org.jspecify.annotations.NullMarked;
