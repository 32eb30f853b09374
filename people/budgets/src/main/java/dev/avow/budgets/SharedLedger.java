package dev.avow.budgets;

import dev.avow.budgets.CountRows.Count;
import dev.avow.budgets.CountRows.Place;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's ledger while several nodes count: what a use may come to is held in the database, in
 * one transaction with whatever else this node has to tell, and with the uses of all callers who
 * came while the last one was under way. Nodes take turns by a lock of the database's.
 *
 * <p>Where it is not known whether a transaction was committed, the next one asks first; so nothing
 * is counted twice and nothing is lost. Safe for any thread; blocks.
 */
final class SharedLedger {

    private static final int LARGEST_GROUP = 500;

    private final Tenancy tenancy;
    private final TenantId tenant;
    private final UUID node;
    private final Ledger ledger;
    private final ReentrantLock turn = new ReentrantLock();
    private final ConcurrentLinkedQueue<Claim> waiting = new ConcurrentLinkedQueue<>();
    private @Nullable InDoubt inDoubt;
    private @Nullable Map<Place, Count> toPut;
    private long tidyDay = Long.MIN_VALUE;

    /** A use that is to be held. */
    private static final class Claim {
        private final Ledger.Hold hold;
        private final long day;
        private final BudgetSet budgets;
        private @Nullable Verdict verdict;
        private @Nullable RuntimeException failed;

        Claim(Ledger.Hold hold, long day, BudgetSet budgets) {
            this.hold = hold;
            this.day = day;
            this.budgets = budgets;
        }
    }

    /** A transaction that may have been committed: what it told, and what it held for nobody. */
    private record InDoubt(String transaction, Map<Place, Count> told, Map<Place, Count> held) {}

    SharedLedger(Tenancy tenancy, TenantId tenant, UUID node, Ledger ledger) {
        this.tenancy = tenancy;
        this.tenant = tenant;
        this.node = node;
        this.ledger = ledger;
    }

    /**
     * Holds a charge in the database.
     *
     * @return {@code Elsewhere} where the counts are not in the database just now
     */
    Verdict claim(Ledger.Hold hold, long day, BudgetSet budgets) {
        Claim mine = new Claim(hold, day, budgets);
        waiting.add(mine);
        turn.lock();
        try {
            while (mine.verdict == null && mine.failed == null) {
                work();
            }
        } finally {
            turn.unlock();
        }
        if (mine.failed != null) {
            throw mine.failed;
        }
        return Objects.requireNonNull(mine.verdict);
    }

    /** Adds to the shared counts what is to be added; does nothing where there is nothing. */
    void flush() {
        turn.lock();
        try {
            if (ledger.hasNews() || inDoubt != null) {
                work();
            }
        } finally {
            turn.unlock();
        }
    }

    /** One transaction for all that wait. */
    private void work() {
        List<Claim> group = new ArrayList<>();
        for (Claim next = waiting.poll(); next != null; next = waiting.poll()) {
            group.add(next);
            if (group.size() == LARGEST_GROUP) {
                break;
            }
        }
        Map<Place, Count> news = ledger.take();
        Group work = new Group(group, news);
        try {
            boolean counted = tenancy.within(tenant, work::run);
            if (counted) {
                inDoubt = null;
            } else {
                ledger.add(news);
            }
            for (int i = 0; i < group.size(); i++) {
                Claim each = group.get(i);
                Verdict verdict = counted ? work.verdicts.get(i) : Verdict.ELSEWHERE;
                if (verdict instanceof Verdict.Held) {
                    ledger.heldElsewhere(each.hold, each.day);
                }
                each.verdict = verdict;
            }
        } catch (RuntimeException failed) {
            if (failed instanceof DatabaseUnavailable && work.transaction != null) {
                inDoubt = new InDoubt(work.transaction, work.told, work.held);
            } else {
                ledger.add(news);
            }
            group.forEach(each -> each.failed = failed);
            if (group.isEmpty()) {
                throw failed;
            }
        }
    }

    /** What one transaction does. */
    private final class Group {
        private final List<Claim> claims;
        private final Map<Place, Count> told;
        private final Map<Place, Count> held = new HashMap<>();
        private final List<Verdict> verdicts = new ArrayList<>();
        private @Nullable String transaction;

        Group(List<Claim> claims, Map<Place, Count> news) {
            this.claims = claims;
            this.told = new HashMap<>(news);
        }

        /** Returns false where this node does not count in the database. */
        private boolean run(Handle handle) {
            CountRows.lock(handle, tenant);
            if (!CountRows.shares(handle, node)) {
                return false;
            }
            resolve(handle, told);
            transaction = CountRows.transaction(handle);
            Set<Place> places = new HashSet<>(told.keySet());
            claims.forEach(each -> places.addAll(places(each.hold.subjects(), each.day)));
            Map<Place, Count> counts = CountRows.of(handle, places);
            told.forEach((place, count) -> add(counts, place, count.picos(), count.tokens()));
            Set<Place> changed = new HashSet<>(told.keySet());
            for (Claim each : claims) {
                verdicts.add(decide(each, counts, changed));
            }
            counts.keySet().retainAll(changed);
            CountRows.put(handle, tenant, counts);
            tidy(handle);
            return true;
        }

