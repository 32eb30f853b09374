package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R1: a week goes as a whole when nothing in it can be read any more. R5: and not before. */
class WeeksTest extends RetentionSite {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MICRO = Duration.ofNanos(1_000);

    /** A week that was over long ago, by the database's clock. */
    private final Instant monday =
            LocalDate.now(ZoneOffset.UTC)
                    .minusWeeks(10)
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC);

    private final Instant end = monday.plus(WEEK);
    private final Weeks weeks = new Weeks(database.tenancy(), 0);
    private Table other = table;

    @BeforeEach
    void weeksOfThePast() throws SQLException {
        asOwner("SELECT make_weeks_back(12)");
        other = new Table(database, database.newTenant("Distel"));
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private long parts() throws SQLException {
        return asked("SELECT count(*) FROM interaction_parts()");
    }

    /** Moves the limit of every tenant there. */
    private void readableFrom(Instant limit) {
        boolean _ =
                database.tenancy()
                        .atTheGate(gate ->
                                gate.createQuery("SELECT gate_expire(:before)")
                                        .bind("before", limit.atOffset(ZoneOffset.UTC))
                                        .map((_, _) -> true)
                                        .one());
    }

    private void readableFrom(Table of, Instant limit) throws SQLException {
        asOwner(
                "UPDATE retention_limits SET readable_from = '%s' WHERE tenant_id = '%s'"
                        .formatted(limit, of.tenant()));
    }

    private void runOf(Table of, Instant due) {
        Schedule days = Schedule.of(Profile.GOVERNANCE);
        InstantSource clock = InstantSource.fixed(due.plus(Duration.ofDays(90)));
        new RetentionRun(
                        database.tenancy(),
                        new Expiry(database.tenancy(), days, clock, 100),
                        java.util.Optional.empty(),
                        clock)
                .of(of.tenant(), () -> true);
    }

    @Test
    void r1_weekThatIsAllPast_goesAsAWhole() throws SQLException {
        UUID _ = table.add(monday, ada);
        UUID _ = table.add(end.minus(MICRO), null);
        UUID _ = other.add(monday.plusSeconds(5), null);
        UUID next = table.add(end, ada);
        readableFrom(end);

        assertThat(weeks.letGo(() -> true)).isEqualTo(3);

        assertThat(onTheDisk()).isEqualTo(1);
        assertThat(table.left()).containsExactly(next);
    }

    @Test
    void r1_limitAMicrosecondBeforeTheWeeksEnd_leavesIt() throws SQLException {
        UUID _ = table.add(monday, ada);
        readableFrom(end.minus(MICRO));

        assertThat(weeks.letGo(() -> true)).isZero();

        assertThat(onTheDisk()).isEqualTo(1);
        assertThat(table.left()).isEmpty();
    }

    @Test
    void r1_rowOfOneTenantCanBeRead_keepsTheWeekToTheMicrosecond() throws SQLException {
        UUID _ = table.add(monday, ada);
        UUID young = other.add(monday.plusSeconds(7), null);
        readableFrom(end.plus(WEEK));
        readableFrom(other, monday.plusSeconds(7));

        assertThat(weeks.letGo(() -> true)).isZero();
        assertThat(other.left()).containsExactly(young);

        readableFrom(other, monday.plusSeconds(7).plus(MICRO));
        assertThat(weeks.letGo(() -> true)).isEqualTo(2);
        assertThat(onTheDisk()).isZero();
    }

    @Test
    void r1_tenantWithoutALimit_keepsTheWeek() throws SQLException {
        UUID _ = table.add(monday, ada);
        UUID theirs = other.add(monday, null);
        readableFrom(end);
        asOwner("DELETE FROM retention_limits WHERE tenant_id = '" + other.tenant() + "'");

        assertThat(weeks.letGo(() -> true)).isZero();

        assertThat(other.left()).containsExactly(theirs);
    }

    @Test
    void r5_heldRow_keepsTheWeekUntilTheRelease() throws SQLException {
        UUID held = table.add(monday, ada);
        UUID _ = table.add(monday, ben);
        LegalHold hold = table.hold(List.of(ada), null, null);
        readableFrom(end);

        assertThat(weeks.letGo(() -> true)).isZero();
        assertThat(table.left()).containsExactly(held);

        table.release(hold);
        assertThat(weeks.letGo(() -> true)).isEqualTo(2);
        assertThat(onTheDisk()).isZero();
    }

    @Test
    void r5_holdOfAnotherSpanOrPersonOrTenant_keepsNothing() throws SQLException {
        UUID _ = table.add(monday.plusSeconds(10), ada);
        LegalHold _ = table.hold(List.of(ada), null, monday.plusSeconds(10));
        LegalHold _ = table.hold(List.of(ada), monday.plusSeconds(10).plus(MICRO), null);
        LegalHold _ = table.hold(List.of(ben), null, null);
        LegalHold _ = other.hold(List.of(), null, null);
        readableFrom(end);

        assertThat(weeks.letGo(() -> true)).isEqualTo(1);

        assertThat(onTheDisk()).isZero();
    }

    @Test
    void r5_holdBeingPlaced_keepsTheWeek() throws Exception {
        UUID _ = table.add(monday, ada);
        readableFrom(end);

        assertThat(whileAHoldIsPlaced(() -> weeks.letGo(() -> true))).isZero();

        assertThat(table.left()).hasSize(1);
    }

    /** It waits for no lock, so others' reads and writes do not wait behind it for the reader. */
    @Test
    void week_readByALongTransaction_goesWhenThatEnds() throws Exception {
        UUID _ = table.add(monday, ada);
        readableFrom(end);

        CompletableFuture<Long> gone = new CompletableFuture<>();
        int _ =
                database.tenancy()
                        .within(
                                TenantId.DEFAULT,
                                handle -> {
                                    handle.execute("SELECT count(*) FROM interactions");
                                    beginAside(() -> weeks.letGo(() -> true), gone);
                                    boolean _ = pause();
                                    UUID _ = table.add(monday.plusSeconds(1), ada);
                                    return table.left().size();
                                });

        assertThat(gone.get(60, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(onTheDisk()).isZero();
    }

    @Test
    void letGo_countsByTenant() {
        runOf(table, monday);
        UUID _ = table.add(monday, ada);
        UUID _ = table.add(monday, ben);
        readableFrom(end);

        long _ = weeks.letGo(() -> true);
        runOf(table, end);

        assertThat(
                        database.tenancy()
                                .within(table.tenant(), RunCounts::last)
                                .orElseThrow()
                                .interactions())
                .isEqualTo(2);
    }

    /** R2: what is in the archive was counted when it moved there. */
    @Test
    void letGo_whatIsArchived_isNotCountedOnceMore() throws SQLException {
        runOf(table, monday);
        UUID _ = table.add(monday, ada);
        UUID _ = table.add(monday.plusSeconds(1), ben);
        readableFrom(end);
        asOwner(
                "UPDATE retention_limits SET archived_from = '-infinity', archived_until = '%s'"
                        .formatted(monday.plusSeconds(1)));

        assertThat(weeks.letGo(() -> true)).isEqualTo(2);
        runOf(table, end);

        assertThat(
                        database.tenancy()
                                .within(table.tenant(), RunCounts::last)
                                .orElseThrow()
                                .interactions())
                .isEqualTo(1);
    }

    @Test
    void weekThatIsAboutToGo_isNotDeletedRowByRow() throws SQLException {
        UUID _ = table.add(monday, ada);
        readableFrom(end.minus(MICRO));

        runOf(table, end.minus(MICRO));
        runOf(table, end.plus(Duration.ofDays(2)).minus(MICRO));

        assertThat(onTheDisk()).isEqualTo(1);
        assertThat(table.left()).isEmpty();
    }

    @Test
    void weekThatIsKeptForTwoDays_losesTheOthersRowsOneByOne() throws SQLException {
        UUID held = table.add(monday, ada);
        UUID _ = table.add(monday, ben);
        LegalHold _ = table.hold(List.of(ada), null, null);
        readableFrom(end.plus(Duration.ofDays(2)));

        assertThat(weeks.letGo(() -> true)).isZero();
        runOf(table, end.plus(Duration.ofDays(2)));

        assertThat(onTheDisk()).isEqualTo(1);
        assertThat(table.left()).containsExactly(held);
    }

    /** The places of rows are the same in each of two weeks. */
    @Test
    void rowsOneByOne_inOneWeek_touchNoOtherWeeks() throws SQLException {
        for (int row = 0; row < 20; row++) {
            UUID _ = table.add(monday.plusSeconds(row), row % 2 == 0 ? ada : ben);
            UUID _ = table.add(end.plus(WEEK).plusSeconds(row), ada);
            UUID _ = other.add(monday.plusSeconds(row), ada);
        }
        LegalHold _ = table.hold(List.of(ada), null, null);
        readableFrom(end.plus(Duration.ofDays(2)));
        assertThat(weeks.letGo(() -> true)).isZero();

        runOf(table, end.plus(Duration.ofDays(2)));
        assertThat(onTheDisk()).isEqualTo(10 + 20 + 20);

        new Sweep(database.tenancy(), Schedule.of(Profile.GOVERNANCE), InstantSource.system())
                .run(() -> true);
        assertThat(onTheDisk()).isEqualTo(10 + 20);
    }

    @Test
    void weeksThatWent_becomeOnePartition() throws SQLException {
        long before = parts();
        UUID _ = table.add(monday, ada);
        LegalHold hold = table.hold(List.of(ada), null, null);
        readableFrom(end.plus(WEEK).plus(WEEK));

        long _ = weeks.letGo(() -> true);
        long kept = parts();
        table.release(hold);
        long _ = weeks.letGo(() -> true);

        assertThat(kept).isLessThan(before);
        assertThat(parts()).isEqualTo(kept - 2);
        UUID late = table.add(end, null);
        assertThat(table.left()).isEmpty();
        assertThat(onTheDisk()).isEqualTo(1);
        assertThat(late).isNotNull();
    }

    @Test
    void anyTime_hasAPartition() {
        UUID past = table.add(Instant.parse("0001-01-01T00:00:00Z"), null);
        UUID future = table.add(Instant.parse("9999-01-01T00:00:00Z"), null);

        assertThat(table.left()).containsExactlyInAnyOrder(past, future);
    }

    @Test
    void rowOfAWeekThatWent_comesLate_isTakenAndGoesToo() throws SQLException {
        readableFrom(end);
        long _ = weeks.letGo(() -> true);

        UUID _ = table.add(monday, ada);
        assertThat(table.left()).isEmpty();

        assertThat(weeks.letGo(() -> true)).isEqualTo(1);
        assertThat(onTheDisk()).isZero();
    }

    @Test
    void makeAhead_rowOfAClockThatWasAhead_movesToItsWeek() throws SQLException {
        onlyTheWeeksUntilNow();
        long before = parts();
        UUID ahead = table.add(Instant.now().plus(Duration.ofDays(10)), ada);
        UUID far = table.add(Instant.now().plus(Duration.ofDays(2_000)), ada);

        weeks.makeAhead();
        weeks.makeAhead();

        assertThat(parts()).isEqualTo(before + 2); // each is planned for
        assertThat(table.left()).containsExactlyInAnyOrder(ahead, far);
        assertThat(
                        asked(
                                "SELECT count(*) FROM interactions WHERE tableoid ="
                                        + " 'interactions_after'::regclass"))
                .isEqualTo(1);
    }

    /** The weeks up to this one, and a partition for all that comes later. */
    private void onlyTheWeeksUntilNow() throws SQLException {
        weeks.makeAhead(); // a week may have begun since the database was made
        asOwner(
                """
                DO $$ DECLARE p record; first timestamptz := 'infinity'; BEGIN
                    FOR p IN SELECT * FROM interaction_parts() WHERE low > now() LOOP
                        EXECUTE format('DROP TABLE %s', p.part);
                        first := least(first, p.low);
                    END LOOP;
                    PERFORM make_interaction_part(first, 'infinity');
                END $$
                """);
    }
}
