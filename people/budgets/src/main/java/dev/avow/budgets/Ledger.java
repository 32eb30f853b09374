package dev.avow.budgets;

import dev.avow.words.Charge;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One tenant's spending, in memory. What a use may come to is held on all its levels in one step or
 * on none, so that no number of callers at once can spend more than there is.
 *
 * <p>It counts every use of this process from its start on, whether there is a budget or not. What
 * was spent before that start stands in the recorded interactions, and is added once, when a budget
 * first asks for it: the two cannot overlap, whenever that is.
 *
 * <p>While other nodes count too it is shared: the counts stand in the database, and here is only
 * what has still to be added to them ({@link SharedLedger}).
 *
 * <p>Safe for any thread; the lock is held for some hundred nanoseconds.
 */
final class Ledger {

    /** What a subject spent before this process began, in the periods that held that moment. */
    record Before(Subject subject, Period period, long picos, long tokens) {}

    /** What a subject has spent or holds. */
    record Spent(long picos, long tokens) {}

    /** What is held, and in which periods. For the ledger alone to fill. */
    static final class Hold {
        private final List<Subject> subjects;
        private final Charge charge;

        /** Of each subject; of one whose tally had gone on to a later period, that one. */
        private final long[] days;

        private final long[] months;

        Hold(List<Subject> subjects, Charge charge) {
            this.subjects = List.copyOf(subjects);
            this.charge = charge;
            this.days = new long[subjects.size()];
            this.months = new long[subjects.size()];
        }

        List<Subject> subjects() {
            return subjects;
        }

        Charge charge() {
            return charge;
        }
    }

    private final BooleanSupplier mayCountHere;
    private final Map<Subject, Tally> tallies = new HashMap<>();
    private boolean begun;
    private boolean shared;
    private boolean dirty;

    /** One that counts in memory, as the only node does. */
    Ledger() {
        this(() -> true, false);
    }

    /**
     * @param mayCountHere whether no other node can count just now; asked often
     * @param shared whether others do
     */
    Ledger(BooleanSupplier mayCountHere, boolean shared) {
        this.mayCountHere = mayCountHere;
        this.shared = shared;
    }

    /** Whether what was spent before this process is counted too. */
    synchronized boolean isBegun() {
        return begun || shared;
    }

    /** Adds what was spent before; a second time changes nothing. */
    synchronized void begin(List<Before> before, Instant processStart) {
        if (begun || shared) {
            return;
        }
        begun = true;
        long day = Period.day(processStart);
        for (Before each : before) {
            Tally tally = tally(each.subject());
            long number = each.period().number(day);
            tally.reach(each.period(), number);
            tally.add(each.period(), number, each.picos(), each.tokens());
        }
    }

    /**
     * Holds a charge on all levels, or on none. Never waits.
     *
     * @return refused by the first budget that has no room for it
     */
    synchronized Verdict hold(Hold hold, long day, BudgetSet budgets) {
        if ((shared || !mayCountHere.getAsBoolean()) && budgets.concern(hold.subjects)) {
            return Verdict.ELSEWHERE;
        }
        Tally[] reached = new Tally[hold.subjects.size()];
        for (int i = 0; i < reached.length; i++) {
            Tally tally = tally(hold.subjects.get(i));
            reach(tally, day);
            reached[i] = tally;
            for (Budget budget : budgets.of(hold.subjects.get(i))) {
                if (budget.isExceededBy(
                        Tally.sum(tally.picos(budget.period()), hold.charge.picosOrZero()),
                        Tally.sum(tally.tokens(budget.period()), hold.charge.tokens()))) {
                    return new Verdict.Exceeded(budget);
                }
            }
        }
        for (int i = 0; i < reached.length; i++) {
            hold.days[i] = reached[i].number(Period.DAY);
            hold.months[i] = reached[i].number(Period.MONTH);
            add(reached[i], hold, i, hold.charge.picosOrZero(), hold.charge.tokens());
        }
        dirty = true;
        return Verdict.HELD;
    }

