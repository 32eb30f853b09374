package dev.avow.accounts;

import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's account (promise I2), its sealed fields opened.
 *
 * @param groups by which policies may name the person
 * @param lastLogin null where the person never signed in
 * @param active false once it is closed
 * @param restrictedAt since when the person's data may only be kept (P5); null: it is not
 *     restricted
 */
public record User(
        UUID id,
        TenantId tenant,
        String email,
        Names names,
        Role role,
        List<String> groups,
        boolean mfaEnabled,
        Instant createdAt,
        @Nullable Instant lastLogin,
        boolean active,
        @Nullable Instant restrictedAt) {

    User signedInAt(Instant now) {
        return new User(
                id,
                tenant,
                email,
                names,
                role,
                groups,
                mfaEnabled,
                createdAt,
                now,
                active,
                restrictedAt);
    }

    User restrictedAt(@Nullable Instant since) {
        return new User(
                id,
                tenant,
                email,
                names,
                role,
                groups,
                mfaEnabled,
                createdAt,
                lastLogin,
                active,
                since);
    }

    User renamed(Names others) {
        return new User(
                id,
                tenant,
                email,
                others,
                role,
                groups,
                mfaEnabled,
                createdAt,
                lastLogin,
                active,
                restrictedAt);
    }

    User inGroups(List<String> others) {
        return new User(
                id,
                tenant,
                email,
                names,
                role,
                others,
                mfaEnabled,
                createdAt,
                lastLogin,
                active,
                restrictedAt);
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "User " + id;
    }
}
