package dev.avow.retain;

import dev.avow.postgres.EmbeddedPostgres;
import dev.avow.postgres.Options;
import dev.avow.sealing.MasterKey;
import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast rows go and how long a batch takes, on a database that waits for its disk. Not part of
 * the tests: {@code -Davow.measure=true}. Figures: docs/measurements.md.
 */
@EnabledIfSystemProperty(named = "avow.measure", matches = "true")
class DeletionMeasurement {

    private static final int TENANTS = 100;
    private static final String PASSWORD = "fictitious-owner-password";

    private static final String FILL =
            """
            INSERT INTO interactions (tenant_id, id, occurred_at, user_id, channel, platform_id, model,
                prompt_hash, content_length, classifications, policy_action, risk_score, status)
            SELECT t.tenant_id, gen_random_uuid(), now() - make_interval(days => 91, secs => n),
                ('00000000-0000-7000-8000-' || lpad((n % 50)::text, 12, '0'))::uuid, 'api', 'p',
                'a-model-of-some-length', 'hmac-sha256:' || repeat('0', 64), 2048,
                '[{"type":"email","confidence":0.99,"tier":1,"count":2,"in":"prompt"}]', 'Mask', 0.36,
                'completed'
            FROM tenants t, generate_series(1, 10000) n
            WHERE t.name LIKE 'measured%' ORDER BY n, t.tenant_id
            """;

    @Test
    void delete_aMillionRowsOfManyTenants_isMeasured(@TempDir Path home) throws Exception {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.start(
                        Options.inHome(home, "avow_owner", PASSWORD)
                                .withBinariesDir(Options.sharedBinariesDir()))) {
            String url = server.jdbcUrl("postgres");
            MasterKey master = MasterKey.readOrCreate(home.resolve("master.json"));
            try (Tenancy tenancy =
                    Tenancy.open(DatabaseAccess.of(url, "avow_owner", PASSWORD, master, 4))) {
                measure(tenancy, url, "no holds", false);
                measure(tenancy, url, "a hold on 1 of 50 people", true);
            }
        }
    }

    private static void measure(Tenancy tenancy, String url, String what, boolean hold)
            throws Exception {
        try (Connection owner = DriverManager.getConnection(url, "avow_owner", PASSWORD);
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "INSERT INTO tenants (tenant_id, name) SELECT gen_random_uuid(), 'measured ' ||"
                            + " n FROM generate_series(1, "
                            + TENANTS
                            + ") n WHERE NOT EXISTS (SELECT FROM tenants WHERE name = 'measured"
                            + " 1')");
            statement.execute(FILL);
            statement.execute("VACUUM ANALYZE interactions");
            statement.execute("CHECKPOINT");
            if (hold) {
                statement.execute(
                        "INSERT INTO legal_holds (tenant_id, id, name, reason_sealed, user_ids,"
                            + " created_at) SELECT tenant_id, gen_random_uuid(), 'h', 'r',"
                            + " ARRAY['00000000-0000-7000-8000-000000000007']::uuid[], now() FROM"
                            + " tenants");
            }
        }
        InstantSource clock = InstantSource.system();
        RetentionRun run =
                new RetentionRun(
                        tenancy,
                        new Expiry(tenancy, Schedule.of(Profile.GOVERNANCE), clock, 5_000),
                        Optional.empty(),
                        clock);
        List<Long> batches = new ArrayList<>();
        long start = System.nanoTime();
        long gone = 0;
        for (TenantId tenant : tenancy.tenants()) {
            long[] last = {System.nanoTime()};
            run.of(
                    tenant,
                    () -> {
                        batches.add(System.nanoTime() - last[0]);
                        last[0] = System.nanoTime();
                        return true;
                    });
            gone += tenancy.within(tenant, RunCounts::last).orElseThrow().interactions();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.writeString(
                Path.of("target", "deletion.txt"),
                "%s: %d rows in %.1f s, %d rows/s; %d batches, %s%n"
                        .formatted(
                                what,
                                gone,
                                seconds,
                                Math.round(gone / seconds),
                                batches.size(),
                                Times.of(batches)),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
