package dev.avow.budgets;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the budgets of a tenant, its keys and its people. Each change and its audit entry are one
 * transaction, and the next request meets the new budget. Safe for any thread; blocks.
 */
public final class BudgetStore {

    private final Tenancy tenancy;
    private final AuditLog audit;
    private final TenantSpending spending;
    private final InstantSource clock;

    public BudgetStore(
            Tenancy tenancy, AuditLog audit, TenantSpending spending, InstantSource clock) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.spending = spending;
        this.clock = clock;
    }

    /**
     * A budget and how it stands.
     *
     * @param usedPicos spent or held since {@code periodStart}, in picodollars
     * @param usedTokens likewise
     * @param periodEnd when it begins anew
     */
    public record Standing(
            Budget budget,
            long usedPicos,
            long usedTokens,
            Instant periodStart,
            Instant periodEnd) {}

    /** Some of a tenant's budgets, newest first. */
    public Page<Standing> page(TenantId tenant, PageRequest wanted) {
        List<Budget> all = tenancy.within(tenant, handle -> BudgetRows.all(handle, tenant));
        return wanted.pageOf(Pages.after(all, wanted, BudgetStore::cursor), BudgetStore::cursor)
                .map(budget -> standing(tenant, budget));
    }

    /** The budget of that id; empty where the tenant has none. */
    public Optional<Standing> find(TenantId tenant, UUID id) {
        return tenancy.within(tenant, handle -> BudgetRows.lock(handle, tenant, id))
                .map(budget -> standing(tenant, budget));
    }

    /**
     * Makes a budget. What was spent before in its period counts.
     *
     * @throws dev.avow.words.FaultException {@code invalid_value} naming the field, or {@code
     *     conflict} where there is one for the subject and period
     */
    public Standing create(Actor actor, BudgetDraft draft) {
        if (draft.usd() == null && draft.tokens() == null) {
            throw Fault.wrong("usd", "give usd, tokens, or both");
        }
        Instant now = now();
        Budget budget =
                new Budget(
                        Ids.next(),
                        subject(actor.tenant(), draft),
                        draft.period(),
                        Rules.budget(draft.usd()),
                        Rules.tokens(draft.tokens()),
                        actor.id(),
                        now,
                        now);
        return changing(
                actor,
                handle -> {
                    BudgetRows.insert(handle, actor.tenant(), budget);
                    return audited(handle, actor, "budget_created", null, budget);
                });
    }

    /**
     * Changes how much may be spent.
     *
     * @param usd gives the new amount, told the present one; null: any
     * @param tokens likewise
     * @throws dev.avow.words.FaultException {@code not_found}, or {@code invalid_value} naming the
     *     field
     */
    public Standing change(
            Actor actor,
            UUID id,
            UnaryOperator<@Nullable BigDecimal> usd,
            UnaryOperator<@Nullable Long> tokens) {
        return changing(
                actor,
                handle -> {
                    Budget before = lock(handle, actor, id);
                    Budget after =
                            new Budget(
                                    id,
                                    before.subject(),
                                    before.period(),
                                    Rules.budget(usd.apply(usd(before))),
                                    Rules.tokens(tokens.apply(before.tokens())),
                                    before.createdBy(),
                                    before.createdAt(),
                                    now());
                    if (after.moneyMicros() == null && after.tokens() == null) {
                        throw Fault.wrong("usd", "give usd, tokens, or both; or delete the budget");
                    }
                    BudgetRows.change(handle, after);
                    return audited(handle, actor, "budget_changed", before, after);
                });
    }

    /**
     * Removes a budget.
     *
     * @throws dev.avow.words.FaultException {@code not_found}
     */
    public void delete(Actor actor, UUID id) {
        Standing _ =
                changing(
                        actor,
                        handle -> {
                            Budget before = lock(handle, actor, id);
                            BudgetRows.delete(handle, id);
                            return audited(handle, actor, "budget_deleted", before, null);
                        });
    }

    private Standing changing(Actor actor, Function<Handle, Budget> change) {
        Budget changed;
        try {
            changed =
                    tenancy.within(
                            actor.tenant(),
                            handle -> {
                                try {
                                    return change.apply(handle);
                                } catch (UnableToExecuteStatementException failed) {
                                    throw Rules.told(failed, "budget");
                                }
                            });
        } finally {
            // Also after a failure: a commit whose answer was lost may have happened.
            spending.forget(actor.tenant());
        }
        return standing(actor.tenant(), changed);
    }

    private static Budget lock(Handle handle, Actor actor, UUID id) {
        return BudgetRows.lock(handle, actor.tenant(), id)
                .orElseThrow(() ->
                        Fault.of(FaultCode.NOT_FOUND, "there is no such budget").asException());
    }

    private Budget audited(
            Handle handle,
            Actor actor,
            String action,
            @Nullable Budget before,
            @Nullable Budget after) {
        Budget one = after != null ? after : java.util.Objects.requireNonNull(before);
        audit.append(
                handle,
                actor,
                new AuditEntry(
                        action, "budget", one.id().toString(), values(before), values(after)));
        return one;
    }

    private static @Nullable Map<String, Object> values(@Nullable Budget budget) {
        if (budget == null) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("level", budget.subject().level().id());
        values.put("subject_id", budget.subject().id().toString());
        values.put("period", budget.period().id());
        BigDecimal usd = usd(budget);
        if (usd != null) {
            values.put("usd", usd.toPlainString());
        }
        if (budget.tokens() != null) {
            values.put("tokens", budget.tokens());
        }
        return values;
    }

    /** A budget's money in dollars; null where it has none. */
    public static @Nullable BigDecimal usd(Budget budget) {
        return budget.moneyMicros() == null ? null : Dollars.ofMicros(budget.moneyMicros());
    }

    private static Subject subject(TenantId tenant, BudgetDraft draft) {
        UUID id = draft.subjectId();
        if (draft.level() == Subject.Level.TENANT) {
            if (id != null && !id.equals(tenant.value())) {
                throw Fault.wrong("subject_id", "leave it out for the tenant's own budget");
            }
            return new Subject(Subject.Level.TENANT, tenant.value());
        }
        if (id == null) {
            throw Fault.wrong("subject_id", "give the id of the key or person");
        }
        return new Subject(draft.level(), id);
    }

    private Standing standing(TenantId tenant, Budget budget) {
        Instant now = clock.instant();
        Ledger.Spent spent = spending.spent(tenant, budget.subject(), budget.period(), now);
        return new Standing(
                budget,
                spent.picos(),
                spent.tokens(),
                budget.period().start(now),
                budget.period().end(now));
    }

    private static Cursor cursor(Budget budget) {
        return new Cursor(budget.createdAt(), budget.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
