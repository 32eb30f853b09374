package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.TenantId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R1: past its time nobody reads it, before it is deleted. R5: but what a hold covers. */
class SweepTest extends RetentionSite {

    private static final String FILL =
            """
            INSERT INTO interactions (tenant_id, id, occurred_at, channel, platform_id, model,
                prompt_hash, content_length, classifications, policy_action, risk_score, status)
            SELECT t.tenant_id, gen_random_uuid(), ?::timestamptz - make_interval(secs => n), 'api', 'p',
                'm', 'hmac-sha256:00', 1, '[]', 'Log', 0.36, 'completed'
            FROM tenants t, generate_series(1, ?) n
            """;

    private Sweep sweep(Profile profile, Instant now) {
        return new Sweep(database.tenancy(), Schedule.of(profile), InstantSource.fixed(now));
    }

    private Sweep sweep() {
        return sweep(Profile.GOVERNANCE, NOW);
    }

    private void run(Profile profile, Instant now) {
        run(profile, now, 100).of(TenantId.DEFAULT, () -> true);
    }

    /** More than one batch of rows that are past their time. */
    private void fill(int rows) throws SQLException {
        try (var owner = database.openAsOwner();
                var statement = owner.prepareStatement(FILL)) {
            statement.setObject(1, OLDEST.atOffset(ZoneOffset.UTC));
            statement.setInt(2, rows);
            statement.execute();
        }
    }

    @Test
    void r1_conceal_hidesOneSecondAfterAndNotOneSecondBefore() throws SQLException {
        UUID _ = table.add(OLDEST.minusSeconds(1), ada);
        UUID exact = table.add(OLDEST, ada);
        UUID early = table.add(OLDEST.plusSeconds(1), null);

        sweep().conceal();

        assertThat(table.left()).containsExactlyInAnyOrder(exact, early);
        assertThat(onTheDisk()).isEqualTo(3);
    }

    @Test
    void r1_conceal_hidesOfEveryTenant() {
        TenantId other = database.newTenant("Distel");
        UUID _ = table.add(OLDEST.minusSeconds(1), ada);
        UUID _ = new Table(database, other).add(OLDEST.minusSeconds(1), null);

        sweep().conceal();

        assertThat(table.left()).isEmpty();
        assertThat(new Table(database, other).left()).isEmpty();
    }

    @Test
    void r1_assistant_hidesNothing() {
        UUID old = table.add(NOW.minus(Duration.ofDays(4_000)), ada);

        sweep(Profile.ASSISTANT, NOW).conceal();

        assertThat(table.left()).containsExactly(old);
    }

    @Test
    void conceal_withALaterAndThenAnEarlierClock_doesNotShowAgain() {
        UUID _ = table.add(OLDEST.minusSeconds(1), ada);
        sweep().conceal();

        sweep(Profile.GOVERNANCE, NOW.minus(Duration.ofDays(30))).conceal();

        assertThat(table.left()).isEmpty();
    }

    @Test
    void conceal_byAClockThatIsFarAhead_hidesNothingYoungerThanADay() {
        UUID today = table.add(Instant.now().minus(Duration.ofHours(23)), ada);
        UUID _ = table.add(Instant.now().minus(Duration.ofHours(25)), ada);

        sweep(Profile.GOVERNANCE, NOW.plus(Duration.ofDays(40_000))).conceal();

        assertThat(table.left()).containsExactly(today);
    }

    @Test
    void r5_whatAHoldCovers_isReadUntilTheRelease() {
        UUID held = table.add(OLDEST.minusSeconds(5), ada);
        UUID _ = table.add(OLDEST.minusSeconds(5), ben);
        UUID _ = table.add(OLDEST.minusSeconds(5), null);
        LegalHold hold = table.hold(List.of(ada), null, null);

        sweep().conceal();
        assertThat(table.left()).containsExactly(held);

        table.release(hold);
        assertThat(table.left()).isEmpty();
    }

    @Test
    void run_manyTenants_deletesWhatIsPastAndNotHeldAndNothingElse() throws SQLException {
        TenantId other = database.newTenant("Distel");
        Table theirs = new Table(database, other);
        for (int row = 0; row < 300; row++) {
            UUID _ = table.add(OLDEST.minusSeconds(1 + row), row % 3 == 0 ? ada : ben);
            UUID _ = theirs.add(OLDEST.minusSeconds(1 + row), ada);
        }
        UUID young = table.add(OLDEST, ada);
        LegalHold _ = table.hold(List.of(ada), OLDEST.minusSeconds(150), null);

        sweep().conceal();
        long gone = sweep().run(() -> true);

        assertThat(gone).isEqualTo(300 + 250);
        assertThat(onTheDisk()).isEqualTo(51);
        assertThat(table.left()).hasSize(51).contains(young);
        assertThat(theirs.left()).isEmpty();
    }

    @Test
    void run_beforeAnythingIsPastALimit_deletesNothing() throws SQLException {
        UUID _ = table.add(OLDEST.minusSeconds(1), ada);

        assertThat(sweep().run(() -> true)).isZero();

        assertThat(onTheDisk()).isEqualTo(1);
    }

    @Test
    void run_isCutOff_nextTenantsRunDeletesTheRestAndCountsBoth() throws SQLException {
        run(Profile.GOVERNANCE, NOW.minus(Duration.ofDays(300)));
        fill(5_000);
        sweep().conceal();

        int[] batches = new int[1];
        long gone = sweep().run(() -> batches[0]++ < 1);
        assertThat(gone).isBetween(1L, 4_999L);
        run(Profile.GOVERNANCE, NOW);

        assertThat(onTheDisk()).isZero();
        assertThat(
                        database.tenancy()
                                .within(TenantId.DEFAULT, RunCounts::last)
                                .orElseThrow()
                                .interactions())
                .isEqualTo(5_000);
    }

    /** Otherwise it would be kept and nobody could read it. */
    @Test
    void run_retentionBecameLongerSince_deletesWhatIsHidden() throws SQLException {
        UUID _ = table.add(OLDEST.minusSeconds(1), ada);
        sweep().conceal();

        run(Profile.ASSISTANT, NOW);

        assertThat(onTheDisk()).isZero();
    }

    @Test
    void r5_holdBeingPlaced_keepsTheSweepWaiting() throws Exception {
        UUID _ = table.add(OLDEST.minusSeconds(1), ada);
        sweep().conceal();

        assertThat(whileAHoldIsPlaced(() -> sweep().run(() -> true))).isZero();

        assertThat(table.left()).hasSize(1);
    }
}
