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
 * @param canSignIn whether there is a password; without one the account is for keys
 * @param invitedUntil until when an invitation counts; null where there is none
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
        @Nullable Instant restrictedAt,
        boolean canSignIn,
        @Nullable Instant invitedUntil) {

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
                restrictedAt,
                canSignIn,
                invitedUntil);
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
                since,
                canSignIn,
                invitedUntil);
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
                restrictedAt,
                canSignIn,
                invitedUntil);
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
                restrictedAt,
                canSignIn,
                invitedUntil);
    }

    User invited(Role as, @Nullable Instant until) {
        return new User(
                id,
                tenant,
                email,
                names,
                as,
                groups,
                mfaEnabled,
                createdAt,
                lastLogin,
                active,
                restrictedAt,
                canSignIn,
                until);
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "User " + id;
    }
}
