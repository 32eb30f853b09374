package dev.avow.retain;

import dev.avow.postgres.EmbeddedPostgres;
import dev.avow.tenancy.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the expiry of a month of ten million interactions of a thousand tenants takes, beside live
 * traffic, on a database that waits for its disk. Not part of the tests: {@code -Davow.measure=true
 * -Davow.measure.home=FOLDER}; the folder is filled first, and can be copied for another run.
 * Figures: docs/measurements.md.
 */
@EnabledIfSystemProperty(named = "avow.measure.home", matches = ".+")
@TestMethodOrder(MethodName.class)
class ScaleMeasurement {

    private static final int TENANTS = Integer.getInteger("avow.measure.tenants", 1_000);
    private static final int ROWS = Integer.getInteger("avow.measure.rows", 10_000_000);

    /** Another month goes with 60 and with 30 days. */
    private static final int DAYS = Integer.getInteger("avow.measure.days", 90);

    private static final Schedule SCHEDULE =
            new Schedule(Profile.GOVERNANCE, Map.of(Kept.INTERACTIONS, DAYS), Optional.empty());

    private static final Duration TRAFFIC_ALONE = Duration.ofSeconds(20);
    private static final Duration ROW_BY_ROW = Duration.ofSeconds(60);

    /** In the order of their times, as they come: neighbours are of different tenants. */
    private static final String FILL =
            """
            SET enable_mergejoin = off;
            CREATE TEMP TABLE numbered AS SELECT row_number() OVER (ORDER BY tenant_id) AS number, tenant_id
                FROM tenants WHERE name LIKE 'measured%';
            ANALYZE numbered;
            INSERT INTO interactions (tenant_id, id, occurred_at, user_id, api_key_id, channel,
                platform_id, model, prompt_hash, response_hash, content_length, classifications,
                policy_applied, policy_action, risk_score, tokens_in, tokens_out, cost, duration_ms,
                status, charged_picos, charged_tokens, received_by)
            SELECT t.tenant_id, gen_random_uuid(), now() - make_interval(secs => 120 * 86400.0 * (1 - n::float8 / :rows)),
                ('00000000-0000-7000-8000-' || lpad((n % 50)::text, 12, '0'))::uuid,
                ('00000000-0000-7000-8001-' || lpad((n % 50)::text, 12, '0'))::uuid, 'api', 'openai',
                'a-model-of-some-length', 'hmac-sha256:' || encode(sha256(n::text::bytea), 'hex'),
                'hmac-sha256:' || encode(sha256((-n)::text::bytea), 'hex'), 2048,
                '[{"type":"email","confidence":0.99,"tier":1,"count":2,"in":"prompt"}]', 'p', 'Mask',
                0.36, 100, 200, 0.0123, 800, 'completed', 12300000000, 300,
                '[{"host":"api.openai.com","provider":"openai","purpose":"ask","region":"US"}]'
            FROM generate_series(1, :rows) g (n)
            JOIN numbered t ON t.number = 1 + (hashint4(g.n) & 2147483647) % :tenants;
            """;

    private final MeasuredHome home = MeasuredHome.given();

