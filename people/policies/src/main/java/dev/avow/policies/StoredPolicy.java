package dev.avow.policies;

import dev.avow.decide.Policy;
import dev.avow.words.Cursor;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is kept.
 *
 * @param tenant whose it is
 * @param policy what the decider takes
 * @param description for people; empty where there is none
 * @param createdBy the person or key that made it; null for the operator at the command line
 * @param createdAt when it was made, to the microsecond
 * @param modifiedAt when it was last changed, to the microsecond
 */
public record StoredPolicy(
        TenantId tenant,
        Policy policy,
        String description,
        @Nullable UUID createdBy,
        Instant createdAt,
        Instant modifiedAt) {

    /** Its place in the list: the priority stands where a time does elsewhere. */
    Cursor cursor() {
        return new Cursor(Instant.EPOCH.plus(policy.priority(), ChronoUnit.MICROS), policy.id());
    }
}
