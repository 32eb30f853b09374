package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.sealing.Period;
import dev.avow.sealing.Place;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * R1: the key of a day goes when the day is over and nothing is left of it. R5: a hold keeps it.
 */
class EndedPeriodsTest extends RetentionSite {

    private static final String FILE =
            """
            INSERT INTO provider_files (tenant_id, id, api_key_id, provider_id, platform_id,
                hostname, remote_id, purpose, route, bytes, created_at, expires_at)
            VALUES (?, ?, gen_random_uuid(), gen_random_uuid(), 'p', 'h', ?, 'batch', 'R', 1, ?, ?)
            """;

    private void keep(Instant until) {
        UUID id = Ids.next();
        int _ =
                database.tenancy()
                        .within(
                                TenantId.DEFAULT,
                                handle ->
                                        handle.execute(
                                                FILE,
                                                TenantId.DEFAULT.value(),
                                                id,
                                                "file-" + id,
                                                until.minus(Duration.ofDays(30)),
                                                until));
        byte[] _ =
                database.keyring()
                        .periods()
                        .seal(
                                TenantId.DEFAULT,
                                Period.ending(until),
                                new byte[1],
                                new Place(TenantId.DEFAULT, "provider_files", "name_sealed", id));
    }

    private List<Period> after(Instant now) {
        run(Profile.GOVERNANCE, now, 10).of(TenantId.DEFAULT, () -> true);
        new EndedPeriods(database.tenancy(), database.keyring(), InstantSource.fixed(now))
                .run(TenantId.DEFAULT, () -> true);
        return database.keyring().periods().periods(TenantId.DEFAULT);
    }

    @Test
    void r1_dayThatIsOver_losesItsKeyWhenTheNextOneIsOverToo() {
        Instant until = Instant.parse("2026-06-28T23:59:59Z");
        keep(until);

        assertThat(after(Instant.parse("2026-06-29T23:59:59Z")))
                .containsExactly(Period.ending(until));
        assertThat(after(Instant.parse("2026-06-30T00:00:00Z"))).isEmpty();
    }

    @Test
    void r5_dayOfWhichAHoldKeepsSomething_keepsItsKeyUntilTheHoldIsReleased() {
        Instant until = NOW.minus(Duration.ofDays(9));
        keep(until);
        keep(until.minus(Duration.ofDays(2)));
        Instant made = until.minus(Duration.ofDays(30));
        LegalHold hold = table.hold(List.of(), made.minusSeconds(1), made.plusSeconds(1));

        assertThat(after(NOW)).containsExactly(Period.ending(until));

        table.release(hold);
        assertThat(after(NOW)).isEmpty();
    }

    @Test
    void r1_otherTenantsDay_isTheirs() {
        TenantId other = database.newTenant("Distel");
        Period over = Period.ending(NOW.minus(Duration.ofDays(9)));
        byte[] _ =
                database.keyring()
                        .periods()
                        .seal(
                                other,
                                over,
                                new byte[1],
                                new Place(other, "provider_files", "name_sealed", Ids.next()));

        assertThat(after(NOW)).isEmpty();
        assertThat(database.keyring().periods().periods(other)).containsExactly(over);
    }
}
