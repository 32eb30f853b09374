package dev.avow.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Small requests that are large ones when unpacked took all memory, and the server ended. */
@Timeout(300)
final class PackedBodiesMemoryTest {

    private static final int AT_ONCE = 60;

    /** A chat request of 10 MB in some 10 KB. */
    private static byte[] packed() {
        String text =
                "{\"model\":\"avow/mirror\",\"messages\":[],"
                        + " ".repeat(10_000_000)
                        + "\"stream\":false}";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static int post(String chat, String key, byte[] body, String coding) {
        return Http.post(
                        chat,
                        key,
                        HttpRequest.BodyPublishers.ofByteArray(body),
                        "Content-Encoding",
                        coding)
                .status();
    }

    @Test
    void requests_thatAreLargeWhenUnpacked_haveSoMuchMemoryTogether() throws Exception {
        byte[] packed = packed();
        assertThat(packed.length).isLessThan(20_000);
        try (TempHome home = TempHome.fresh()) {
            String key = home.newKey("models");
            try (AvowProcess avow = AvowProcess.serve(home.path(), Map.of());
                    ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                String chat = avow.url() + "/v1/chat/completions";
                Callable<Integer> asking = () -> post(chat, key, packed, "gzip");

                List<Future<Integer>> answers =
                        callers.invokeAll(Collections.nCopies(AT_ONCE, asking));

                for (Future<Integer> answer : answers) {
                    assertThat(answer.get()).isIn(200, 400, 503);
                }
                assertThat(avow.isAlive()).isTrue();
                assertThat(asking.call()).as("there is room again").isNotEqualTo(503);
            }
        }
    }
}
