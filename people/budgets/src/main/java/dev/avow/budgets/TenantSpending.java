package dev.avow.budgets;

import dev.avow.admit.Caller;
import dev.avow.admit.Refusal;
import dev.avow.admit.Spending;
import dev.avow.admit.Terms;
import dev.avow.tenancy.Remembered;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Destination;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Rates, prices and budgets of all tenants, in memory.
 *
 * <p>A budget holds exactly on one node: every use of this process is counted here before it
 * leaves, and what earlier processes spent is read from the recorded interactions, where each
 * stands with what it came to or, where its end is not known, with what was held for it. Several
 * nodes on one database each count their own uses, so a budget holds on each of them and not on all
 * together.
 *
 * <p>Safe for any thread.
 */
public final class TenantSpending implements Spending {

    private final Tenancy tenancy;
    private final EstimateRule rule;
    private final Rates rates;
    private final Instant processStart;
    private final Remembered<Book> books;
    private final ConcurrentMap<TenantId, Ledger> ledgers = new ConcurrentHashMap<>();

    /**
     * To be made before the first request is taken, and used when what an earlier process left has
     * been recorded.
     *
     * @param kinds the kind of a destination's provider, from memory; empty where it is gone
     */
    public TenantSpending(
            Tenancy tenancy,
            EstimateRule rule,
            Function<Destination, Optional<String>> kinds,
            InstantSource clock) {
        this(tenancy, rule, kinds, clock, System::nanoTime);
    }

    TenantSpending(
            Tenancy tenancy,
            EstimateRule rule,
            Function<Destination, Optional<String>> kinds,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.tenancy = tenancy;
        this.rule = rule;
        this.rates = new Rates(nanoTime);
        this.processStart = clock.instant();
        this.books =
                new Remembered<>(tenant ->
                        tenancy.within(
                                tenant,
                                handle -> {
                                    List<Budget> budgets = BudgetRows.all(handle, tenant);
                                    return new Book(
                                            new PriceList(
                                                    PriceRows.all(handle).stream()
                                                            .map(StoredPrice::price)
                                                            .toList(),
                                                    BuiltInPrices.list(),
                                                    kinds),
                                            new BudgetSet(budgets),
                                            budgets);
                                }));
    }

    /**
     * Counts what all tenants spent before this process, whatever the clock said then. To be called
     * once, when what earlier processes left has been recorded and before the first request is
     * taken; blocks. A tenant that comes later is asked about when it first spends.
     */
    public void begin() {
        for (TenantId tenant : tenancy.tenants()) {
            begin(tenant, ledger(tenant), Instant.MAX);
        }
    }

    private void begin(TenantId tenant, Ledger ledger, Instant until) {
        ledger.begin(
                tenancy.within(
                        tenant, handle -> SpentRows.before(handle, tenant, processStart, until)),
                processStart);
    }

    @Override
    public Optional<Refusal> arrive(Caller caller) {
        Integer limit = caller.limits().requestsPerMinute();
        UUID key = caller.apiKeyId();
        return limit == null || key == null
                ? Optional.empty()
                : Optional.ofNullable(rates.request(key, limit));
    }

    @Override
    public Optional<Terms> recall(TenantId tenant) {
        Book book = books.recall(tenant).orElse(null);
        if (book == null) {
            return Optional.empty();
        }
        Ledger ledger = ledger(tenant);
        return book.budgets().isEmpty() || ledger.isBegun()
                ? Optional.of(terms(book, ledger))
                : Optional.empty();
    }

    @Override
    public Terms of(TenantId tenant) {
        Book book = books.of(tenant);
        return terms(book, book.budgets().isEmpty() ? ledger(tenant) : begun(tenant));
    }

    private Terms terms(Book book, Ledger ledger) {
        return new CurrentTerms(book, ledger, rates, rule);
    }

    private Ledger ledger(TenantId tenant) {
        Ledger ledger = ledgers.get(tenant);
        return ledger != null ? ledger : ledgers.computeIfAbsent(tenant, _ -> new Ledger());
    }

    private Ledger begun(TenantId tenant) {
        Ledger ledger = ledger(tenant);
        if (!ledger.isBegun()) {
            // What this process recorded of it already was counted as it was spent.
            begin(tenant, ledger, processStart);
        }
        return ledger;
    }

    /** What a subject has spent or holds in the period that a time is in; blocks. */
    Ledger.Spent spent(TenantId tenant, Subject subject, Period period, Instant at) {
        return begun(tenant).spent(subject, period, Period.day(at));
    }

    /** Forgets one tenant's prices and budgets, at once: this node changed them. */
    void forget(TenantId tenant) {
        books.forget(tenant);
    }

    /** Forgets all tenants', at once: another node changed some, or may have. */
    public void forget() {
        books.forget();
    }
}
