/**
 * Ids, data classes and fault codes: words that every room uses.
 *
 * <p>{@link FaultCode} lists every way in which a request can fail, {@link Fault} is one that
 * happened, and {@link FaultException} carries it where a return value cannot. {@link Page} and
 * {@link Cursor} are how lists are paged. Nothing here knows a room.
 */
@NullMarked
package dev.avow.words;

import org.jspecify.annotations.NullMarked;
