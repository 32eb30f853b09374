package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.record.Aside;
import dev.avow.record.Interaction;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class InteractionStreamsTest {

    private static final String PATH = "/api/v1/interactions/stream";

    private final ConversationPlane plane = new ConversationPlane();

    @AfterEach
    void close() {
        plane.close();
    }

    private static Interaction interaction() {
        return new Interaction(
                Ids.next(),
                TenantId.DEFAULT.value(),
                null,
                null,
                "api",
                "openai",
                "m",
                "sha256:00",
                null,
                12,
                List.of(),
                null,
                "Allow",
                0.0,
                Instant.parse("2026-03-04T05:06:07Z"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "started",
                Aside.NONE);
    }

    private InputStream watch() throws Exception {
        HttpResponse<InputStream> response =
                plane.client.send(
                        plane.request("read", PATH).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    @Test
    @Timeout(60)
    void committed_watcherThatDoesNotRead_isCutOff() throws Exception {
        InputStream unread = watch();
        assertThat(plane.streams.isWatched(TenantId.DEFAULT)).isTrue();

        Interaction one = interaction();
        for (int i = 0; i < 200_000 && plane.streams.isWatched(TenantId.DEFAULT); i++) {
            plane.streams.committed(one);
        }

        assertThat(plane.streams.isWatched(TenantId.DEFAULT)).isFalse();
        unread.close();
    }

    @Test
    @Timeout(60)
    void committed_bigGroupAtOnce_doesNotCutOffWhoReads() throws Exception {
        InputStream read = watch();
        Thread reader =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                read.transferTo(java.io.OutputStream.nullOutputStream());
                            } catch (java.io.IOException ended) {
                                // The test is over.
                            }
                        });

        Interaction one = interaction();
        for (int group = 0; group < 5; group++) {
            for (int i = 0; i < 500; i++) {
                plane.streams.committed(one);
            }
            Thread.sleep(300);
        }

        assertThat(plane.streams.isWatched(TenantId.DEFAULT)).isTrue();
        read.close();
        reader.join();
    }

    @Test
    @Timeout(60)
    void isWatched_watcherWentAway_isFalseAfterAWhile() throws Exception {
        InputStream stream = watch();
        assertThat(plane.streams.isWatched(TenantId.DEFAULT)).isTrue();

        stream.close();

        while (plane.streams.isWatched(TenantId.DEFAULT)) {
            Thread.sleep(50);
        }
    }
}
