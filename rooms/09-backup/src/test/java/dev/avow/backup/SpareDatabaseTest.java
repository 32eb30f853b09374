package dev.avow.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.tenancy.SpareDatabase;
import dev.avow.testing.TestDatabase;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpareDatabaseTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final CompletableFuture<Void> looked = new CompletableFuture<>();
    private SpareDatabase spare;

    @BeforeEach
    void leave() {
        database.tenancy().close();
        spare = SpareDatabase.make(database.access(), SpareDatabase.Purpose.CHECK);
    }

    @AfterEach
    void close() {
        spare.close();
        database.close();
    }

    @Test
    void requireNobodyElse_whoIsAboutToLeave_isWaitedFor() throws Exception {
        try (Connection _ = database.openAsOwner()) {
            awaitResting(look());
            assertThat(looked).isNotDone();
        }

        assertThat(looked.get()).isNull();
    }

    @Test
    void requireNobodyElse_endedWhileItWaits_refuses() throws Exception {
        try (Connection _ = database.openAsOwner()) {
            Thread looking = look();
            awaitResting(looking);
            looking.interrupt();

            assertThatThrownBy(looked::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining(
                            "connected to the database: "
                                    + database.owner()
                                    + " (1); stop every Avow");
        }
    }

    private Thread look() {
        return Thread.ofPlatform()
                .start(() -> {
                    try {
                        spare.requireNobodyElse();
                        looked.complete(null);
                    } catch (RuntimeException refused) {
                        looked.completeExceptionally(refused);
                    }
                });
    }

    /** Between two looks, or ended. */
    private static void awaitResting(Thread looking) {
        while (looking.getState() != Thread.State.TIMED_WAITING && looking.isAlive()) {
            Thread.onSpinWait();
        }
    }
}
