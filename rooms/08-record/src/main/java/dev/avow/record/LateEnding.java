package dev.avow.record;

import java.time.Instant;
import java.util.UUID;

/**
 * How a use ended whose answer came long after it left.
 *
 * @param id the use's
 * @param at when it was admitted, to the microsecond
 */
public record LateEnding(UUID id, Instant at, Ending ending) {}
