package dev.avow.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Caller;
import dev.avow.admit.Grant;
import dev.avow.admit.KeyLimits;
import dev.avow.admit.Outcome;
import dev.avow.admit.Reservation;
import dev.avow.admit.Size;
import dev.avow.arrive.AnswerRoom;
import dev.avow.prove.Actor;
import dev.avow.prove.StoredAuditLog;
import dev.avow.tenancy.NodeLease;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Destination;
import dev.avow.words.Itinerary;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import dev.avow.words.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** B11: a budget holds over all nodes together, whoever comes, goes or dies. */
class CountingTest {

    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final UUID KEY = UUID.fromString("00000000-0000-7000-8000-0000000000aa");
    private static final Destination UP =
            new Destination(TenantId.DEFAULT, new UUID(0, 1), "up", "up.example", "m");
    private static final long UNITS = 100;

    private final TestDatabase database = TestDatabase.fresh();
    private final List<Node> nodes = new ArrayList<>();

    /** What of a process spends. */
    private final class Node {
        private final NodeLease lease =
                new NodeLease(database.tenancy(), UUID.randomUUID(), null, LEASE);
        private final Counting counting = Counting.among(lease, database.tenancy(), CLOCK);
        private final TenantSpending spending =
                new TenantSpending(
                        database.tenancy(),
                        new EstimateRule(2, 100),
                        _ -> Optional.empty(),
                        counting,
                        CLOCK);
        private boolean dead;

        Node() {
            nodes.add(this);
        }

        Node begin() {
            spending.begin();
            return this;
        }

        Grant reserve(long units) {
            return spending.of(TenantId.DEFAULT)
                    .reserve(caller(null), Itinerary.to(UP), size(units), NOW);
        }

        /** As a request does it; null where the budget has no room. */
        @Nullable Reservation hold(long units) {
            Grant grant = reserve(units);
            if (grant instanceof Grant.Undecided) {
                grant =
                        spending.of(TenantId.DEFAULT)
                                .claim(caller(null), Itinerary.to(UP), size(units), NOW);
            }
            return grant instanceof Grant.Granted granted ? granted.reservation() : null;
        }

        boolean countsInMemory() {
            return reserve(0) instanceof Grant.Granted;
        }

        long used() {
            return spending.spent(
                            TenantId.DEFAULT,
                            new Subject(Subject.Level.TENANT, TenantId.DEFAULT.value()),
                            Period.MONTH,
                            NOW)
                    .tokens();
        }

        void die() {
            dead = true;
            counting.die();
        }
    }

    @AfterEach
    void close() {
        nodes.stream().filter(each -> !each.dead).forEach(each -> each.counting.close());
        database.close();
    }

    private static Caller caller(@Nullable Integer perMinute) {
        return new Caller(
                TenantId.DEFAULT,
                KEY,
                null,
                Set.of(),
                List.of(),
                new KeyLimits(List.of(), null, perMinute, null));
    }

    private static Size size(long units) {
        return new Size(Route.CHAT_COMPLETIONS, 0, new AnswerRoom(units, 1));
    }

    private void budget(Node by) {
        new BudgetStore(
                        database.tenancy(),
                        new StoredAuditLog(database.tenancy(), database.keyring(), CLOCK, true),
                        by.spending,
                        CLOCK)
                .create(
                        Actor.operator(TenantId.DEFAULT),
                        new BudgetDraft(Subject.Level.TENANT, null, Period.MONTH, null, UNITS));
    }

    /** What stands in the database. */
    private long told() {
        Subject tenant = new Subject(Subject.Level.TENANT, TenantId.DEFAULT.value());
        CountRows.Place place =
                new CountRows.Place(tenant, Period.MONTH, Period.MONTH.number(Period.day(NOW)));
        return database.tenancy()
                .within(TenantId.DEFAULT, CountRows::all)
                .getOrDefault(place, CountRows.Count.ZERO)
                .tokens();
    }

    private static void settle(Reservation reservation, long units) {
        reservation.settle(new Outcome.Counted(new Usage(0L, 0, 0, units)), UP, List.of());
    }

