package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.merkle.Checkpoint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class CheckpointsTest extends SevenEntries {

    @Test
    void T1_sign_ofLeavesThatWereExchanged_isRefused() throws SQLException {
        checkpoints().sign(TENANT);
        asOwner(
                "UPDATE audit_leaves SET leaf_hash = (SELECT leaf_hash FROM audit_leaves WHERE"
                        + " position = 1) WHERE position = 2");

        assertThatThrownBy(() -> checkpoints().sign(TENANT))
                .isInstanceOf(BrokenLog.class)
                .hasMessageContaining("altered");
    }

    /** Two sign at once while the log grows: neither is a rollback. */
    @Test
    void sign_byTwoAtOnceWhileTheLogGrows_isNoRollback() {
        Map<String, Checkpoint> kept = new ConcurrentHashMap<>();
        AtomicBoolean first = new AtomicBoolean(true);
        Checkpoints[] both = new Checkpoints[1];
        Witness witness =
                new Witness() {
                    @Override
                    public Optional<Checkpoint> last(String origin) {
                        // The other caller comes through between the tree and the witness.
                        if (first.getAndSet(false)) {
                            append(7);
                            Checkpoints.Signed _ = both[0].sign(TENANT);
                        }
                        return Optional.ofNullable(kept.get(origin));
                    }

                    @Override
                    public void keep(Checkpoint checkpoint, String note) {
                        kept.put(checkpoint.origin(), checkpoint);
                    }
                };
        both[0] = new Checkpoints(database.tenancy(), database.keyring(), witness);

        assertThatCode(() -> both[0].sign(TENANT)).doesNotThrowAnyException();
    }

    /** The same with nothing but two threads that export and one that logs. */
    @Test
    void sign_byThreadsWhileTheLogGrows_isNoRollback() throws Exception {
        Checkpoints checkpoints = checkpoints();
        List<String> complaints = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 3; i++) {
                int number = i;
                threads.execute(() -> {
                    for (int n = 0; n < 40; n++) {
                        append(1000 * number + n);
                        try {
                            Checkpoints.Signed _ = checkpoints.sign(TENANT);
                        } catch (BrokenLog broken) {
                            complaints.add(String.valueOf(broken.getMessage()));
                        }
                    }
                });
            }
        }
        assertThat(complaints).isEmpty();
    }

    /** Whoever is told of an entry before it is committed keeps a checkpoint without it. */
    @Test
    void isBehind_anEntryCommittedAfterTheLastCheckpoint_saysSo() {
        Checkpoints checkpoints = checkpoints();
        database.tenancy()
                .within(
                        TENANT,
                        handle -> {
                            log.append(
                                    handle,
                                    Actor.operator(TENANT),
                                    AuditEntry.viewed("looked", "policy", null));
                            // another thread, for one has one transaction at a time
                            return CompletableFuture.supplyAsync(() -> checkpoints.sign(TENANT))
                                    .join();
                        });

        assertThat(checkpoints.isBehind(TENANT)).isTrue();
        checkpoints.sign(TENANT);
        assertThat(checkpoints.isBehind(TENANT)).isFalse();
    }

    /** Leaves that were read once are not read again, those that came since are. */
    @Test
    void T1_sign_laterLeavesExchanged_isRefusedBySameProcess() throws SQLException {
        Checkpoints checkpoints = checkpoints();
        checkpoints.sign(TENANT);
        append(7);
        append(8);
        checkpoints.sign(TENANT);
        asOwner(
                "UPDATE audit_leaves SET leaf_hash = (SELECT leaf_hash FROM audit_leaves WHERE"
                        + " position = 1) WHERE position = 8");

        assertThatThrownBy(() -> checkpoints.sign(TENANT))
                .isInstanceOf(BrokenLog.class)
                .hasMessageContaining("altered");
    }
}
