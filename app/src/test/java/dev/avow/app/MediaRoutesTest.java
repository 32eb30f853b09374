package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B1, B5 and C7 on the routes for images and audio, beside what CoverageTest holds of them. */
@ExtendWith(EndToEnd.class)
final class MediaRoutesTest {

    private static final String ADDRESS = "paula@mail.example";

    private final Installation avow;

    MediaRoutesTest(Installation avow) {
        this.avow = avow;
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "srt", "vtt"})
    void transcript_plainText_isRestored(String format) {
        Http.Answer answer =
                new Form()
                        .field("model", "fake/whisper")
                        .field("prompt", "from " + ADDRESS + " in " + format)
                        .field("response_format", format)
                        .file("file", "call.wav", "audio/wav", Form.WAV)
                        .post(avow.baseUrl() + "/audio/transcriptions", avow.modelsKey());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.body()).contains("from " + ADDRESS + " in " + format);
        String left = avow.provider().log().lastWith("in " + format).body();
        assertThat(left).contains("[EMAIL_1]").contains("\"bytes\":" + Form.WAV.length);
        assertThat(left).doesNotContain(ADDRESS);
    }

    @Test
    void transcript_ofSound_saysSoInReceiptAndRecord() {
        Http.Answer answer =
                new Form()
                        .field("model", "fake/whisper-recorded")
                        .file("file", "call.wav", "audio/wav", Form.WAV)
                        .post(avow.baseUrl() + "/audio/transcriptions", avow.modelsKey());

        assertThat(answer.json().at("/avow/findings").toString())
                .contains("{\"type\":\"audio\",\"count\":1}");
        Http.Answer kept =
                Http.get(
                        avow.url() + "/api/v1/interactions/" + answer.header("Avow-Interaction"),
                        avow.adminKey());
        assertThat(kept.json().path("classifications").toString()).contains("\"audio\"");
    }

    @Test
    void speech_bytes_comeAsTheyAre() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(avow.baseUrl() + "/audio/speech"))
                        .header("Authorization", "Bearer " + avow.modelsKey())
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"model\":\"fake/tts\",\"voice\":\"alloy\",\"input\":\"speak"
                                            + " to "
                                                + ADDRESS
                                                + "\"}"))
                        .build();
        HttpResponse<byte[]> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }

        assertThat(answer.headers().firstValue("content-type")).hasValue("audio/mpeg");
        assertThat(answer.headers().firstValue("Avow-Action")).hasValue("mask");
        assertThat(answer.body()).isEqualTo(FakeMedia.SPEECH);
        assertThat(avow.provider().log().lastWith("speak to [EMAIL_1]").body())
                .doesNotContain(ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"images/edits", "audio/transcriptions"})
    void form_textAsItsFile_isRefused(String route) {
        Http.Answer answer =
                new Form()
                        .field("model", "fake/x")
                        .field("prompt", "text as a file")
                        .file(
                                route.startsWith("audio") ? "file" : "image",
                                "list.txt",
                                "image/png",
                                ("write to " + ADDRESS).getBytes(StandardCharsets.UTF_8))
                        .post(avow.baseUrl() + "/" + route, avow.modelsKey());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/code").asString("")).isEqualTo("invalid_value");
        assertThat(avow.provider().log().countWith("text as a file")).isZero();
    }

    @Test
    void form_thatIsNone_isRefused() {
        Http.Answer answer =
                Http.post(
                        avow.baseUrl() + "/images/edits",
                        avow.modelsKey(),
                        "multipart/form-data",
                        HttpRequest.BodyPublishers.ofString("prompt=hello"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("multipart/form-data");
    }

    /** What a form holds of memory is given back, however it ends: there are four places. */
    @Test
    void forms_manyAfterEachOther_findAPlace() {
        for (int i = 0; i < 10; i++) {
            form_textAsItsFile_isRefused("images/edits");
        }
    }

    @Test
    void images_streamed_areRefused() {
        Http.Answer answer =
                Http.post(
                        avow.baseUrl() + "/images/generations",
                        avow.modelsKey(),
                        "{\"model\":\"fake/x\",\"prompt\":\"a\",\"stream\":true}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/param").asString("")).isEqualTo("stream");
    }

    @Test
    void images_ofAProviderWithoutThem_areRefused() {
        Http.Answer answer =
                Http.post(
                        avow.baseUrl() + "/images/generations",
                        avow.modelsKey(),
                        "{\"model\":\"claude/x\",\"prompt\":\"a\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("/v1/images/generations");
    }
}
