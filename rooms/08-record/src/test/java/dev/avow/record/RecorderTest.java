package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.tenancy.TenantLane;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Charge;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.ByteBuffer;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B5: every use of a model is in the record, once, whatever fails meanwhile. */
final class RecorderTest {

    private static final Ending COMPLETED =
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

    @TempDir Path folder;

    private final List<Use.Draft> told = new CopyOnWriteArrayList<>();
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void end_afterTheOpeningWasCommitted_completesTheSameRow() throws Exception {
        try (Recorder recorder = recorder()) {
            Use use = recorder.open(opening(TenantId.DEFAULT));
            caughtUp(recorder);
            assertThat(rows()).containsExactly("started null [] null null null");
            use.end(COMPLETED);
            use.end(Ending.unanswered(Ending.Status.FAILED, 1, Charge.NOTHING));
        }

        assertThat(rows())
                .containsExactly("completed hmac-sha256:r [{\"type\": \"email\"}] 7 3 12");
        assertThat(files()).isEmpty();
    }

    @Test
    void end_beforeTheFirstCommit_writesOneRowOnce() throws Exception {
        Held held = new Held();
        Use use = held.use(opening(TenantId.DEFAULT));
        use.end(COMPLETED);
        held.scribe.start();
        held.scribe.close();

        assertThat(use.isDurable()).isTrue();
        assertThat(rows()).hasSize(1).first().asString().startsWith("completed");
        assertThat(told).hasSize(1);
    }

    @Test
    void open_alone_isDurableByTheJournalBeforeItsRowIsWritten() throws Exception {
        Held held = new Held();
        try (JournalSync sync = held.sync) {
            sync.start();
            Use use = held.use(opening(TenantId.DEFAULT));
            sync.enqueue(use);
            Use later = held.use(opening(TenantId.DEFAULT));
            sync.enqueue(later);
            assertThat(use.isDurable() || later.isDurable()).as("while nobody waits").isFalse();
            durable(use);
            durable(later);
        }

        assertThat(rows()).isEmpty();
        assertThat(JournalReader.entries(list(folder).getFirst())).hasSize(2);
        held.scribe.start();
        held.scribe.close();
        assertThat(rows()).hasSize(2);
    }

    @Test
    void open_whereNobodyWaits_isDurableAllTheSame() throws Exception {
        try (Recorder recorder = recorder()) {
            Use use = recorder.open(opening(TenantId.DEFAULT));
            for (int tries = 0; !use.isDurable(); tries++) {
                assertThat(tries).isLessThan(10_000);
                Thread.sleep(1);
            }
        }
    }

    @Test
    void catchUp_manyUnderWay_areAllReadable() throws Exception {
        try (Recorder recorder = recorder()) {
            for (int i = 1; i <= 50; i++) {
                Use use = recorder.open(opening(TenantId.DEFAULT));
                if (i % 2 == 0) {
                    use.end(COMPLETED);
                }
                caughtUp(recorder);
                assertThat(rows()).hasSize(i);
            }
        }
        assertThat(rows().stream().filter(row -> row.startsWith("completed"))).hasSize(25);
    }

    @Test
    void open_manyAtOnce_areAllRecorded() throws Exception {
        TenantId other = database.newTenant("other");
        try (Recorder recorder = recorder()) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                TenantId tenant = t % 2 == 0 ? TenantId.DEFAULT : other;
                threads.add(
                        Thread.ofVirtual()
                                .start(() -> {
                                    for (int i = 0; i < 200; i++) {
                                        recorder.open(opening(tenant)).end(COMPLETED);
                                    }
                                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(rows()).hasSize(1_600).allMatch(row -> row.startsWith("completed"));
        assertThat(files()).isEmpty();
    }

    @Test
    void commit_databaseAway_isTriedAgainUntilItIsBack() throws Exception {
        try (Recorder recorder = recorder()) {
            recorder.open(opening(TenantId.DEFAULT));
            Use open = recorder.open(opening(TenantId.DEFAULT));
            caughtUp(recorder);
            sql("ALTER ROLE avow_app NOLOGIN");
            try {
                endConnections();
                open.end(COMPLETED);
                until(() -> !recorder.isReady());
                assertThatThrownBy(() -> recorder.open(opening(TenantId.DEFAULT)))
                        .isInstanceOf(FaultException.class)
                        .hasMessageContaining("record_unavailable");
            } finally {
                sql("ALTER ROLE avow_app LOGIN");
            }
            until(recorder::isReady);
            recorder.open(opening(TenantId.DEFAULT)).end(COMPLETED);
        }

        assertThat(statuses()).containsExactly("completed", "completed", "started");
    }

    @Test
    void commit_connectionEndedUnderLoad_losesAndDoublesNothing() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        try (Recorder recorder = recorder()) {
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 200; i++) {
                    try {
                        recorder.open(opening(TenantId.DEFAULT)).end(COMPLETED);
                        opened.incrementAndGet();
                    } catch (FaultException refusedMeanwhile) {
                        until(recorder::isReady);
                    }
                }
                endConnections();
            }
            until(() -> told.size() >= opened.get());
            until(recorder::isReady);
        }

        assertThat(rows()).hasSize(opened.get()).allMatch(row -> row.startsWith("completed"));
        assertThat(files()).isEmpty();
    }

