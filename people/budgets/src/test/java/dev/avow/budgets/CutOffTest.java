package dev.avow.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.tenancy.NodeLease;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Charge;
import dev.avow.words.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** B11: a node that is cut off while it hands its counts over hands over nothing any more. */
class CutOffTest {

    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final long DAY = Period.day(NOW);
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final int WAITING_SECONDS = 30;
    private static final BudgetSet NO_BUDGETS = new BudgetSet(List.of());

    private final TestDatabase database = TestDatabase.fresh();
    private final List<TenantId> tenants = List.of(TenantId.DEFAULT, database.newTenant("Distel"));
    private final Counting first = counting();
    private final Counting second = counting();

    private Counting counting() {
        NodeLease lease = new NodeLease(database.tenancy(), UUID.randomUUID(), null, LEASE);
        return Counting.among(lease, database.tenancy(), CLOCK);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        database.close();
    }

    @Test
    void put_whereTheRowEnded_leavesWhatOthersCounted() {
        UUID node = UUID.randomUUID();
        NodeLease lease = new NodeLease(database.tenancy(), node, null, LEASE);
        Ledger ledger = new Ledger();
        SharedLedger shared = new SharedLedger(database.tenancy(), TenantId.DEFAULT, node, ledger);
        assertThat(ledger.hold(hold(TenantId.DEFAULT, 30), DAY, NO_BUDGETS))
                .isEqualTo(Verdict.HELD);
        lease.renew();

        assertThat(shared.put()).as("its row does not say that it counts alone").isFalse();
        assertThat(told(TenantId.DEFAULT)).isZero();

        assertThat(lease.count(NodeLease.Counts.ALONE)).isTrue();
        assertThat(shared.put()).isTrue();
        assertThat(told(TenantId.DEFAULT)).isEqualTo(30);
        lease.leave();
        lease.close();
    }

    @Test
    void handingOver_cutOffAtTheFirstTenant_goesOnBesideTheOthersForAll() throws SQLException {
        first.begin();
        tenants.forEach(tenant -> holds(first, tenant, 30));
        Thread joining;
        try (Connection owner = database.openAsOwner()) {
            for (TenantId tenant : tenants) {
                lock(owner, tenant);
            }
            joining = Thread.ofVirtual().start(second::begin);
            eventually("the second has taken over", second::isAlone);
            tenants.forEach(tenant -> holds(second, tenant, 7));
            endWhoWaits(owner);
        }

        eventually("both count together", () -> !first.isAlone() && !second.isAlone());
        for (TenantId tenant : tenants) {
            eventually("what the second counted is told", () -> told(tenant) == 7);
            SharedLedger shared = first.of(tenant).shared();
            eventually(
                    "the first counts there too",
                    () -> shared.claim(hold(tenant, 1), DAY, NO_BUDGETS) instanceof Verdict.Held);
        }
        assertThat(joining.isAlive()).isFalse();
    }

    private static Ledger.Hold hold(TenantId tenant, long tokens) {
        return new Ledger.Hold(
                List.of(new Subject(Subject.Level.TENANT, tenant.value())), new Charge(0L, tokens));
    }

    private static void holds(Counting by, TenantId tenant, long tokens) {
        assertThat(by.of(tenant).ledger().hold(hold(tenant, tokens), DAY, NO_BUDGETS))
                .isEqualTo(Verdict.HELD);
    }

    private long told(TenantId tenant) {
        CountRows.Place place =
                new CountRows.Place(
                        new Subject(Subject.Level.TENANT, tenant.value()),
                        Period.MONTH,
                        Period.MONTH.number(DAY));
        return database.tenancy()
                .within(tenant, CountRows::all)
                .getOrDefault(place, CountRows.Count.ZERO)
                .tokens();
    }

    /** As the transaction of a node that hands over does; until the connection closes. */
    private static void lock(Connection owner, TenantId tenant) throws SQLException {
        try (PreparedStatement lock =
                owner.prepareStatement(
                        "SELECT pg_advisory_lock(hashtextextended('avow.budgets/' || ?, 0))")) {
            lock.setString(1, tenant.toString());
            lock.execute();
        }
    }

    /** The database cuts off whoever waits for such a lock. */
    private static void endWhoWaits(Connection owner) throws SQLException {
        try (Statement end = owner.createStatement();
                ResultSet ended =
                        end.executeQuery(
                                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                        + " WHERE datname = current_database() AND wait_event ="
                                        + " 'advisory'")) {
            assertThat(ended.next()).isTrue();
            assertThat(ended.getInt(1)).as("the first waits to hand over").isPositive();
        }
    }

    private static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(WAITING_SECONDS).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
