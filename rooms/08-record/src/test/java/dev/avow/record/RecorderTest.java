package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.Charge;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B5: every use of a model is in the record, once, whatever fails meanwhile. */
final class RecorderTest {

    @TempDir Path folder;

    private final RecordedUses uses = new RecordedUses();

    @AfterEach
    void close() {
        uses.close();
    }

    @Test
    void end_afterTheOpeningWasCommitted_completesTheSameRow() throws Exception {
        try (Recorder recorder = recorder()) {
            Use use = recorder.open(RecordedUses.opening(TenantId.DEFAULT));
            RecordedUses.caughtUp(recorder);
            assertThat(uses.rows()).containsExactly("started null [] null null null");
            use.end(RecordedUses.COMPLETED);
            use.end(Ending.unanswered(Ending.Status.FAILED, 1, Charge.NOTHING));
        }

        assertThat(uses.rows())
                .containsExactly("completed hmac-sha256:r [{\"type\": \"email\"}] 7 3 12");
        assertThat(files()).isEmpty();
    }

    @Test
    void end_beforeTheFirstCommit_writesOneRowOnce() throws Exception {
        RecordedUses.Held held = uses.new Held(folder);
        Use use = held.use(RecordedUses.opening(TenantId.DEFAULT));
        use.end(RecordedUses.COMPLETED);
        held.scribe.start();
        held.scribe.close();

        assertThat(use.isDurable()).isTrue();
        assertThat(uses.rows()).hasSize(1).first().asString().startsWith("completed");
        assertThat(uses.told).hasSize(1);
    }

    @Test
    void open_alone_isDurableByTheJournalBeforeItsRowIsWritten() throws Exception {
        RecordedUses.Held held = uses.new Held(folder);
        try (JournalSync sync = held.sync) {
            sync.start();
            Use use = held.use(RecordedUses.opening(TenantId.DEFAULT));
            sync.enqueue(use);
            Use later = held.use(RecordedUses.opening(TenantId.DEFAULT));
            sync.enqueue(later);
            assertThat(use.isDurable() || later.isDurable()).as("while nobody waits").isFalse();
            durable(use);
            durable(later);
        }

        assertThat(uses.rows()).isEmpty();
        assertThat(RecordedUses.entries(RecordedUses.list(folder).getFirst())).hasSize(2);
        held.scribe.start();
        held.scribe.close();
        assertThat(uses.rows()).hasSize(2);
    }

    @Test
    void open_whereNobodyWaits_isDurableAllTheSame() throws Exception {
        try (Recorder recorder = recorder()) {
            Use use = recorder.open(RecordedUses.opening(TenantId.DEFAULT));
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
                Use use = recorder.open(RecordedUses.opening(TenantId.DEFAULT));
                if (i % 2 == 0) {
                    use.end(RecordedUses.COMPLETED);
                }
                RecordedUses.caughtUp(recorder);
                assertThat(uses.rows()).hasSize(i);
            }
        }
        assertThat(uses.rows().stream().filter(row -> row.startsWith("completed"))).hasSize(25);
    }

    @Test
    void open_manyAtOnce_areAllRecorded() throws Exception {
        TenantId other = uses.database.newTenant("other");
        try (Recorder recorder = recorder()) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                TenantId tenant = t % 2 == 0 ? TenantId.DEFAULT : other;
                threads.add(
                        Thread.ofVirtual()
                                .start(() -> {
                                    for (int i = 0; i < 200; i++) {
                                        recorder.open(RecordedUses.opening(tenant))
                                                .end(RecordedUses.COMPLETED);
                                    }
                                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(uses.rows()).hasSize(1_600).allMatch(row -> row.startsWith("completed"));
        assertThat(files()).isEmpty();
    }

    @Test
    void commit_databaseAway_isTriedAgainUntilItIsBack() throws Exception {
        try (Recorder recorder = recorder()) {
            recorder.open(RecordedUses.opening(TenantId.DEFAULT));
            Use open = recorder.open(RecordedUses.opening(TenantId.DEFAULT));
            RecordedUses.caughtUp(recorder);
            uses.sql("ALTER ROLE avow_app NOLOGIN");
            try {
                endConnections();
                open.end(RecordedUses.COMPLETED);
                until(() -> !recorder.isReady());
                assertThatThrownBy(() -> recorder.open(RecordedUses.opening(TenantId.DEFAULT)))
                        .isInstanceOf(FaultException.class)
                        .hasMessageContaining("record_unavailable");
            } finally {
                uses.sql("ALTER ROLE avow_app LOGIN");
            }
            until(recorder::isReady);
            recorder.open(RecordedUses.opening(TenantId.DEFAULT)).end(RecordedUses.COMPLETED);
        }

        assertThat(uses.statuses()).containsExactly("completed", "completed", "started");
    }

    @Test
    void commit_connectionEndedUnderLoad_losesAndDoublesNothing() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        try (Recorder recorder = recorder()) {
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 200; i++) {
                    try {
                        recorder.open(RecordedUses.opening(TenantId.DEFAULT))
                                .end(RecordedUses.COMPLETED);
                        opened.incrementAndGet();
                    } catch (FaultException refusedMeanwhile) {
                        until(recorder::isReady);
                    }
                }
                endConnections();
            }
            until(() -> uses.told.size() >= opened.get());
            until(recorder::isReady);
        }

        assertThat(uses.rows()).hasSize(opened.get()).allMatch(row -> row.startsWith("completed"));
        assertThat(files()).isEmpty();
    }

    /**
     * A use that ended while its group failed was once queued twice: its end was told twice, and
     * its journal file could go while another use in it was under way.
     */
    @Test
    void end_whileItsGroupFailed_wasOnceWrittenAndReleasedTwice() throws Exception {
        RecordedUses.Held held = uses.new Held(folder);
        Use use = held.use(RecordedUses.opening(TenantId.DEFAULT));
        Use other = held.use(RecordedUses.opening(TenantId.DEFAULT));
        Use.Draft draft = use.draft();
        use.end(RecordedUses.COMPLETED);

        assertThat(use.failed()).isFalse();
        held.scribe.start();
        held.scribe.catchUp().toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertThat(draft.ending()).isNull();
        assertThat(uses.told.stream().filter(each -> each.use() == use)).hasSize(1);
        use.committed(uses.told.getFirst());
        held.journal.close();
        assertThat(files()).hasSize(1);
        other.end(RecordedUses.COMPLETED);
        held.journal.close();
        held.scribe.close();
        assertThat(files()).isEmpty();
    }

    /** A listener that failed once ended the writer's thread: nothing was recorded any more. */
    @Test
    void commit_listenerFails_onceEndedTheWriter() throws Exception {
        try (Recorder recorder =
                Recorder.open(
                        uses.database.tenancy(),
                        folder,
                        _ -> {
                            throw new IllegalStateException("a fault of its own");
                        })) {
            recorder.open(RecordedUses.opening(TenantId.DEFAULT));
            RecordedUses.caughtUp(recorder);
            recorder.open(RecordedUses.opening(TenantId.DEFAULT));
            RecordedUses.caughtUp(recorder);
        }

        assertThat(uses.rows()).hasSize(2);
    }

    private Recorder recorder() {
        return uses.recorder(folder);
    }

    private static void durable(Use use) throws Exception {
        use.durable().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private void endConnections() throws SQLException {
        uses.sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'avow_app'"
                        + " AND datname = current_database()");
    }

    private List<Path> files() throws IOException {
        return RecordedUses.list(folder).stream().filter(Files::isRegularFile).toList();
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
