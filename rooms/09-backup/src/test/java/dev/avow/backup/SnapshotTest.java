package dev.avow.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.tenancy.Snapshot;
import dev.avow.words.FaultException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** R4: one backup of a database at a time, and the next one as soon as that is over. */
final class SnapshotTest extends AtSite {

    /** More than the server and the driver take in before they wait for the reader. */
    private static final int MANY = 40_000;

    @Test
    void reserve_whileReserved_isRefused() {
        try (Snapshot _ = Snapshot.reserve(site.database.access())) {
            assertThatThrownBy(() -> Snapshot.reserve(site.database.access()))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("wait for it to end");
        }
    }

    /** The server lets go of a connection's right some time after that is closed. */
    @Test
    void reserve_shortlyBeforeTheLastHasEnded_isReserved() throws InterruptedException {
        Snapshot last = Snapshot.reserve(site.database.access());
        Thread end =
                Thread.ofVirtual()
                        .start(() -> {
                            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                            last.close();
                        });
        try (Snapshot next = Snapshot.reserve(site.database.access())) {
            assertThat(next.begin()).isNotNull();
        }
        end.join();
    }

    /** Where a disk is full amid a table's rows, the rest of them is not waited for. */
    @Test
    void reserve_afterTheLastBrokeOff_isReserved() {
        site.newUses(null, MANY);
        for (int i = 0; i < 5; i++) {
            try (Snapshot snapshot = Snapshot.reserve(site.database.access())) {
                snapshot.begin();
                Snapshot.Table uses =
                        snapshot.tables().stream()
                                .filter(each -> each.name().equals("interactions"))
                                .findFirst()
                                .orElseThrow();
                assertThatThrownBy(() -> snapshot.read(uses, "", (_, _, _) -> full()))
                        .hasMessage("full");
            }
        }
    }

    private static void full() {
        throw new IllegalStateException("full");
    }
}