    private static void reach(Tally tally, long day) {
        tally.reach(Period.DAY, day);
        tally.reach(Period.MONTH, Period.MONTH.number(day));
    }

    /** Takes note of a charge that was held in the database, so that it is settled from here. */
    synchronized void heldElsewhere(Hold hold, long day) {
        for (int i = 0; i < hold.subjects.size(); i++) {
            reach(tally(hold.subjects.get(i)), day);
            hold.days[i] = day;
            hold.months[i] = Period.MONTH.number(day);
        }
    }

    synchronized boolean isShared() {
        return shared;
    }

    /** Whether there may be something to be added to the shared counts. */
    synchronized boolean hasNews() {
        return shared && dirty;
    }

    /** Empties it: what was counted here is counted in the database from now on, once it is put. */
    synchronized Map<CountRows.Place, CountRows.Count> share() {
        shared = true;
        return take();
    }

    /** What has still to be added to the shared counts; it is not here any more. */
    synchronized Map<CountRows.Place, CountRows.Count> take() {
        dirty = false;
        Map<CountRows.Place, CountRows.Count> taken = new HashMap<>();
        tallies.forEach((subject, tally) -> tally.takeTo(subject, taken));
        return taken;
    }

    /** Adds counts to those that are here. */
    synchronized void add(Map<CountRows.Place, CountRows.Count> counts) {
        counts.forEach((place, count) -> {
            Tally tally = tally(place.subject());
            tally.reach(place.period(), place.number());
            tally.add(place.period(), place.number(), count.picos(), count.tokens());
        });
        dirty = true;
    }

    /** Counts in memory again, with what stands in the database. */
    synchronized void unshare(Map<CountRows.Place, CountRows.Count> counts) {
        add(counts);
        shared = false;
        begun = true;
    }

    /** Forgets everything: others have counted without this node. */
    synchronized void lose() {
        tallies.clear();
        begun = false;
        shared = true;
        dirty = false;
    }

    /** Counts in memory again, with what was spent before; what is here is counted in that. */
    synchronized void restart(List<Before> before, Instant at) {
        tallies.clear();
        shared = false;
        begun = false;
        begin(before, at);
    }

    /** Puts what it came to in the place of what is held. */
    synchronized void settle(Hold hold, Charge charge) {
        long picos = charge.picosOrZero() - hold.charge.picosOrZero();
        long tokens = charge.tokens() - hold.charge.tokens();
        dirty = true;
        for (int i = 0; i < hold.subjects.size(); i++) {
            add(tally(hold.subjects.get(i)), hold, i, picos, tokens);
        }
    }

    /** Puts another charge in the place of one that was settled, where its periods still count. */
    synchronized void correct(List<Subject> subjects, long day, Charge before, Charge after) {
        long picos = after.picosOrZero() - before.picosOrZero();
        long tokens = after.tokens() - before.tokens();
        dirty = true;
        for (Subject subject : subjects) {
            Tally tally = tally(subject);
            if (shared) {
                reach(tally, day); // it may have been charged on another node
            }
            tally.add(Period.DAY, day, picos, tokens);
            tally.add(Period.MONTH, Period.MONTH.number(day), picos, tokens);
        }
    }

    /** What a subject has spent or holds in the period that a day is in. */
    synchronized Spent spent(Subject subject, Period period, long day) {
        Tally tally = tallies.get(subject);
        return tally == null || tally.number(period) != period.number(day)
                ? new Spent(0, 0)
                : new Spent(tally.picos(period), tally.tokens(period));
    }

    private static void add(Tally tally, Hold hold, int level, long picos, long tokens) {
        tally.add(Period.DAY, hold.days[level], picos, tokens);
        tally.add(Period.MONTH, hold.months[level], picos, tokens);
    }

    private Tally tally(Subject subject) {
        return tallies.computeIfAbsent(subject, _ -> new Tally());
    }
}
