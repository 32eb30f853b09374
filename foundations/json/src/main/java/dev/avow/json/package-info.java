/**
 * Finding and replacing strings inside JSON bytes without touching the rest.
 *
 * <p>Start at {@link JsonDocument}, which reads bytes into a flat list of {@link JsonNode}s, each
 * with its {@link JsonPath}; {@link JsonSplice} then writes the bytes again with some of them
 * replaced. There is no object model; {@code docs/decisions/0001} says why.
 */
@NullMarked
package dev.avow.json;

import org.jspecify.annotations.NullMarked;
