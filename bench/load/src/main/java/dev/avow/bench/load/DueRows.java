package dev.avow.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Interactions in the embedded database of an Avow that runs, of which three quarters are due for
 * its archive, and a hand on that archive: it is held from the moment that this is made. Holding it
 * is a lock on the table in which it begins, so it takes nothing meanwhile, and requests never ask
 * for that table. For one thread at a time.
 */
final class DueRows implements AutoCloseable {

    private static final int TENANTS = 200;

    private static final String FILL =
            """
            CREATE TEMP TABLE numbered AS SELECT row_number() OVER (ORDER BY tenant_id) AS number, tenant_id
                FROM tenants WHERE name LIKE 'measured%';
            ANALYZE numbered;
            INSERT INTO interactions (tenant_id, id, occurred_at, user_id, api_key_id, channel,
                platform_id, model, prompt_hash, response_hash, content_length, classifications,
                policy_applied, policy_action, risk_score, tokens_in, tokens_out, cost, duration_ms,
                status, charged_picos, charged_tokens, received_by)
            SELECT t.tenant_id, gen_random_uuid(),
                now() - make_interval(secs => 120 * 86400.0 * (1 - n::float8 / :rows)),
                ('00000000-0000-7000-8000-' || lpad((n % 50)::text, 12, '0'))::uuid,
                ('00000000-0000-7000-8001-' || lpad((n % 50)::text, 12, '0'))::uuid, 'api', 'openai',
                'a-model-of-some-length', 'hmac-sha256:' || encode(sha256(n::text::bytea), 'hex'),
                'hmac-sha256:' || encode(sha256((-n)::text::bytea), 'hex'), 2048,
                '[{"type":"email","confidence":0.99,"tier":1,"count":2,"in":"prompt"}]', 'p', 'Mask',
                0.36, 100, 200, 0.0123, 800, 'completed', 12300000000, 300,
                '[{"host":"api.openai.com","provider":"openai","purpose":"ask","region":"US"}]'
            FROM generate_series(1, :rows) g (n)
            JOIN numbered t ON t.number = 1 + (hashint4(g.n) & 2147483647) % :tenants
            """;

    private final Connection hand;
    private final Connection eye;

    private DueRows(Connection hand, Connection eye) {
        this.hand = hand;
        this.eye = eye;
    }

    /** Makes the rows; some minutes for millions. */
    static DueRows in(Path home, int rows) throws IOException, SQLException {
        Path data = home.resolve("postgres/data");
        List<String> pid = Files.readAllLines(data.resolve("postmaster.pid"));
        letOwnerIn(data, Long.parseLong(pid.getFirst().strip()));
        String url = "jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/postgres";
        DueRows due = new DueRows(connect(url), connect(url));
        due.hold();
        try (Statement fill = due.eye.createStatement()) {
            fill.execute(
                    "INSERT INTO tenants (tenant_id, name) SELECT gen_random_uuid(), 'measured ' ||"
                            + " n FROM generate_series(1, "
                            + TENANTS
                            + ") n");
            // They would have been made one after the other.
            fill.execute("SELECT make_weeks_back(18)");
            fill.execute(FILL.replace(":rows", rows + "").replace(":tenants", TENANTS + ""));
            fill.execute("VACUUM ANALYZE interactions");
            fill.execute("CHECKPOINT");
        }
        return due;
    }

    /** The password of the embedded database's owner is nobody's; this home is thrown away. */
    private static void letOwnerIn(Path data, long postmaster) throws IOException {
        Path rules = data.resolve("pg_hba.conf");
        String before = Files.readString(rules, StandardCharsets.UTF_8);
        Files.writeString(rules, "host postgres avow_owner 127.0.0.1/32 trust\n" + before);
        new ProcessBuilder("kill", "-HUP", String.valueOf(postmaster)).start().onExit().join();
    }

    private static Connection connect(String url) throws SQLException {
        for (int tries = 0; ; tries++) {
            try {
                return DriverManager.getConnection(url, "avow_owner", "");
            } catch (SQLException notYet) {
                if (tries == 20) {
                    throw notYet;
                }
            }
        }
    }

    /** Keeps the archive from its next group on. */
    void hold() throws SQLException {
        hand.setAutoCommit(false);
        try (Statement lock = hand.createStatement()) {
            lock.execute("LOCK TABLE archives IN ACCESS EXCLUSIVE MODE");
        }
    }

    /** Lets it go on. */
    void letGo() throws SQLException {
        hand.commit();
    }

    /** Rows in archives that are valid; not to be asked while the archive is held. */
    long archived() throws SQLException {
        try (Statement ask = eye.createStatement();
                ResultSet sum =
                        ask.executeQuery(
                                "SELECT coalesce(sum(rows), 0) FROM archives WHERE state ="
                                        + " 'committed'")) {
            return sum.next() ? sum.getLong(1) : 0;
        }
    }

    @Override
    public void close() throws SQLException {
        hand.close();
        eye.close();
    }
}
