package dev.avow.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.budgets.Ledger.Before;
import dev.avow.budgets.Ledger.Hold;
import dev.avow.words.Charge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final long TODAY = Period.day(NOW);
    private static final Subject TENANT = new Subject(Subject.Level.TENANT, new UUID(0, 1));
    private static final Subject KEY = new Subject(Subject.Level.API_KEY, new UUID(0, 2));

    private final Ledger ledger = new Ledger();

    private static BudgetSet budget(Subject subject, Period period, long tokens) {
        return new BudgetSet(
                List.of(new Budget(new UUID(0, 9), subject, period, null, tokens, null, NOW, NOW)));
    }

    private static Hold hold(long tokens) {
        return new Hold(List.of(TENANT, KEY), new Charge(null, tokens));
    }

    /** The budget that had no room; null where it is held. */
    private @Nullable Budget held(Hold hold, long day, BudgetSet budgets) {
        return switch (ledger.hold(hold, day, budgets)) {
            case Verdict.Held _ -> null;
            case Verdict.Exceeded exceeded -> exceeded.budget();
            case Verdict.Elsewhere _ -> throw new AssertionError("this is the only node");
        };
    }

    private long used(Subject subject, Period period, long day) {
        return ledger.spent(subject, period, day).tokens();
    }

    @Test
    void hold_byManyThreads_neverHoldsMoreThanThereIsAndLosesNothing() throws Exception {
        BudgetSet budgets = budget(TENANT, Period.DAY, 100);
        AtomicLong spent = new AtomicLong();
        AtomicLong under = new AtomicLong();
        AtomicLong worst = new AtomicLong();
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            callers.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                await(go);
                                for (int n = 0; n < 50; n++) {
                                    Hold hold = hold(3);
                                    if (held(hold, TODAY, budgets) != null) {
                                        continue;
                                    }
                                    // In this order nothing is seen twice.
                                    long before = spent.get();
                                    worst.accumulateAndGet(before + under.addAndGet(3), Math::max);
                                    LockSupport.parkNanos(1_000);
                                    long came = ThreadLocalRandom.current().nextInt(4);
                                    under.addAndGet(-3);
                                    spent.addAndGet(came);
                                    ledger.settle(hold, new Charge(null, came));
                                }
                            }));
        }
        go.countDown();
        for (Thread each : callers) {
            each.join();
        }

        // Callers may all have been refused while others held what was left: the rest goes alone.
        for (Hold last = hold(3); held(last, TODAY, budgets) == null; last = hold(3)) {
            ledger.settle(last, new Charge(null, 1));
            spent.incrementAndGet();
        }

        assertThat(spent.get()).isBetween(98L, 100L);
        assertThat(worst.get()).isLessThanOrEqualTo(100L);
        assertThat(used(TENANT, Period.DAY, TODAY)).isEqualTo(spent.get());
        assertThat(used(KEY, Period.MONTH, TODAY)).isEqualTo(spent.get());
    }

    private static void await(CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void hold_whereOneLevelHasNoRoom_holdsOnNone() {
        @Nullable Budget refused = held(hold(11), TODAY, budget(KEY, Period.MONTH, 10));

        assertThat(refused).isNotNull();
        assertThat(used(TENANT, Period.DAY, TODAY)).isZero();
        assertThat(used(KEY, Period.DAY, TODAY)).isZero();
    }

    @Test
    void hold_onTheNextDay_beginsAnewButNotTheMonth() {
        long lastOfFebruary = Period.day(Instant.parse("2026-02-28T23:59:59Z"));
        assertThat(held(hold(10), TODAY - 1, budget(KEY, Period.DAY, 10))).isNull();

        assertThat(held(hold(10), TODAY, budget(KEY, Period.DAY, 10))).isNull();
        assertThat(used(KEY, Period.MONTH, TODAY)).isEqualTo(20);
        assertThat(held(hold(1), TODAY, budget(KEY, Period.MONTH, 20))).isNotNull();
        assertThat(held(hold(20), TODAY + 1, budget(KEY, Period.MONTH, 20))).as("April").isNull();
        assertThat(Period.MONTH.number(lastOfFebruary) + 1)
                .isEqualTo(Period.MONTH.number(lastOfFebruary + 1));
    }

    @Test
    void settle_whenItsDayIsOver_changesTheMonthAlone() {
        Hold yesterdays = hold(10);
        assertThat(held(yesterdays, TODAY - 1, new BudgetSet(List.of()))).isNull();
        assertThat(held(hold(5), TODAY, new BudgetSet(List.of()))).isNull();

        ledger.settle(yesterdays, new Charge(null, 4));

        assertThat(used(KEY, Period.DAY, TODAY)).isEqualTo(5);
        assertThat(used(KEY, Period.MONTH, TODAY)).isEqualTo(9);
    }

    @Test
    void begin_withWhatWasSpentBefore_countsItOnce() {
        assertThat(held(hold(5), TODAY, new BudgetSet(List.of()))).isNull();
        List<Before> before =
                List.of(new Before(KEY, Period.DAY, 0, 7), new Before(KEY, Period.MONTH, 0, 30));

        ledger.begin(before, NOW);
        ledger.begin(before, NOW);

        assertThat(used(KEY, Period.DAY, TODAY)).isEqualTo(12);
        assertThat(used(KEY, Period.MONTH, TODAY)).isEqualTo(35);
    }

    /** A line of a batch, whose answer is fetched after a day. */
    @Test
    void correct_late_countsWhereItsPeriodStillDoes() {
        Hold hold = hold(50);
        assertThat(held(hold, TODAY, budget(TENANT, Period.DAY, 100))).isNull();
        ledger.settle(hold, new Charge(null, 50));
        ledger.correct(List.of(TENANT, KEY), TODAY, new Charge(null, 50), new Charge(null, 8));
        assertThat(used(KEY, Period.DAY, TODAY)).isEqualTo(8);
        assertThat(used(TENANT, Period.MONTH, TODAY)).isEqualTo(8);

        ledger.correct(List.of(TENANT), TODAY - 1, new Charge(null, 8), new Charge(null, 1));
        assertThat(used(TENANT, Period.DAY, TODAY)).isEqualTo(8);
        assertThat(used(TENANT, Period.MONTH, TODAY)).isEqualTo(1);
    }
}
