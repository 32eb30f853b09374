package dev.avow.policies;

import dev.avow.decide.PolicySet;
import dev.avow.decide.PolicySource;
import dev.avow.tenancy.Remembered;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.util.Optional;

/**
 * Each tenant's policies in memory, as {@link Remembered} keeps them: after a change has returned,
 * no older set is handed out any more. Safe for any thread.
 */
public final class CurrentPolicies implements PolicySource {

    private final Remembered<PolicySet> sets;

    public CurrentPolicies(Tenancy tenancy) {
        this.sets = new Remembered<>(tenant -> read(tenancy, tenant));
    }

    private static PolicySet read(Tenancy tenancy, TenantId tenant) {
        return PolicySet.of(
                tenancy.within(tenant, handle -> PolicyRows.all(handle, tenant)).stream()
                        .map(StoredPolicy::policy)
                        .toList());
    }

    /** What memory knows, without waiting; empty where the store must be asked. */
    @Override
    public Optional<PolicySet> recall(TenantId tenant) {
        return sets.recall(tenant);
    }

    /**
     * The policies in force; blocks where they are not in memory.
     *
     * @throws dev.avow.tenancy.DatabaseUnavailable where they cannot be read; nothing is remembered
     *     then
     */
    @Override
    public PolicySet of(TenantId tenant) {
        return sets.of(tenant);
    }

    /** Forgets one tenant's, at once: this node changed them. */
    public void forget(TenantId tenant) {
        sets.forget(tenant);
    }

    /** Forgets all tenants', at once: another node changed some, or may have. */
    public void forget() {
        sets.forget();
    }
}
