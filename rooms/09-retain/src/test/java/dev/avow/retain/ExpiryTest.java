package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R1: what is due goes, to the second. R5: what a hold covers stays, and nothing else. */
class ExpiryTest extends RetentionSite {

    private void expire(int batch) {
        run(Profile.GOVERNANCE, NOW, batch).of(TenantId.DEFAULT, () -> true);
    }

    @Test
    void r1_rowAtTheBoundary_goesOneSecondAfterAndStaysOneSecondBefore() {
        UUID late = table.add(OLDEST.minusSeconds(1), ada);
        UUID exact = table.add(OLDEST, ada);
        UUID early = table.add(OLDEST.plusSeconds(1), null);

        expire(100);

        assertThat(table.left()).containsExactlyInAnyOrder(exact, early).doesNotContain(late);
    }

    @Test
    void r1_assistant_keepsInteractionsWhateverTheirAge() {
        UUID old = table.add(NOW.minus(Duration.ofDays(4_000)), ada);

        run(Profile.ASSISTANT, NOW, 100).of(TenantId.DEFAULT, () -> true);

        assertThat(table.left()).containsExactly(old);
    }

    @Test
    void run_otherTenant_isNotTouched() {
        TenantId other = database.newTenant("Distel");
        UUID theirs = new Table(database, other).add(OLDEST.minusSeconds(1), null);

        expire(100);

        assertThat(new Table(database, other).left()).containsExactly(theirs);
    }

    @Test
    void run_moreThanABatch_goesOnAndCounts() {
        for (int row = 0; row < 25; row++) {
            UUID _ = table.add(OLDEST.minusSeconds(1 + row / 4), row % 2 == 0 ? ada : null);
        }
        LegalHold _ = table.hold(List.of(ada), null, null);

        expire(3);

        assertThat(table.left()).hasSize(13);
        RunCounts counts =
                database.tenancy().within(TenantId.DEFAULT, RunCounts::last).orElseThrow();
        assertThat(counts.interactions()).isEqualTo(12);
        assertThat(counts.held()).isEqualTo(13);
        assertThat(counts.endedAt()).isEqualTo(NOW);
    }

    @Test
    void r5_holdOnOneOfTwo_keepsTheOneAndNotTheOther() {
        UUID held = table.add(OLDEST.minusSeconds(5), ada);
        UUID free = table.add(OLDEST.minusSeconds(5), ben);
        UUID nobodys = table.add(OLDEST.minusSeconds(5), null);
        LegalHold hold = table.hold(List.of(ada), null, null);

        expire(2);
        assertThat(table.left()).containsExactly(held).doesNotContain(free, nobodys);

        table.release(hold);
        expire(2);
        assertThat(table.left()).isEmpty();
    }

    @Test
    void r5_twoOverlappingHolds_keepUntilBothAreReleased() {
        UUID both = table.add(OLDEST.minusSeconds(50), ada);
        UUID second = table.add(OLDEST.minusSeconds(20), ada);
        LegalHold wide = table.hold(List.of(), null, OLDEST.minusSeconds(40));
        LegalHold person = table.hold(List.of(ben, ada), OLDEST.minusSeconds(60), null);

        expire(10);
        assertThat(table.left()).containsExactlyInAnyOrder(both, second);

        table.release(person);
        expire(10);
        assertThat(table.left()).containsExactly(both);

        table.release(wide);
        expire(10);
        assertThat(table.left()).isEmpty();
    }

    @Test
    void r5_holdPlacedBetweenTwoBatches_keepsWhatIsLeft() {
        for (int row = 10; row > 0; row--) {
            UUID _ = table.add(OLDEST.minusSeconds(row), ada);
        }

        run(Profile.GOVERNANCE, NOW, 4)
                .of(
                        TenantId.DEFAULT,
                        () -> {
                            LegalHold _ = table.hold(List.of(ada), null, null);
                            return true;
                        });

        assertThat(table.left()).hasSize(6);
    }

