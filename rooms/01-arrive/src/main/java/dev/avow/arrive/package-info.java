/**
 * Room 01: bytes to a request whose every text is a segment.
 *
 * <p>Start at {@code RouteTable}, what stands where, and {@link Bodies}, which checks what the
 * journey needs and no more; {@code Segments} cuts the body into {@link Segment}s, {@code
 * Attachments} tells text from pictures and sound. What comes out is an {@link Arrived}.
 */
@NullMarked
package dev.avow.arrive;

import org.jspecify.annotations.NullMarked;
