package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** B1 and I1 for files that come in parts: they are looked at as a whole. */
@ExtendWith(EndToEnd.class)
final class UploadsTest {

    private static final String ADDRESS = "paula@mail.example";

    private final Installation avow;
    private final String mark = "mark" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    UploadsTest(Installation avow) {
        this.avow = avow;
    }

    private Http.Answer post(String path, String body) {
        return Http.post(avow.baseUrl() + "/uploads" + path, avow.modelsKey(), body);
    }

    private Http.Answer begin(int bytes) {
        return post(
                "",
                """
                {"purpose":"user_data","filename":"in parts.txt","bytes":%d,
                 "mime_type":"text/plain","model":"fake/parrot-files"}
                """
                        .formatted(bytes));
    }

    private String begun(int bytes) {
        Http.Answer answer = begin(bytes);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("status").asString()).isEqualTo("pending");
        return answer.json().path("id").asString();
    }

    private Http.Answer part(String upload, String text, String key) {
        return new Form()
                .file("data", "blob", "", text.getBytes(StandardCharsets.UTF_8))
                .post(avow.baseUrl() + "/uploads/" + upload + "/parts", key);
    }

    private String part(String upload, String text) {
        Http.Answer answer = part(upload, text, avow.modelsKey());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("id").asString();
    }

    private Http.Answer complete(String upload, String... parts) {
        return post(
                "/" + upload + "/complete",
                "{\"part_ids\":[\"" + String.join("\",\"", parts) + "\"]}");
    }

    private void cancel(String upload) {
        assertThat(post("/" + upload + "/cancel", "").json().path("status").asString())
                .isEqualTo("cancelled");
    }

    @Test
    void file_inParts_isLookedAtAsAWhole() {
        String text = mark + " " + ADDRESS;
        String upload = begun(text.length());
        String last = part(upload, text.substring(text.length() - 10));
        String first = part(upload, text.substring(0, text.length() - 10));
        assertThat(avow.provider().log().holds(mark)).isFalse();

        Http.Answer completed = complete(upload, first, last);
        assertThat(completed.status()).as(completed.body()).isEqualTo(200);
        assertThat(completed.json().path("status").asString()).isEqualTo("completed");
        JsonNode file = completed.json().path("file");
        assertThat(file.path("filename").asString()).isEqualTo("in parts.txt");
        assertThat(avow.provider().log().lastWith(mark).body())
                .contains("[EMAIL_")
                .doesNotContain("mail.example");
        Http.Answer answer =
                Named.named(
                        avow,
                        avow.modelsKey(),
                        Route.RESPONSES,
                        "fake/parrot-files",
                        file.path("id").asString(),
                        "x");
        assertThat(CoverageRun.said(Route.RESPONSES, false, answer)).contains(text);
        assertThat(complete(upload, first, last).status()).isEqualTo(404);
    }

    private String otherKey() {
        return Http.post(
                        avow.url() + "/api/v1/api-keys",
                        avow.adminKey(),
                        "{\"name\":\"other\",\"scopes\":[\"models\"]}")
                .json()
                .path("key")
                .stringValue();
    }

    @Test
    void upload_ofAnother_isNotThere() {
        String upload = begun(3);
        assertThat(part(upload, "abc", avow.adminKey()).status()).isIn(403, 404);
        String other = otherKey();
        assertThat(part(upload, "abc", other).status()).isEqualTo(404);
        assertThat(part("upload_x", "abc", other).status()).isEqualTo(404);
        cancel(upload);
        assertThat(part(upload, "abc", avow.modelsKey()).status()).isEqualTo(404);
    }

    @Test
    void parts_thatAreNotTheFile_areRefused() {
        String upload = begun(4);
        String part = part(upload, "abc");
        assertThat(part(upload, "de", avow.modelsKey()).status()).isEqualTo(413);
        assertThat(complete(upload, part).status()).isEqualTo(400);
        assertThat(complete(upload, part, part).status()).isEqualTo(400);
        assertThat(complete(upload, "part_x").json().at("/error/param").asString())
                .isEqualTo("part_ids");
        cancel(upload);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"purpose\":\"user_data\",\"filename\":\"a\",\"bytes\":0}          | 400 | bytes",
                "{\"purpose\":\"user_data\",\"filename\":\"a\",\"bytes\":99999999999} | 413 |"
                        + " bytes",
                "{\"purpose\":\"fine-tune\",\"filename\":\"a\",\"bytes\":1}          | 400 |"
                        + " purpose",
                "{\"purpose\":\"user_data\",\"bytes\":1}                         | 400 | filename",
                "{\"purpose\":\"user_data\",\"filename\":\"a\",\"bytes\":1,\"odd\":1} | 400 | odd",
            })
    void upload_thatIsWrong_isNamed(String body, int status, String field) {
        Http.Answer refused = post("", body);
        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.json().at("/error/param").asString()).isEqualTo(field);
    }

    @Test
    void filename_tooLong_isNamedAndTakesNoPlace() {
        String body = "{\"purpose\":\"user_data\",\"bytes\":1,\"filename\":\"%s\"}";
        for (int i = 0; i < 5; i++) {
            Http.Answer refused = post("", body.formatted("n".repeat(513)));
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.json().at("/error/param").asString()).isEqualTo("filename");
            assertThat(refused.body()).contains("512");
        }
        Http.Answer begun = post("", body.formatted("n".repeat(512)));
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        cancel(begun.json().path("id").asString());
    }

    @Test
    void key_hasTwoAtOnce_andAnotherHasItsOwn() {
        String first = begun(3);
        String second = begun(3);
        Http.Answer third = begin(3);
        assertThat(third.status()).as(third.body()).isEqualTo(429);
        assertThat(third.body()).contains("cancel one first");

        String body = "{\"purpose\":\"user_data\",\"filename\":\"a\",\"bytes\":1}";
        String url = avow.baseUrl() + "/uploads";
        String other = otherKey();
        Http.Answer others = Http.post(url, other, body);
        assertThat(others.status()).as(others.body()).isEqualTo(200);
        String id = others.json().path("id").asString();
        assertThat(Http.post(url + "/" + id + "/cancel", other, "").status()).isEqualTo(200);

        cancel(first);
        cancel(begun(3));
        cancel(second);
    }

    @Test
    void otherMethods_areRefused() {
        assertThat(Http.get(avow.baseUrl() + "/uploads", avow.modelsKey()).status()).isEqualTo(405);
        assertThat(post("/a/b/c", "").status()).isEqualTo(404);
    }
}
