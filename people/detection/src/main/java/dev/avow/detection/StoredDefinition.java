package dev.avow.detection;

import dev.avow.custom.Definition;
import dev.avow.words.Cursor;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A definition as it is kept.
 *
 * @param tenant whose it is
 * @param id does not change
 * @param definition what it says
 * @param createdBy the person or key that made it; null for the operator at the command line
 * @param createdAt when it was made, to the microsecond
 * @param modifiedAt when it was last changed, to the microsecond
 */
public record StoredDefinition(
        TenantId tenant,
        UUID id,
        Definition definition,
        @Nullable UUID createdBy,
        Instant createdAt,
        Instant modifiedAt) {

    DefinitionKind kind() {
        return DefinitionKind.of(definition);
    }

    /** Its place in the list, the oldest first. */
    Cursor cursor() {
        return new Cursor(createdAt, id);
    }
}
