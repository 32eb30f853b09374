/**
 * Room 04: pure policy. Allow, mask, coach, block, or a gap.
 *
 * <p>{@link Decider} asks a {@link PolicySet} for the first {@link Policy} whose conditions hold
 * against {@link Facts}, and returns a {@link Decision}. {@link Risk} is the arithmetic. No I/O, no
 * text; {@link PolicySource} is the port to where policies are kept.
 */
@NullMarked
package dev.avow.decide;

import org.jspecify.annotations.NullMarked;
