package dev.avow.budgets;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A price that a tenant entered. */
public record StoredPrice(
        UUID id, Price price, @Nullable UUID createdBy, Instant createdAt, Instant modifiedAt) {}
