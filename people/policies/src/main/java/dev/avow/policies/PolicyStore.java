package dev.avow.policies;

import dev.avow.decide.Policy;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the policies that a tenant wrote (promise B7). Each change and its audit entry are one
 * transaction (promise T2), and {@link CurrentPolicies} forgets what it held before the change
 * returns.
 *
 * <p>Safe for any thread; blocks. Every method fails with {@code DatabaseUnavailable} where the
 * database does, and changes nothing then.
 */
public final class PolicyStore {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Tenancy tenancy;
    private final AuditLog audit;
    private final CurrentPolicies current;
    private final Function<TenantId, Set<String>> findingTypes;
    private final InstantSource clock;

    /**
     * @param findingTypes ids that a tenant's conditions may name; may block
     */
    public PolicyStore(
            Tenancy tenancy,
            AuditLog audit,
            CurrentPolicies current,
            Function<TenantId, Set<String>> findingTypes,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.current = current;
        this.findingTypes = findingTypes;
        this.clock = clock;
    }

    /** All of them, in the order in which they are asked; also those that are not enabled. */
    public List<StoredPolicy> all(TenantId tenant) {
        return tenancy.within(tenant, handle -> PolicyRows.all(handle, tenant));
    }

    /** Some of them, in the same order. */
    public Page<StoredPolicy> page(TenantId tenant, PageRequest wanted) {
        Cursor after = wanted.after();
        List<StoredPolicy> rest = all(tenant);
        if (after != null) {
            int seen = rest.stream().map(StoredPolicy::cursor).toList().indexOf(after);
            // The last one seen may be gone: then all that come after its priority are left.
            rest =
                    seen >= 0
                            ? rest.subList(seen + 1, rest.size())
                            : rest.stream()
                                    .filter(each -> each.cursor().at().isAfter(after.at()))
                                    .toList();
        }
        return wanted.pageOf(rest, StoredPolicy::cursor);
    }

    public Optional<StoredPolicy> find(TenantId tenant, UUID id) {
        return tenancy.within(tenant, handle -> PolicyRows.find(handle, tenant, id));
    }

    /**
     * Checks a draft as {@link #create} would, but for the name's being taken.
     *
     * @throws FaultException INVALID_VALUE, naming the field
     */
    public void check(TenantId tenant, PolicyDraft draft) {
        PolicyRules.check(draft, findingTypes.apply(tenant));
    }

    /**
     * Makes a policy.
     *
     * @throws FaultException INVALID_VALUE naming the field, or CONFLICT where the name is taken
     */
    public StoredPolicy create(Actor actor, PolicyDraft draft) {
        check(actor.tenant(), draft);
        Instant now = now();
        Policy policy = draft.withId(Ids.next());
        StoredPolicy stored =
                new StoredPolicy(actor.tenant(), policy, draft.description(), actor.id(), now, now);
        return changing(
                actor,
                handle -> {
                    PolicyRows.insert(handle, stored);
                    audit.append(handle, actor, entry("policy_created", null, stored));
                    return stored;
                });
    }

    /**
     * Replaces all that can be changed of a policy.
     *
     * @throws FaultException INVALID_VALUE naming the field, CONFLICT where the name is taken, or
     *     NOT_FOUND
     */
    public StoredPolicy replace(Actor actor, UUID id, PolicyDraft draft) {
        check(actor.tenant(), draft);
        return changing(
                actor,
                handle -> {
                    StoredPolicy before = lock(handle, actor, id);
                    StoredPolicy after =
                            new StoredPolicy(
                                    actor.tenant(),
                                    draft.withId(id),
                                    draft.description(),
                                    before.createdBy(),
                                    before.createdAt(),
                                    now());
                    PolicyRows.replace(handle, after);
                    audit.append(handle, actor, entry("policy_changed", before, after));
                    return after;
                });
    }

    /**
     * Removes a policy.
     *
     * @throws FaultException NOT_FOUND
     */
    public void delete(Actor actor, UUID id) {
        StoredPolicy _ =
                changing(
                        actor,
                        handle -> {
                            StoredPolicy before = lock(handle, actor, id);
                            PolicyRows.delete(handle, id);
                            audit.append(handle, actor, entry("policy_deleted", before, null));
                            return before;
                        });
    }

    private StoredPolicy changing(Actor actor, Function<Handle, StoredPolicy> change) {
        try {
            return tenancy.within(
                    actor.tenant(),
                    handle -> {
                        try {
                            return change.apply(handle);
                        } catch (UnableToExecuteStatementException failed) {
                            throw orConflict(failed);
                        }
                    });
        } finally {
            // Also after a failure: a commit whose answer was lost may have happened.
            current.forget(actor.tenant());
        }
    }

    private static RuntimeException orConflict(UnableToExecuteStatementException failed) {
        return failed.getCause() instanceof SQLException sql
                        && UNIQUE_VIOLATION.equals(sql.getSQLState())
                ? Fault.of(FaultCode.CONFLICT, "a policy of this name exists", "name").asException()
                : failed;
    }

    private static StoredPolicy lock(Handle handle, Actor actor, UUID id) {
        return PolicyRows.lock(handle, actor.tenant(), id)
                .orElseThrow(() -> Fault.of(FaultCode.NOT_FOUND, "no such policy").asException());
    }

    private static AuditEntry entry(
            String action, @Nullable StoredPolicy before, @Nullable StoredPolicy after) {
        StoredPolicy one = after != null ? after : before;
        return new AuditEntry(
                action,
                "policy",
                one == null ? null : one.policy().id().toString(),
                values(before),
                values(after));
    }

    private static @Nullable Map<String, Object> values(@Nullable StoredPolicy stored) {
        return stored == null ? null : PolicyValues.forAudit(stored.policy(), stored.description());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
