package dev.avow.budgets;

import dev.avow.budgets.CountRows.Count;
import dev.avow.budgets.CountRows.Place;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
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
            while (mine.isOpen()) {
                work();
            }
        } finally {
            turn.unlock();
        }
        return mine.verdict();
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
        ClaimGroup work = new ClaimGroup(tenant, node, group, news, inDoubt, tidyDay);
        try {
            boolean counted = tenancy.within(tenant, work::run);
            if (counted) {
                inDoubt = null;
                tidyDay = work.tidyDay();
            } else {
                ledger.add(news);
            }
            for (int i = 0; i < group.size(); i++) {
                Claim each = group.get(i);
                Verdict verdict = counted ? work.verdicts().get(i) : Verdict.ELSEWHERE;
                if (verdict instanceof Verdict.Held) {
                    ledger.heldElsewhere(each.hold(), each.day());
                }
                each.decided(verdict);
            }
        } catch (RuntimeException failed) {
            InDoubt doubt = failed instanceof DatabaseUnavailable ? work.doubt() : null;
            if (doubt == null) {
                ledger.add(news);
            } else {
                inDoubt = doubt;
            }
            group.forEach(each -> each.failed(failed));
            if (group.isEmpty()) {
                throw failed;
            }
        }
    }

    /**
     * Puts what is counted in memory into the database, in the place of what stands there; from now
     * on nothing is held in memory. May be repeated where it failed. For the node that counts
     * alone.
     *
     * @return false where it does not any more: its row ended, and others may count there
     */
    boolean put() {
        turn.lock();
        try {
            if (toPut == null) {
                if (ledger.isShared()) {
                    return true;
                }
                toPut = ledger.share();
            }
            Map<Place, Count> counts = toPut;
            boolean done =
                    tenancy.within(
                            tenant,
                            handle -> {
                                CountRows.lock(handle, tenant);
                                if (!CountRows.countsAlone(handle, node)) {
                                    return false;
                                }
                                CountRows.forget(handle);
                                CountRows.put(handle, tenant, counts);
                                return true;
                            });
            if (done) {
                toPut = null;
            }
            return done;
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
                                    if (inDoubt != null) {
                                        inDoubt.resolve(handle, counts);
                                    }
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

    /**
     * Goes on beside others who counted without this node while it handed its counts over: what it
     * had counted alone is forgotten, what it has to tell since it shares is not.
     */
    void rejoin() {
        turn.lock();
        try {
            if (!ledger.isShared()) {
                ledger.lose();
            }
            toPut = null;
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
