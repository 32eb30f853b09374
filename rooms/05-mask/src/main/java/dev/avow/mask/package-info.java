/**
 * Room 05: the only mint of text that may leave.
 *
 * <p>{@link Masking} turns a decision into an {@link Outbound} and the {@link Keepsake} of its
 * pseudonyms. {@code Outbound} is sealed over one record of this package, so that nobody else can
 * make one.
 */
@NullMarked
package dev.avow.mask;

import org.jspecify.annotations.NullMarked;
