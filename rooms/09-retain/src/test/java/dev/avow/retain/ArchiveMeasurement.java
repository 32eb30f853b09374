package dev.avow.retain;

import dev.avow.postgres.EmbeddedPostgres;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.sealing.SubjectKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.tenancy.TenantKeyStore;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the archive of a month takes, alone and beside live traffic, on the home that {@link
 * ScaleMeasurement} filled. What an earlier measurement moved moves again. Not part of the tests:
 * {@code -Davow.measure=true -Davow.measure.home=FOLDER}. Figures: docs/measurements.md.
 */
@EnabledIfSystemProperty(named = "avow.measure.home", matches = ".+")
class ArchiveMeasurement {

    private static final int DAYS = Integer.getInteger("avow.measure.days", 121);
    private static final int AFTER = Integer.getInteger("avow.measure.after", DAYS - 30);
    private static final int LANES = Integer.getInteger("avow.measure.lanes", 1);

    /** The most rows a second of each time; the first is of code that is not compiled yet. */
    private static final int[] PACES =
            Stream.of(System.getProperty("avow.measure.paces", "0,0").split(",", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();

    private static final Duration ALONE =
            Duration.ofSeconds(Integer.getInteger("avow.measure.alone", 20));
    private static final Duration MOST =
            Duration.ofSeconds(Integer.getInteger("avow.measure.seconds", 40));

    private final MeasuredHome home = MeasuredHome.given();

    /** What a row costs: processor time tells it though the machine is busy. */
    @Test
    void archive_alone() throws Exception {
        try (EmbeddedPostgres server = home.server();
                Tenancy tenancy = home.open(server)) {
            Keyring keys = keyring(tenancy);
            for (int pace : PACES) {
                begin(server, tenancy, keys);
                Costs before = Costs.now(server);
                Moved moved = archive(tenancy, keys, pace);
                told("alone", pace, moved, Costs.now(server).since(before));
            }
        }
    }

    @Test
    void archive_besideLiveTraffic() throws Exception {
        try (EmbeddedPostgres server = home.server();
                Tenancy tenancy = home.open(server);
                LiveTraffic traffic = new LiveTraffic(tenancy)) {
            Keyring keys = keyring(tenancy);
            for (int pace : PACES) {
                begin(server, tenancy, keys);
                String _ = traffic.measure(ALONE.dividedBy(2)); // to warm up
                MeasuredHome.told("traffic alone: " + traffic.measure(ALONE));
                traffic.begin();
                Costs before = Costs.now(server);
                Moved moved = archive(tenancy, keys, pace);
                Costs costs = Costs.now(server).since(before);
                MeasuredHome.told("beside the archive: " + traffic.end());
                told("beside live traffic", pace, moved, costs);
            }
        }
    }

    private static void told(String where, int pace, Moved moved, Costs costs) throws IOException {
        MeasuredHome.told(
                "%s, %d tenants at once, %d rows/s at most: %s; %s"
                        .formatted(where, LANES, pace, moved, costs.of(moved.rows())));
    }

    private Moved archive(Tenancy tenancy, Keyring keys, int pace) {
        InstantSource clock = InstantSource.system();
        Schedule moves =
                new Schedule(
                        Profile.GOVERNANCE,
                        Map.of(Kept.INTERACTIONS, DAYS),
                        Optional.of(Duration.ofDays(AFTER)));
        Archives archives =
                new Archives(
                        tenancy,
                        keys,
                        new FolderObjects(home.folder().resolve("archive")),
                        moves,
                        clock,
                        5_000,
                        RowRate.of(pace));
        RetentionRun run =
                new RetentionRun(
                        tenancy,
                        new Expiry(tenancy, moves, clock, 5_000),
                        Optional.of(archives),
                        clock);
        Moved moved = new Moved(tenancy);
        new RetentionRounds(run, new TenantLanes(LANES))
                .each(tenancy.tenants(), moved::goesOn, moved::goesOn, moved);
        moved.end();
        return moved;
    }

    /** One for all times, as a server has one. */
    private Keyring keyring(Tenancy tenancy) {
        return new Keyring(
                home.master(),
                new TenantKeyStore(tenancy),
                new SubjectKeyFiles(home.folder().resolve("keys")));
    }

    /** What the archive took of all tenants, and how long. */
    private static final class Moved implements RetentionRounds.Listener {

        private final Tenancy tenancy;
        private final LongAdder rows = new LongAdder();
        private final long start = System.nanoTime();
        private double seconds;

        private Moved(Tenancy tenancy) {
            this.tenancy = tenancy;
        }

        private boolean goesOn() {
            return System.nanoTime() - start < MOST.toNanos();
        }

        private void end() {
            seconds = (System.nanoTime() - start) / 1e9;
        }

        private long rows() {
            return rows.sum();
        }

        @Override
        public void failed(TenantId tenant, RuntimeException why) {
            throw why;
        }

        @Override
        public void ended(TenantId tenant) {
            rows.add(tenancy.within(tenant, RunCounts::last).orElseThrow().archived());
        }

        @Override
        public String toString() {
            return "%d rows in %.1f s, %d rows/s"
                    .formatted(rows(), seconds, Math.round(rows() / seconds));
        }
    }

    /** Makes it as if nothing had moved; who has an account has a key: it seals their address. */
    private static void begin(EmbeddedPostgres server, Tenancy tenancy, Keyring keyring)
            throws SQLException {
        try (Connection owner = MeasuredHome.owner(server);
                Statement statement = owner.createStatement()) {
            statement.execute("DELETE FROM archives");
            statement.execute("DELETE FROM retention_limits");
            statement.execute("VACUUM archives, retention_limits, retention_runs");
            statement.execute("CHECKPOINT");
        }
        SubjectKeys keys = keyring.subjects();
        new TenantLanes(16)
                .each(
                        tenancy.tenants(),
                        () -> true,
                        tenant -> {
                            for (int person = 0; person < 50; person++) {
                                Object _ =
                                        keys.sealer(
                                                tenant,
                                                UUID.fromString(
                                                        "00000000-0000-7000-8000-%012d"
                                                                .formatted(person)));
                            }
                        });
        System.gc(); // a server has run for long: what stays in its memory is old
    }
}