    @Test
    void run_diesBetweenAnyTwoBatches_nextRunGoesOn() {
        for (int row = 10; row > 0; row--) {
            UUID _ = table.add(OLDEST.minusSeconds(row), ada);
        }
        UUID young = table.add(OLDEST.plusSeconds(1), ada);

        for (int death = 1; death <= 4; death++) {
            int before = table.left().size();
            assertThatThrownBy(() ->
                            run(Profile.GOVERNANCE, NOW, 2)
                                    .of(
                                            TenantId.DEFAULT,
                                            () -> {
                                                throw new IllegalStateException("killed");
                                            }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(table.left()).hasSize(before - 2);
        }
        expire(2);

        assertThat(table.left()).containsExactly(young);
    }

    @Test
    void sessionsAndLinks_overAndUnderHold_goOrStay() {
        var _ =
                database.tenancy()
                        .within(
                                TenantId.DEFAULT,
                                handle ->
                                        handle.execute(
                                                """
                                                INSERT INTO users (tenant_id, id, email_sealed,
                                                    email_index, role, status, created_at)
                                                SELECT avow_tenant(), u, 'e', u::text::bytea, 'viewer',
                                                    'active', now()
                                                FROM unnest(ARRAY[?, ?]::uuid[]) u;
                                                """,
                                                ada,
                                                ben));
        var _ =
                database.tenancy()
                        .within(
                                TenantId.DEFAULT,
                                handle ->
                                        handle.execute(
                                                """
                                                INSERT INTO sessions (tenant_id, token_hash, user_id,
                                                    created_at, expires_at)
                                                SELECT avow_tenant(), (u::text || n)::bytea, u,
                                                    '2026-06-01', '2026-06-30 12:00:00Z'::timestamptz
                                                        + make_interval(secs => n)
                                                FROM unnest(ARRAY[?, ?]::uuid[]) u,
                                                    generate_series(-1, 1) n;
                                                """,
                                                ada,
                                                ben));
        var _ =
                database.tenancy()
                        .within(
                                TenantId.DEFAULT,
                                handle ->
                                        handle.execute(
                                                """
                                                INSERT INTO setup_links (tenant_id, token_hash,
                                                    created_at, used_at)
                                                VALUES (avow_tenant(), 'a', '2026-06-01', '2026-06-02'),
                                                    (avow_tenant(), 'b', '2026-06-01', NULL)
                                                """));
        LegalHold hold = table.hold(List.of(ada), null, null);

        expire(1);
        assertThat(table.count("sessions")).isEqualTo(3 + 1);
        assertThat(table.count("setup_links")).isEqualTo(1);

        table.release(hold);
        expire(1);
        assertThat(table.count("sessions")).isEqualTo(2);
    }

    /** Rows, holds, releases, runs and deaths by chance, held against a model of a few lines. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void r5_anyCourseOfEvents_keepsWhatTheModelKeeps(long seed) {
        record Row(UUID id, Instant at, List<UUID> of) {}
        Random random = new Random(seed);
        List<List<UUID>> people = List.of(List.of(), List.of(ada), List.of(ben));
        List<Row> model = new ArrayList<>();
        List<LegalHold> holds = new ArrayList<>();
        for (int event = 0; event < 60; event++) {
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> {
                    List<UUID> of = people.get(random.nextInt(3));
                    Instant at = OLDEST.plusSeconds(random.nextInt(40) - 30);
                    model.add(new Row(table.add(at, of.isEmpty() ? null : of.getFirst()), at, of));
                }
                case 3 -> {
                    Instant from = OLDEST.plusSeconds(random.nextInt(30) - 30);
                    holds.add(
                            table.hold(
                                    random.nextInt(4) == 0
                                            ? List.of(ada, ben)
                                            : people.get(random.nextInt(3)),
                                    random.nextBoolean() ? from : null,
                                    random.nextBoolean()
                                            ? from.plusSeconds(1 + random.nextInt(20))
                                            : null));
                }
                case 4 -> {
                    if (!holds.isEmpty()) {
                        table.release(holds.remove(random.nextInt(holds.size())));
                    }
                }
                default -> {
                    if (random.nextBoolean()) {
                        AtomicInteger batches = new AtomicInteger(random.nextInt(4));
                        try {
                            run(Profile.GOVERNANCE, NOW, 1 + random.nextInt(3))
                                    .of(
                                            TenantId.DEFAULT,
                                            () -> {
                                                if (batches.getAndDecrement() == 0) {
                                                    throw new IllegalStateException("killed");
                                                }
                                                return true;
                                            });
                        } catch (IllegalStateException killed) {
                            // The next run goes on.
                        }
                    }
                    expire(1 + random.nextInt(5));
                    model.removeIf(row ->
                            row.at().isBefore(OLDEST)
                                    && holds.stream()
                                            .noneMatch(hold -> covers(hold, row.of(), row.at())));
                }
            }
            if (event % 10 == 9) {
                Set<UUID> left = table.left();
                Set<UUID> wanted = new TreeSet<>(model.stream().map(Row::id).toList());
                // Between runs more may have been added, never less be there than the model has.
                assertThat(left).isEqualTo(wanted);
            }
        }
    }

    private static boolean covers(LegalHold hold, List<UUID> of, Instant at) {
        Instant from = hold.from();
        Instant to = hold.to();
        return (hold.userIds().isEmpty() || of.stream().anyMatch(hold.userIds()::contains))
                && (from == null || !at.isBefore(from))
                && (to == null || at.isBefore(to));
    }
}
