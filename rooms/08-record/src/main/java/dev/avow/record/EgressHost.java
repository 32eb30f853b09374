package dev.avow.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A host that received text of a tenant. The names of its components, in snake case, are the names
 * of its fields outside.
 *
 * @param host its name
 * @param provider as interactions say it
 * @param purpose {@code model}, {@code names} or {@code guard}
 * @param region as it was last declared; null where it never was
 * @param agreement as above
 * @param firstSeen when the first request was admitted of which it received some
 * @param lastSeen when the last was
 * @param uses in how many requests, at least 1
 */
public record EgressHost(
        String host,
        String provider,
        String purpose,
        @Nullable String region,
        @Nullable String agreement,
        Instant firstSeen,
        Instant lastSeen,
        long uses) {}
