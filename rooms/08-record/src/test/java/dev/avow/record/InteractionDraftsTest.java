package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.testing.TestDatabase;
import dev.avow.words.Charge;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is heard of a use is what the log holds of it. */
final class InteractionDraftsTest {

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void listener_aUseThatEnded_isHeardAsItIsKept(@TempDir Path folder) throws Exception {
        List<Interaction> heard = new CopyOnWriteArrayList<>();
        InteractionFeed feed =
                new InteractionFeed() {
                    @Override
                    public boolean isWatched(TenantId tenant) {
                        return tenant.equals(TenantId.DEFAULT);
                    }

                    @Override
                    public void committed(Interaction interaction) {
                        heard.add(interaction);
                    }
                };
        Opening opening =
                new Opening(
                        TenantId.DEFAULT,
                        Ids.next(),
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        Ids.next(),
                        null,
                        "api",
                        "openai",
                        "m",
                        "hmac-sha256:00",
                        12,
                        """
                        [{"type": "email", "confidence": 0.95, "tier": 1, "count": 1, "in": "prompt"}]
                        """,
                        null,
                        "Mask",
                        0.19,
                        "api.example",
                        null,
                        null,
                        new Charge(7L, 8),
                        Aside.NONE);
        Interaction kept;
        try (Recorder recorder =
                Recorder.open(database.tenancy(), folder, InteractionDrafts.to(feed))) {
            Use use = recorder.open(opening);
            use.end(
                    new Ending(
                            Ending.Status.COMPLETED,
                            "hmac-sha256:11",
                            null,
                            3,
                            4,
                            56,
                            new Charge(1_500_000L, 7),
                            null,
                            List.of()));
            kept =
                    new InteractionLog(database.tenancy(), recorder)
                            .find(TenantId.DEFAULT, opening.id())
                            .orElseThrow();
        }

        assertThat(heard.getLast()).isEqualTo(kept);
        assertThat(kept.status()).isEqualTo("completed");
        assertThat(kept.classifications())
                .containsExactly(new Interaction.Classified("email", 0.95, 1, 1, "prompt"));
    }
}
