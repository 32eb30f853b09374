/**
 * What providers that are reached over HTTP have in common: connections, time limits, streams.
 *
 * <p>Start at {@link WireProvider}; a {@link Speech} tells one kind of provider from another.
 */
@NullMarked
package dev.avow.wire;

import org.jspecify.annotations.NullMarked;
