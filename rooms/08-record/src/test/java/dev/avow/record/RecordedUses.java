package dev.avow.record;

import dev.avow.tenancy.TenantLane;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Charge;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Uses that tests record, and the rows that came of them, in a database of their own. */
final class RecordedUses implements AutoCloseable {

    static final Ending COMPLETED =
            new Ending(
                    Ending.Status.COMPLETED,
                    "hmac-sha256:r",
                    "[{\"type\":\"email\"}]",
                    7,
                    3,
                    12,
                    new Charge(2_500_000L, 10),
                    null,
                    List.of());

    final TestDatabase database = TestDatabase.fresh();

    /** What a recorder's listener was told. */
    final List<Use.Draft> told = new CopyOnWriteArrayList<>();

    Recorder recorder(Path folder) {
        return Recorder.open(database.tenancy(), folder, told::addAll);
    }

    @Override
    public void close() {
        database.close();
    }

    static Opening opening(TenantId tenant) {
        return opening(tenant, null);
    }

    /** One by a person. */
    static Opening opening(TenantId tenant, @Nullable UUID user) {
        return new Opening(
                tenant,
                Ids.next(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                user,
                Ids.next(),
                "api",
                "p",
                "m",
                "hmac-sha256:p",
                5,
                "[]",
                null,
                "Mask",
                0.25,
                "h.example",
                null,
                null,
                new Charge(7L, 8),
                Aside.NONE);
    }

    static void caughtUp(Recorder recorder) throws Exception {
        recorder.catchUp().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    /** Each row's status, in the order of the alphabet. */
    List<String> statuses() throws SQLException {
        return rows().stream().map(row -> row.replaceAll(" .*", "")).sorted().toList();
    }

    List<String> charges() throws SQLException {
        return texts(
                """
                SELECT concat_ws(' ', status, cost, charged_picos, charged_tokens) FROM interactions
                """);
    }

    List<String> rows() throws SQLException {
        return texts(
                """
                SELECT concat_ws(' ', status, coalesce(response_hash, 'null'), classifications,
                    coalesce(tokens_in::text, 'null'), coalesce(tokens_out::text, 'null'),
                    coalesce(duration_ms::text, 'null'))
                FROM interactions
                """);
    }

    /** The first column of what the database's owner is answered. */
    private List<String> texts(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    void sql(String sql) throws SQLException {
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<Path> list(Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            return all.toList();
        }
    }

    /** What can be read in a file of a journal. */
    static List<JournalReader.Found> entries(Path file) throws IOException {
        return JournalReader.entries(file.toString(), Files.readAllBytes(file));
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        for (Path file : list(from).stream().filter(Files::isRegularFile).toList()) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    /** A scribe that is started by hand, so that what comes before its first commit is certain. */
    final class Held implements AutoCloseable {
        final Journal journal;
        final JournalSync sync = new JournalSync(Duration.ofDays(1));
        final TenantLane lane = database.tenancy().openLane();
        final Scribe scribe;

        Held(Path folder) {
            journal = Journal.open(JournalFolder.of(folder));
            scribe = new Scribe(lane, journal::writeMarks, told::addAll);
        }

        Use use(Opening opening) {
            Use use =
                    new Use(
                            opening,
                            journal,
                            journal.append(JournalCodec.write(opening)),
                            sync,
                            scribe);
            scribe.note(use);
            return use;
        }

        @Override
        public void close() {
            lane.close();
        }
    }
}