    /**
     * A use that ended while its group failed was once queued twice: its end was told twice, and
     * its journal file could go while another use in it was under way.
     */
    @Test
    void end_whileItsGroupFailed_wasOnceWrittenAndReleasedTwice() throws Exception {
        Held held = new Held();
        Use use = held.use(opening(TenantId.DEFAULT));
        Use other = held.use(opening(TenantId.DEFAULT));
        Use.Draft draft = use.draft();
        use.end(COMPLETED);

        assertThat(use.failed()).isFalse();
        held.scribe.start();
        held.scribe.catchUp().toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertThat(draft.ending()).isNull();
        assertThat(told.stream().filter(each -> each.use() == use)).hasSize(1);
        use.committed(told.getFirst());
        held.journal.close();
        assertThat(files()).hasSize(1);
        other.end(COMPLETED);
        held.journal.close();
        held.scribe.close();
        assertThat(files()).isEmpty();
    }

    /** A listener that failed once ended the writer's thread: nothing was recorded any more. */
    @Test
    void commit_listenerFails_onceEndedTheWriter() throws Exception {
        try (Recorder recorder =
                Recorder.open(
                        database.tenancy(),
                        folder,
                        _ -> {
                            throw new IllegalStateException("a fault of its own");
                        })) {
            recorder.open(opening(TenantId.DEFAULT));
            caughtUp(recorder);
            recorder.open(opening(TenantId.DEFAULT));
            caughtUp(recorder);
        }

        assertThat(rows()).hasSize(2);
    }

    @Test
    void open_afterACrash_recordsWhatWasUnderWayAsInterrupted() throws Exception {
        Path copy = folder.resolve("copy");
        Path live = folder.resolve("live");
        try (Recorder recorder = Recorder.open(database.tenancy(), live, told::addAll)) {
            recorder.open(opening(TenantId.DEFAULT)).end(COMPLETED);
            recorder.open(opening(database.newTenant("other")));
            caughtUp(recorder);
            copy(live, copy);
        }
        Recorder.open(database.tenancy(), copy, told::addAll).close();

        assertThat(statuses()).containsExactly("completed", "interrupted");
        assertThat(list(copy)).isEmpty();
    }

    /**
     * What may have reached the provider is not forgotten; what is known to have ended counts as it
     * did.
     */
    @Test
    void open_afterACrash_chargesWhatWasReserved() throws Exception {
        Path copy = folder.resolve("copy");
        try (Held held = new Held()) {
            held.use(opening(TenantId.DEFAULT));
            held.use(opening(TenantId.DEFAULT)).end(COMPLETED);
            copy(folder, copy);
        }
        Recorder.open(database.tenancy(), copy, told::addAll).close();

        assertThat(charges())
                .containsExactlyInAnyOrder(
                        "interrupted 0.000000000007 7 8", "completed 0.000002500000 2500000 10");
    }

    @Test
    void open_afterACrashBeforeTheGroup_recordsTheUsesAndHowTheyEnded() throws Exception {
        Path copy = folder.resolve("copy");
        try (Held held = new Held()) {
            held.use(opening(TenantId.DEFAULT));
            held.use(opening(TenantId.DEFAULT)).end(COMPLETED);
            copy(folder, copy);
        }
        Recorder.open(database.tenancy(), copy, told::addAll).close();

        assertThat(rows())
                .containsExactlyInAnyOrder(
                        "interrupted null [] null null null",
                        "completed hmac-sha256:r [{\"type\": \"email\"}] 7 3 12");
        assertThat(list(copy)).isEmpty();
    }

