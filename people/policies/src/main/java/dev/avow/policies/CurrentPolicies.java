package dev.avow.policies;

import dev.avow.decide.PolicySet;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;

/**
 * Each tenant's policies in memory, so that a request does not wait for the database.
 *
 * <p>What is remembered is a load, put in place before it begins to read. Forgetting takes the load
 * out of its place, finished or not: whoever comes later starts one of its own, which begins after
 * the change was committed and so sees it. A slow load can thus never bring an older set back.
 *
 * <p>Safe for any thread.
 */
public final class CurrentPolicies {

    private static final int MOST_TRIES = 5;

    private final Tenancy tenancy;
    private final ConcurrentMap<TenantId, CompletableFuture<PolicySet>> loads =
            new ConcurrentHashMap<>();

    public CurrentPolicies(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** What memory knows, without waiting; empty where the store must be asked. */
    public Optional<PolicySet> recall(TenantId tenant) {
        CompletableFuture<PolicySet> load = loads.get(tenant);
        return load != null && load.state() == Future.State.SUCCESS
                ? Optional.of(load.resultNow())
                : Optional.empty();
    }

    /**
     * The policies in force; blocks where they are not in memory. Callers that come while they are
     * read share one reading.
     *
     * @throws dev.avow.tenancy.DatabaseUnavailable where they cannot be read; nothing is remembered
     *     then
     */
    // It is the very load that matters, not one like it.
    @SuppressWarnings("ReferenceEquality")
    public PolicySet of(TenantId tenant) {
        int tries = 0;
        while (true) {
            CompletableFuture<PolicySet> load = load(tenant);
            PolicySet policies = join(load);
            // What was forgotten while it was read may be older than a change that has returned.
            if (loads.get(tenant) == load || ++tries == MOST_TRIES) {
                return policies;
            }
        }
    }

    private CompletableFuture<PolicySet> load(TenantId tenant) {
        CompletableFuture<PolicySet> mine = new CompletableFuture<>();
        CompletableFuture<PolicySet> there = loads.putIfAbsent(tenant, mine);
        if (there != null) {
            return there;
        }
        try {
            mine.complete(read(tenant));
        } catch (RuntimeException | Error failed) {
            loads.remove(tenant, mine);
            mine.completeExceptionally(failed);
        }
        return mine;
    }

    private PolicySet read(TenantId tenant) {
        return PolicySet.of(
                tenancy.within(tenant, handle -> PolicyRows.all(handle, tenant)).stream()
                        .map(StoredPolicy::policy)
                        .toList());
    }

    private static PolicySet join(CompletableFuture<PolicySet> load) {
        try {
            return load.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** Forgets one tenant's, at once. */
    public void forget(TenantId tenant) {
        loads.remove(tenant);
    }

    /** Forgets all tenants', at once: another node changed some, or may have. */
    public void forget() {
        loads.clear();
    }
}
