package dev.avow.admit;

import dev.avow.words.TenantId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param tenant the tenant whose data this caller may reach
 * @param apiKeyId the key that was used; null for a person who is signed in
 * @param userId the person, or whom the key acts as; null for a key that acts for itself
 * @param scopes what may be done
 * @param groups the person's groups, for policies
 * @param limits the key's; {@link KeyLimits#NONE} for a person who is signed in
 * @param restricted whether the person's data may only be kept (promise P5): no model is called
 */
public record Caller(
        TenantId tenant,
        @Nullable UUID apiKeyId,
        @Nullable UUID userId,
        Set<Scope> scopes,
        List<String> groups,
        KeyLimits limits,
        boolean restricted) {

    /** One without limits of a key. */
    public Caller(
            TenantId tenant,
            @Nullable UUID apiKeyId,
            @Nullable UUID userId,
            Set<Scope> scopes,
            List<String> groups) {
        this(tenant, apiKeyId, userId, scopes, groups, KeyLimits.NONE);
    }

    /** One whose processing nobody restricted. */
    public Caller(
            TenantId tenant,
            @Nullable UUID apiKeyId,
            @Nullable UUID userId,
            Set<Scope> scopes,
            List<String> groups,
            KeyLimits limits) {
        this(tenant, apiKeyId, userId, scopes, groups, limits, false);
    }

    public Caller {
        scopes = Set.copyOf(scopes);
        groups = List.copyOf(groups);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope) || (scope == Scope.READ && scopes.contains(Scope.ADMIN));
    }
}