    /** What was erased between its writing and the crash once came back. */
    @Test
    void open_afterACrashAndAnErasure_onceBroughtTheErasedBack() throws Exception {
        Path copy = folder.resolve("copy");
        Path live = folder.resolve("live");
        try (Recorder recorder = Recorder.open(database.tenancy(), live, told::addAll)) {
            recorder.open(opening(TenantId.DEFAULT)).end(COMPLETED);
            recorder.open(opening(TenantId.DEFAULT));
            caughtUp(recorder);
            copy(live, copy);
        }
        sql("DELETE FROM interactions");
        Recorder.open(database.tenancy(), copy, told::addAll).close();

        assertThat(rows()).isEmpty();
    }

    @Test
    void open_tornLastEntry_isIgnoredAndTheWholeOnesAreRecorded() throws Exception {
        Path torn = Files.createDirectories(folder.resolve("torn"));
        Path file = torn.resolve("uses-1.log");
        JournalSegment segment =
                new JournalSegment(JournalFile.create(file, Duration.ZERO), JournalFile::delete);
        byte[] entry = JournalCodec.write(opening(TenantId.DEFAULT));
        segment.append(entry);
        segment.append(JournalCodec.write(opening(TenantId.DEFAULT)));
        byte[] bytes = Files.readAllBytes(file);
        for (int kept : new int[] {1, 5, 8, entry.length}) {
            byte[] cut = bytes.clone();
            java.util.Arrays.fill(
                    cut,
                    JournalFile.ENTRIES_AT + JournalFile.HEADER + entry.length + kept,
                    cut.length,
                    (byte) 0);
            Files.write(file, cut);
            assertThat(JournalReader.entries(file)).hasSize(1);
            assertThat(JournalReader.entries(file).getFirst().payload().array()).isEqualTo(entry);
        }
        Recorder.open(database.tenancy(), torn, told::addAll).close();

        assertThat(rows()).hasSize(1).first().asString().startsWith("interrupted");
    }

    @Test
    void open_filesOfAFormerVersion_areRecordedAndGo() throws Exception {
        Path former = Files.createDirectories(folder.resolve("former"));
        byte[] entry = JournalCodec.write(opening(TenantId.DEFAULT));
        CRC32 crc = new CRC32();
        crc.update(entry);
        ByteBuffer file = ByteBuffer.allocate(4096);
        file.putInt(entry.length).putInt((int) crc.getValue()).put((byte) 0).put(entry);
        Files.write(former.resolve("uses-1.journal"), file.array());
        Recorder.open(database.tenancy(), former, told::addAll).close();

        assertThat(rows()).hasSize(1).first().asString().startsWith("interrupted");
        assertThat(list(former)).isEmpty();
    }

    /** A scribe that is started by hand, so that what comes before its first commit is certain. */
    private final class Held implements AutoCloseable {
        final Journal journal = Journal.open(folder);
        final JournalSync sync = new JournalSync(Duration.ofDays(1));
        final TenantLane lane = database.tenancy().openLane();
        final Scribe scribe = new Scribe(lane, journal::writeMarks, told::addAll);

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

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        for (Path file : list(from).stream().filter(Files::isRegularFile).toList()) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private static void caughtUp(Recorder recorder) throws Exception {
        recorder.catchUp().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private List<String> statuses() throws SQLException {
        return rows().stream().map(row -> row.replaceAll(" .*", "")).sorted().toList();
    }

    private Recorder recorder() {
        return Recorder.open(database.tenancy(), folder, told::addAll);
    }

    private static Opening opening(TenantId tenant) {
        return new Opening(
                tenant,
                Ids.next(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                null,
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

    private static void durable(Use use) throws Exception {
        use.durable().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private List<String> charges() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT concat_ws(' ', status, cost, charged_picos, charged_tokens)"
                                        + " FROM interactions")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private List<String> rows() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT concat_ws(' ', status, coalesce(response_hash, 'null'),"
                                    + " classifications, coalesce(tokens_in::text, 'null'),"
                                    + " coalesce(tokens_out::text, 'null'),"
                                    + " coalesce(duration_ms::text, 'null')) FROM interactions")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void sql(String sql) throws SQLException {
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private void endConnections() throws SQLException {
        sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'avow_app'"
                        + " AND datname = current_database()");
    }

    private List<Path> files() throws IOException {
        return list(folder).stream().filter(Files::isRegularFile).toList();
    }

    private static List<Path> list(Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            return all.toList();
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 6_000 && !condition.holds(); i++) {
            boolean _ = never.await(10, TimeUnit.MILLISECONDS);
        }
        assertThat(condition.holds()).isTrue();
    }
}