        private Verdict decide(Claim claim, Map<Place, Count> counts, Set<Place> changed) {
            long picos = claim.hold.charge().picosOrZero();
            long tokens = claim.hold.charge().tokens();
            for (Subject subject : claim.hold.subjects()) {
                for (Budget budget : claim.budgets.of(subject)) {
                    Period period = budget.period();
                    Place place = new Place(subject, period, period.number(claim.day));
                    Count then = counts.getOrDefault(place, Count.ZERO).plus(picos, tokens);
                    if (budget.isExceededBy(then.picos(), then.tokens())) {
                        return new Verdict.Exceeded(budget);
                    }
                }
            }
            for (Place place : places(claim.hold.subjects(), claim.day)) {
                add(counts, place, picos, tokens);
                add(held, place, picos, tokens);
                changed.add(place);
            }
            return Verdict.HELD;
        }

        private void tidy(Handle handle) {
            for (Claim each : claims) {
                if (each.day > tidyDay) {
                    CountRows.forgetEarlier(handle, each.day - 1);
                    tidyDay = each.day;
                }
            }
        }
    }

    private static List<Place> places(List<Subject> subjects, long day) {
        List<Place> places = new ArrayList<>();
        for (Subject subject : subjects) {
            for (Period period : Period.values()) {
                places.add(new Place(subject, period, period.number(day)));
            }
        }
        return places;
    }

    private static void add(Map<Place, Count> counts, Place place, long picos, long tokens) {
        Count _ =
                counts.merge(
                        place, new Count(picos, tokens), (there, _) -> there.plus(picos, tokens));
    }

    /** Adds what a transaction in doubt did not do, or takes back what it held for nobody. */
    private void resolve(Handle handle, Map<Place, Count> to) {
        InDoubt earlier = inDoubt;
        if (earlier == null) {
            return;
        }
        if (CountRows.isCommitted(handle, earlier.transaction())) {
            earlier.held().forEach((place, it) -> add(to, place, -it.picos(), -it.tokens()));
        } else {
            earlier.told().forEach((place, it) -> add(to, place, it.picos(), it.tokens()));
        }
    }

    /**
     * Puts what is counted in memory into the database, in the place of what stands there; from now
     * on nothing is held in memory. May be repeated where it failed. For the node that counts
     * alone.
     */
    void put() {
        turn.lock();
        try {
            if (toPut == null) {
                if (ledger.isShared()) {
                    return;
                }
                toPut = ledger.share();
            }
            Map<Place, Count> counts = toPut;
            boolean _ =
                    tenancy.within(
                            tenant,
                            handle -> {
                                CountRows.lock(handle, tenant);
                                CountRows.forget(handle);
                                CountRows.put(handle, tenant, counts);
                                return true;
                            });
            toPut = null;
        } finally {
            turn.unlock();
        }
    }

    /** Takes the counts back to memory. For the node that counts alone. */
    void takeBack() {
        turn.lock();
        try {
            if (toPut != null) {
                ledger.unshare(toPut);
                toPut = null;
            } else if (ledger.isShared()) {
                ledger.unshare(
                        tenancy.within(
                                tenant,
                                handle -> {
                                    CountRows.lock(handle, tenant);
                                    Map<Place, Count> counts = CountRows.all(handle);
                                    resolve(handle, counts);
                                    return counts;
                                }));
                inDoubt = null;
            }
        } finally {
            turn.unlock();
        }
    }

    /** Counts what was recorded, in memory. For the node that counts alone and is the first. */
    void restart(List<Ledger.Before> before, Instant at) {
        turn.lock();
        try {
            ledger.restart(before, at);
            toPut = null;
            inDoubt = null;
        } finally {
            turn.unlock();
        }
    }

    /** Forgets what is here: others counted without this node. */
    void lose() {
        turn.lock();
        try {
            ledger.lose();
            toPut = null;
            inDoubt = null;
        } finally {
            turn.unlock();
        }
    }

    /** What a subject has spent or holds, on all nodes that have told. */
    Ledger.Spent spent(Subject subject, Period period, long day) {
        if (!ledger.isShared()) {
            return ledger.spent(subject, period, day);
        }
        Place place = new Place(subject, period, period.number(day));
        Count told =
                tenancy.within(
                        tenant,
                        handle ->
                                CountRows.of(handle, List.of(place))
                                        .getOrDefault(place, Count.ZERO));
        Ledger.Spent here = ledger.spent(subject, period, day);
        return new Ledger.Spent(
                Tally.sum(told.picos(), here.picos()), Tally.sum(told.tokens(), here.tokens()));
    }
}