    private static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** The second node comes while the first is under load. */
    @Test
    void budget_manyCallersOnTwoNodes_isNeverExceededAndNothingIsLost() throws Exception {
        Node first = new Node().begin();
        budget(first);
        AtomicLong spent = new AtomicLong();
        AtomicLong under = new AtomicLong();
        AtomicLong worst = new AtomicLong();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> callers = new ArrayList<>();
        callers.addAll(callers(first, 100, spent, under, worst, stop));
        Node second = new Node().begin();
        assertThat(first.countsInMemory()).isFalse();
        callers.addAll(callers(second, 100, spent, under, worst, stop));
        Thread.sleep(500);
        stop.set(true);
        for (Thread each : callers) {
            each.join();
        }

        // What callers took and gave back can be spent on either node.
        for (Node node : List.of(second, first)) {
            eventually(
                    "the rest is spent",
                    () -> {
                        Reservation one = node.hold(1);
                        if (one != null) {
                            settle(one, 1);
                            spent.incrementAndGet();
                        }
                        return one == null && (node == second || spent.get() == UNITS);
                    });
        }
        assertThat(spent.get()).isEqualTo(UNITS);
        assertThat(worst.get()).isLessThanOrEqualTo(UNITS);
        eventually("all is told", () -> second.used() == UNITS && first.used() == UNITS);
    }

    private static List<Thread> callers(
            Node node,
            int count,
            AtomicLong spent,
            AtomicLong under,
            AtomicLong worst,
            AtomicBoolean stop) {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            callers.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                while (!stop.get()) {
                                    Reservation held = node.hold(3);
                                    if (held == null) {
                                        LockSupport.parkNanos(20_000_000);
                                        continue;
                                    }
                                    // In this order nothing is seen twice.
                                    long before = spent.get();
                                    worst.accumulateAndGet(before + under.addAndGet(3), Math::max);
                                    LockSupport.parkNanos(5_000_000);
                                    long came = ThreadLocalRandom.current().nextInt(2);
                                    under.addAndGet(-3);
                                    spent.addAndGet(came);
                                    settle(held, came);
                                }
                            }));
        }
        return callers;
    }

    @Test
    void budget_nodeThatDied_keepsWhatItHeldAndNoMore() {
        Node first = new Node().begin();
        budget(first);
        Node second = new Node().begin();
        settle(Objects.requireNonNull(first.hold(30)), 5);
        assertThat(first.hold(10)).as("in flight").isNotNull();
        eventually("what came back is told", () -> told() == 15);

        first.die();

        // Of a tenant that had not spent there before.
        eventually("it counts alone", second.counting::isAlone);
        assertThat(second.hold(86)).isNull();
        settle(Objects.requireNonNull(second.hold(80)), 80);
        assertThat(second.hold(6)).isNull();
        assertThat(second.hold(5)).isNotNull();
        Node third = new Node().begin();
        assertThat(third.hold(1)).as("what was counted in memory since then").isNull();
    }

    /** A node that is cut off, or dead, may not spend by its memory when another may begin. */
    @Test
    void begin_whereTheOnlyNodeDied_waitsUntilThatMayNotSpendAnyMore() {
        Node first = new Node().begin();
        budget(first);
        assertThat(first.hold(10)).isNotNull();
        first.die();
        assertThat(first.countsInMemory()).isTrue();

        Node second = new Node().begin();

        assertThat(first.countsInMemory()).isFalse();
        assertThat(second.countsInMemory()).as("it is the only one").isTrue();
        assertThat(second.used()).as("nothing was recorded").isZero();
    }

    @Test
    void rate_onTwoNodes_isSharedBetweenThem() {
        Node first = new Node().begin();
        Node second = new Node().begin();
        eventually("both know", () -> first.counting.share().of() == 2);
        int answered = 0;
        for (int i = 0; i < 5; i++) {
            for (Node node : nodes) {
                answered += node.spending.arrive(caller(5)).isEmpty() ? 1 : 0;
            }
        }
        assertThat(answered).isEqualTo(5);
        assertThat(second.spending.arrive(caller(5)))
                .hasValueSatisfying(refusal ->
                        assertThat(refusal.fault().message()).contains("of which this node"));
    }
}
