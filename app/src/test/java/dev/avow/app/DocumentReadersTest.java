package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.engines.documents.Pdfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * B1, B8: documents are read beside the server, by a process that begins with the first of them,
 * knows no secret, and ends with the server, however that ends.
 */
final class DocumentReadersTest {

    private static final String ADDRESS = "hanna@mail.example";

    @Test
    void reader_whateverADocumentDoes_servesTheNextAndEndsInOrder() throws Exception {
        try (TempHome home = TempHome.fresh()) {
            String key = home.newKey("models");
            try (AvowProcess avow =
                    AvowProcess.serve(home.path(), Map.of("AVOW_DOCUMENTS_TIMEOUT_MS", "20000"))) {
                assertThat(readers(avow)).isEmpty();

                Http.Answer fine = ask(avow, key, Pdfs.saying("Mail " + ADDRESS));
                assertThat(fine.status()).as(fine.body()).isEqualTo(200);
                assertThat(fine.body()).contains("[EMAIL_1]");
                List<Long> first = readers(avow);
                assertThat(first).hasSize(1);

                // As with a document that has no end, but without the work of it.
                stop(first.getFirst());
                Http.Answer stuck = ask(avow, key, Pdfs.saying("Mail " + ADDRESS));
                assertThat(stuck.status()).as(stuck.body()).isEqualTo(503);
                assertThat(stuck.body()).contains("classification_incomplete");
                assertThat(readers(avow)).doesNotContainAnyElementsOf(first);

                assertThat(ask(avow, key, Pdfs.saying("Mail " + ADDRESS)).status()).isEqualTo(200);
                List<Long> second = readers(avow);
                Path folder = folderOf(second.getFirst());
                AvowProcess.Ended ended = avow.terminate();

                assertGone(second);
                assertThat(folder).doesNotExist();
                assertThat(ended.out() + ended.err()).doesNotContain(ADDRESS);
            }
        }
    }

    @Test
    void reader_whenTheServerIsKilled_endsToo() throws IOException {
        try (TempHome home = TempHome.fresh()) {
            String key = home.newKey("models");
            try (AvowProcess avow =
                    AvowProcess.serve(home.path(), Map.of("AVOW_DOCUMENTS_TIMEOUT_MS", "60000"))) {
                assertThat(ask(avow, key, Pdfs.saying("Mail " + ADDRESS)).status()).isEqualTo(200);
                List<Long> readers = readers(avow);
                long reader = readers.getFirst();
                Path folder = folderOf(reader);
                assertThat(Files.readString(Path.of("/proc", "" + reader, "environ"))).isEmpty();
                assertThat(command(reader)).doesNotContain(home.path().toString());

                avow.kill();

                assertGone(readers);
                // Where the kernel confines it, it cannot remove the folder itself.
                assertThat(Files.notExists(folder) || isEmpty(folder)).isTrue();

                try (AvowHere _ = AvowHere.serve(home.path(), Map.of())) {
                    assertThat(folder.getParent()).as("swept").doesNotExist();
                }
            }
        }
    }

    private static Http.Answer ask(AvowProcess avow, String key, byte[] document) {
        return Http.post(
                avow.url() + "/v1/chat/completions",
                key,
                java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"model\":\"avow/mirror\",\"messages\":[{\"role\":\"user\",\"content\":["
                            + "{\"type\":\"file\",\"file\":{\"filename\":\"a.pdf\",\"file_data\":\"data:application/pdf;base64,"
                                + Base64.getEncoder().encodeToString(document)
                                + "\"}}]}]}"),
                "Avow-Receipt",
                "full");
    }

    /** SIGSTOP: it is there and does nothing. */
    private static void stop(long pid) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-STOP", String.valueOf(pid)).start().waitFor();
        assertThat(status).isZero();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void assertGone(List<Long> readers) {
        for (long reader : readers) {
            Eventually.holds(
                    "the reader is gone",
                    () -> ProcessHandle.of(reader).filter(ProcessHandle::isAlive).isEmpty());
        }
    }

    private static List<Long> readers(AvowProcess avow) {
        return ProcessHandle.of(avow.pid())
                .orElseThrow()
                .descendants()
                .map(ProcessHandle::pid)
                .filter(pid -> command(pid).contains("ReaderMain"))
                .toList();
    }

    private static String command(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    private static Path folderOf(long pid) {
        try {
            return Path.of("/proc", String.valueOf(pid), "cwd").toRealPath();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
