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
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Rates, prices and budgets of all tenants, in memory.
 *
 * <p>A budget holds exactly: every use is counted before it leaves, by this node alone or together
 * with the others on the database ({@link Counting}), and what earlier processes spent is read from
 * the recorded interactions, where each stands with what it came to or, where its end is not known,
 * with what was held for it. Of a rate each node has a share.
 *
 * <p>Safe for any thread.
 */
public final class TenantSpending implements Spending {

    private final Tenancy tenancy;
    private final EstimateRule rule;
    private final Rates rates;
    private final Instant processStart;
    private final Remembered<Book> books;
    private final Counting counting;

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
            Counting counting,
            InstantSource clock) {
        this(tenancy, rule, kinds, counting, clock, System::nanoTime);
    }

    TenantSpending(
            Tenancy tenancy,
            EstimateRule rule,
            Function<Destination, Optional<String>> kinds,
            Counting counting,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.tenancy = tenancy;
        this.rule = rule;
        this.counting = counting;
        this.rates = new Rates(nanoTime, counting::share);
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
        counting.hasten(tenant ->
                !books.recall(tenant).map(book -> book.budgets().isEmpty()).orElse(false));
    }

    /**
     * Counts what all tenants spent before this process, whatever the clock said then, or goes on
     * with what other nodes count. To be called once, when what earlier processes left has been
     * recorded and before the first request is taken; blocks. A tenant that comes later is asked
     * about when it first spends.
     */
    public void begin() {
        counting.begin();
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
        TenantCounts.Entry counts = counting.of(tenant);
        return book.budgets().isEmpty() || counts.ledger().isBegun()
                ? Optional.of(terms(book, counts))
                : Optional.empty();
    }

    @Override
    public Terms of(TenantId tenant) {
        Book book = books.of(tenant);
        return terms(book, book.budgets().isEmpty() ? counting.of(tenant) : begun(tenant));
    }

    private Terms terms(Book book, TenantCounts.Entry counts) {
        return new CurrentTerms(book, counts, rates, rule);
    }

    private TenantCounts.Entry begun(TenantId tenant) {
        TenantCounts.Entry counts = counting.of(tenant);
        if (!counts.ledger().isBegun()) {
            // What this process recorded of it already was counted as it was spent.
            counts.ledger()
                    .begin(
                            tenancy.within(
                                    tenant,
                                    handle ->
                                            SpentRows.before(
                                                    handle, tenant, processStart, processStart)),
                            processStart);
        }
        return counts;
    }

    /** What a subject has spent or holds in the period that a time is in; blocks. */
    Ledger.Spent spent(TenantId tenant, Subject subject, Period period, Instant at) {
        return begun(tenant).shared().spent(subject, period, Period.day(at));
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
