package dev.avow.control;

import dev.avow.accounts.User;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as the API shows it. */
record UserView(
        UUID id,
        UUID tenantId,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        String role,
        List<String> groups,
        boolean mfaEnabled,
        Instant createdAt,
        @Nullable Instant lastLogin,
        String status,
        @Nullable Instant restrictedAt,
        boolean canSignIn,
        @Nullable Instant invitedUntil) {

    static UserView of(User user) {
        return new UserView(
                user.id(),
                user.tenant().value(),
                user.email(),
                user.names().first(),
                user.names().last(),
                user.role().id(),
                user.groups(),
                user.mfaEnabled(),
                user.createdAt(),
                user.lastLogin(),
                user.active() ? "active" : "closed",
                user.restrictedAt(),
                user.canSignIn(),
                user.invitedUntil());
    }

    @Override
    public String toString() {
        return "UserView " + id;
    }
}
