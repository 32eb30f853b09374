package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever hangs up in the middle of a form leaves its place to others: there are four. */
@ExtendWith(EndToEnd.class)
final class LeavingCallersTest {

    private static final int MORE_THAN_PLACES = 10;

    private final Installation avow;

    LeavingCallersTest(Installation avow) {
        this.avow = avow;
    }

    private Socket send(String path, String body, int length) {
        URI uri = URI.create(avow.baseUrl());
        try {
            Socket socket = new Socket(uri.getHost(), uri.getPort());
            String head =
                    "POST %s/%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                            .formatted(uri.getPath(), path, avow.modelsKey());
            String form =
                    "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: %d\r\n\r\n"
                            .formatted(length);
            socket.getOutputStream()
                    .write((head + form + body).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return socket;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void leave(List<Socket> callers) throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
    }

    private Http.Answer transcript() {
        return new Form()
                .field("model", "fake/whisper")
                .file("file", "call.wav", "audio/wav", Form.WAV)
                .post(avow.baseUrl() + "/audio/transcriptions", avow.modelsKey());
    }

    private void assertThatThereIsRoom() {
        Eventually.holds("a place is free", () -> transcript().status() == 200);
        for (int i = 0; i < MORE_THAN_PLACES; i++) {
            assertThat(transcript().status()).isEqualTo(200);
        }
        Http.Answer file = Named.text(avow, "after those who left").uploaded();
        assertThat(file.status()).as(file.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"files", "uploads/upload_x/parts", "images/edits", "audio/transcriptions"})
    void callers_whoLeaveInTheMiddle_giveTheirPlacesBack(String path) throws IOException {
        List<Socket> callers = new ArrayList<>();
        Eventually.holds(
                "every place is taken",
                () -> {
                    callers.add(send(path, "--b\r\nContent-", 1_000));
                    return transcript().status() == 503;
                });
        leave(callers);
        assertThatThereIsRoom();
    }

    @Test
    void callers_whoLeaveWhileTheirFormIsWorkedOn_giveTheirPlacesBack() throws IOException {
        String body =
                """
                --b
                Content-Disposition: form-data; name="purpose"

                user_data
                --b
                Content-Disposition: form-data; name="model"

                fake/parrot-files
                --b
                Content-Disposition: form-data; name="file"; filename="a.txt"

                of x@example.com
                --b--
                """
                        .replace("\n", "\r\n");
        for (int i = 0; i < MORE_THAN_PLACES; i++) {
            leave(List.of(send("files", body, body.length())));
        }
        assertThatThereIsRoom();
    }
}