    @Test
    void a_fill() throws Exception {
        if (Files.exists(home.folder().resolve("filled"))) {
            return;
        }
        Files.createDirectories(home.folder());
        try (EmbeddedPostgres server = home.server();
                Tenancy _ = home.open(server);
                Connection owner = MeasuredHome.owner(server);
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "INSERT INTO tenants (tenant_id, name) SELECT gen_random_uuid(), 'measured ' ||"
                            + " n FROM generate_series(1, "
                            + TENANTS
                            + ") n");
            // They would have been made one after the other.
            statement.execute("SELECT make_weeks_back(18)");
            statement.execute(FILL.replace(":rows", ROWS + "").replace(":tenants", TENANTS + ""));
            statement.execute("VACUUM ANALYZE interactions");
            statement.execute("CHECKPOINT");
        }
        Files.createFile(home.folder().resolve("filled"));
    }

    @Test
    void b_expireAMonth_besideLiveTraffic() throws Exception {
        try (EmbeddedPostgres server = home.server();
                Tenancy tenancy = home.open(server);
                LiveTraffic traffic = new LiveTraffic(tenancy)) {
            hadARun(server);
            alone(traffic);

            long start = System.nanoTime();
            new Sweep(tenancy, SCHEDULE, InstantSource.system()).conceal();
            MeasuredHome.told(
                    "until unreadable: %.3f s".formatted((System.nanoTime() - start) / 1e9));

            Weeks weeks = new Weeks(tenancy);
            beside(traffic, "whole weeks", Duration.ofSeconds(3), weeks::letGo);
            MeasuredHome.told("afterwards: " + traffic.measure(TRAFFIC_ALONE));
        }
    }

    /** Another month, of which a hold of one tenant keeps every week; what is not held goes. */
    @Test
    void d_expireAMonthRowByRow_besideLiveTraffic() throws Exception {
        try (EmbeddedPostgres server = home.server();
                Tenancy tenancy = home.open(server);
                LiveTraffic traffic = new LiveTraffic(tenancy)) {
            holdsOneTenant(server);
            hadARun(server);
            alone(traffic);
            Schedule sooner =
                    new Schedule(
                            Profile.GOVERNANCE,
                            Map.of(Kept.INTERACTIONS, DAYS - 30),
                            Optional.empty());
            Sweep sweep = new Sweep(tenancy, sooner, InstantSource.system());
            sweep.conceal();
            beside(traffic, "weeks that a hold keeps", Duration.ZERO, new Weeks(tenancy)::letGo);
            beside(
                    traffic,
                    "row by row",
                    Duration.ZERO,
                    goOn -> {
                        long end = System.nanoTime() + ROW_BY_ROW.toNanos();
                        return sweep.run(() -> goOn.getAsBoolean() && System.nanoTime() < end);
                    });
        }
    }

    private static void alone(LiveTraffic traffic) throws IOException, InterruptedException {
        String _ = traffic.measure(TRAFFIC_ALONE.dividedBy(2)); // to warm up
        MeasuredHome.told("alone: " + traffic.measure(TRAFFIC_ALONE));
    }

    private interface Deletion {
        long run(BooleanSupplier goOn);
    }

    /**
     * Tells what a deletion did and what was felt of it.
     *
     * @param after how much longer the traffic is looked at, since the disk has still to do then
     */
    private static void beside(LiveTraffic traffic, String what, Duration after, Deletion deletion)
            throws IOException, InterruptedException {
        traffic.begin();
        List<Long> steps = new ArrayList<>();
        long begun = System.nanoTime();
        long[] last = {begun};
        long gone =
                deletion.run(() -> {
                    steps.add(System.nanoTime() - last[0]);
                    last[0] = System.nanoTime();
                    return true;
                });
        steps.add(System.nanoTime() - last[0]);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Thread.sleep(after);
        MeasuredHome.told("beside %s: %s".formatted(what, traffic.end()));
        MeasuredHome.told(
                "%s: %d rows in %.2f s, %d rows/s; %d steps with the rest after them, %s"
                        .formatted(
                                what,
                                gone,
                                seconds,
                                Math.round(gone / seconds),
                                steps.size(),
                                Times.of(steps)));
    }

    private static void holdsOneTenant(EmbeddedPostgres server) throws SQLException {
        try (Connection owner = MeasuredHome.owner(server);
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "INSERT INTO legal_holds (tenant_id, id, name, reason_sealed, created_at)"
                            + " SELECT max(tenant_id::text)::uuid, gen_random_uuid(), 'h', 'r',"
                            + " now() FROM tenants");
        }
    }

    /** What is swept is counted by tenant where there was a run before. */
    private static void hadARun(EmbeddedPostgres server) throws SQLException {
        try (Connection owner = MeasuredHome.owner(server);
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "INSERT INTO retention_runs (tenant_id, started_at) SELECT tenant_id, now()"
                            + " FROM tenants ON CONFLICT DO NOTHING");
        }
    }
}
