package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.telemetry.PrometheusText;
import dev.avow.words.Route;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** B1, B5, B7 and I1 for files and batches, beside what CoverageTest holds of them. */
@ExtendWith(EndToEnd.class)
final class BatchesTest {

    private static final String ADDRESS = "paula@mail.example";

    private final Installation avow;
    private final BatchUses uses;
    private final String mark = "mark" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    BatchesTest(Installation avow) {
        this.avow = avow;
        this.uses = new BatchUses(avow);
    }

    private Batch batch(Route route) {
        return Batch.of(avow, avow.modelsKey(), route);
    }

    private Http.Answer get(String path) {
        return Http.get(avow.baseUrl() + path, avow.modelsKey());
    }

    private String newKey() {
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/api-keys",
                        avow.adminKey(),
                        "{\"name\":\"other\",\"scopes\":[\"models\"]}");
        return made.json().path("key").stringValue();
    }

    @Test
    void batch_ofChats_leavesMaskedAndComesBackByItsOwnIds() {
        Batch batch =
                batch(Route.CHAT_COMPLETIONS)
                        .named("letter to " + ADDRESS + ".jsonl")
                        .saying("of " + ADDRESS, "fake/echo", mark + " one " + ADDRESS)
                        .saying("2", "fake/echo", mark + " two " + PersonalData.EVERYTHING)
                        .saying("3", "fake/echo", mark + " nothing")
                        .run();

        String left = avow.provider().log().lastWith(mark).body();
        assertThat(left).contains("[EMAIL_1]").doesNotContain(ADDRESS);
        assertThat(PersonalData.in(left)).isEmpty();
        JsonNode answers = batch.answers();
        assertThat(answers.propertyNames()).containsExactlyInAnyOrder("of " + ADDRESS, "2", "3");
        String said = "/response/body/choices/0/message/content";
        assertThat(answers.path("of " + ADDRESS).at(said).stringValue())
                .isEqualTo(mark + " one " + ADDRESS);
        assertThat(PersonalData.in(answers.path("2").at(said).stringValue()))
                .isEqualTo(PersonalData.VALUES.keySet());
        assertThat(answers.path("3").at(said).stringValue()).isEqualTo(mark + " nothing");
        assertThat(avow.provider().log().holds("letter to")).isFalse();
    }

    @Test
    void fileAndBatch_shown_areUnderOurIdsAndWithTheirNotes() {
        Batch batch =
                batch(Route.EMBEDDINGS).named(ADDRESS + ".jsonl").saying("a", "fake/echo", "x");
        JsonNode file = batch.upload().json();
        assertThat(file.path("filename").stringValue()).isEqualTo(ADDRESS + ".jsonl");
        assertThat(file.path("id").stringValue()).matches("file-[0-9a-f]{32}");
        JsonNode begun = batch.begin(",\"metadata\":{\"who\":\"" + ADDRESS + mark + "\"}").json();
        assertThat(begun.at("/metadata/who").stringValue()).isEqualTo(ADDRESS + mark);
        assertThat(begun.path("input_file_id").stringValue()).isEqualTo(batch.fileId());
        assertThat(begun.path("status").stringValue()).isEqualTo("validating");
        assertThat(avow.provider().log().holds(mark)).isFalse();

        String id = begun.path("id").stringValue();
        assertThat(get("/batches/" + id).json().at("/request_counts/total").asInt()).isEqualTo(1);
        JsonNode listed = get("/batches?limit=1").json().path("data").get(0);
        assertThat(listed.path("id").stringValue()).isEqualTo(id);
        assertThat(listed.path("status").stringValue()).isEqualTo("completed");
        assertThat(get("/files").body()).contains(batch.fileId());
        assertThat(get("/files/" + batch.fileId()).json().path("object").stringValue())
                .isEqualTo("file");
        assertThat(batch.begin("").status()).isEqualTo(409);
        Http.Answer given =
                Http.get(
                        avow.baseUrl() + "/files/" + batch.fileId() + "/content", avow.modelsKey());
        assertThat(Batch.byId(given).path("a").at("/body/input").stringValue()).isEqualTo("x");
    }

    @Test
    void batch_fetched_isRecordedLineByLine() {
        String model = "recorded-" + mark;
        Batch batch =
                batch(Route.CHAT_COMPLETIONS)
                        .saying("1", "fake/" + model, "to " + ADDRESS)
                        .saying("2", "fake/" + model, "nothing")
                        .run();
        uses.requireTwoStarted(model);
        double before = completed();

        assertThat(batch.answers()).hasSize(2);
        assertThat(batch.answers()).hasSize(2);
        uses.requireTwoCompleted(model);
        assertThat(completed() - before).isGreaterThanOrEqualTo(2);
    }

    private double completed() {
        return PrometheusText.of(Http.get(avow.url() + "/metrics", "").body())
                .sum("avow_uses_total", "completed");
    }

    @Test
    void line_thatWasNotServed_saysSoInTheErrorFile() {
        Batch batch =
                batch(Route.RESPONSES)
                        .saying("late", "fake/expires", mark + ADDRESS)
                        .saying("fine", "fake/echo", ADDRESS)
                        .run();
        JsonNode fine = batch.answers().path("fine");
        assertThat(fine.at("/response/body/output/0/content/0/text").stringValue())
                .contains(ADDRESS);
        Http.Answer errors = batch.content("error_file_id");
        JsonNode late = Batch.byId(errors).path("late");
        assertThat(late.at("/error/code").stringValue()).isEqualTo("batch_expired");
        assertThat(errors.body()).doesNotContain("EMAIL").doesNotContain(mark);
        assertThat(uses.of("expires").toString()).contains("\"failed\"");
    }

    @ParameterizedTest
    @CsvSource({"blocked, policy_blocked, 403", "coached, policy_coach, 409"})
    void line_thatMayNotLeave_refusesTheFileAndIsNamed(String model, String code, int status) {
        Http.Answer refused =
                batch(Route.CHAT_COMPLETIONS)
                        .saying("1", "fake/echo", mark)
                        .saying("2", "fake/" + model, mark + ADDRESS)
                        .upload();
        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.json().at("/error/code").stringValue()).isEqualTo(code);
        assertThat(refused.json().at("/error/message").stringValue())
                .startsWith("line 2 of the file: ");
        assertThat(refused.body()).doesNotContain(mark).doesNotContain(ADDRESS);
        assertThat(avow.provider().log().holds(mark)).isFalse();
        assertThat(uses.of(model).get(0).path("channel").stringValue()).isEqualTo("batch");
    }

    @Test
    void answers_thatAPolicyBlocks_areNotReleased() {
        String model = FakeSays.model(mark + " knows gisela@post.example");
        uses.blockAnswersOf(model);
        Batch batch = batch(Route.CHAT_COMPLETIONS).saying("1", "fake/" + model, "x").run();

        Http.Answer content = batch.content("output_file_id");
        assertThat(content.body()).doesNotContain("gisela").doesNotContain(mark);
        assertThat(Batch.byId(content).path("1").at("/error/code").stringValue())
                .isEqualTo("policy_blocked");
        assertThat(uses.of(model).get(0).path("status").stringValue()).isEqualTo("blocked");
    }

    @Test
    void file_ofAnother_isNotThere() {
        Batch batch = batch(Route.EMBEDDINGS).saying("1", "fake/echo", ADDRESS).run();
        String other = newKey();
        String output = batch.shown().path("output_file_id").stringValue();
        for (String path :
                List.of(
                        "/files/" + batch.fileId(),
                        "/files/" + batch.fileId() + "/content",
                        "/files/" + output + "/content",
                        "/batches/" + batch.shown().path("id").stringValue())) {
            assertThat(Http.get(avow.baseUrl() + path, other).status()).as(path).isEqualTo(404);
        }
        assertThat(Http.get(avow.baseUrl() + "/files", other).json().path("data")).isEmpty();
        assertThat(Http.get(avow.baseUrl() + "/batches", other).json().path("data")).isEmpty();
        assertThat(Http.delete(avow.baseUrl() + "/files/" + batch.fileId(), other).status())
                .isEqualTo(404);
        assertThat(
                        Http.post(
                                        avow.baseUrl() + "/batches",
                                        other,
                                        "{\"input_file_id\":\"%s\",\"endpoint\":\"/v1/embeddings\",\"completion_window\":\"24h\"}"
                                                .formatted(batch.fileId()))
                                .status())
                .isEqualTo(404);
        // Nor by the provider's own id.
        assertThat(get("/files/file-fake1").status()).isEqualTo(404);
    }

    @Test
    void file_deletedWhileItsBatchRuns_isGoneAndItsAnswersComeBack() {
        Batch batch = batch(Route.CHAT_COMPLETIONS).saying("1", "fake/echo", ADDRESS).run();
        String url = avow.baseUrl() + "/files/" + batch.fileId();
        assertThat(Http.delete(url, avow.modelsKey()).json().path("deleted").asBoolean()).isTrue();
        assertThat(get("/files/" + batch.fileId()).status()).isEqualTo(404);
        assertThat(batch.content("output_file_id").body()).contains(ADDRESS);
    }

    @Test
    void file_deletedUnused_costsNothing() {
        String model = "unused-" + mark;
        Batch batch = batch(Route.CHAT_COMPLETIONS).saying("1", "fake/" + model, ADDRESS);
        assertThat(batch.upload().status()).isEqualTo(200);
        String url = avow.baseUrl() + "/files/" + batch.fileId();
        assertThat(Http.delete(url, avow.modelsKey()).status()).isEqualTo(200);
        assertThat(uses.of(model).get(0).path("status").stringValue()).isEqualTo("cancelled");
    }

    @Test
    void batch_cancelled_saysSo() {
        Batch batch = batch(Route.CHAT_COMPLETIONS).saying("1", "fake/echo", ADDRESS);
        assertThat(batch.upload().status()).isEqualTo(200);
        String id = batch.begin("").json().path("id").stringValue();
        Http.Answer cancelled =
                Http.post(avow.baseUrl() + "/batches/" + id + "/cancel", avow.modelsKey(), "");
        assertThat(cancelled.json().path("status").stringValue()).isEqualTo("cancelling");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"custom_id\":\"2\"                                    | method",
                "{\"custom_id\":\"1\",\"method\":\"POST\",\"url\":\"U\",\"body\":B} | custom_id",
                "{\"custom_id\":\"2\",\"method\":\"GET\",\"url\":\"U\",\"body\":B} | method",
                "{\"custom_id\":\"2\",\"method\":\"POST\",\"url\":\"/v1/moderations\",\"body\":B} |"
                        + " url",
                "{\"custom_id\":\"2\",\"method\":\"POST\",\"url\":\"/v1/embeddings\",\"body\":B} |"
                        + " url",
                "{\"custom_id\":\"2\",\"method\":\"POST\",\"url\":\"U\",\"body\":B,\"more\":\"secret\"}"
                    + " | more",
                "{\"custom_id\":\"2\",\"custom_id\":\"3\",\"method\":\"POST\",\"url\":\"U\",\"body\":B}"
                    + " | custom_id",
                "{\"custom_id\":\"2\",\"method\":\"POST\",\"url\":\"U\",\"body\":{\"model\":\"fake/x\"}}"
                    + " | messages",
                "{\"custom_id\":\"2\",\"method\":\"POST\",\"url\":\"U\",\"body\":{\"model\":\"claude/x\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}}"
                    + " | model",
                "{\"custom_id\":\"2\",\"method\":\"POST\",\"url\":\"U\",\"body\":{\"model\":\"avow/mirror\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}}"
                    + " | model",
                "{\"custom_id\":\"2\",\"method\":\"POST\",\"url\":\"U\",\"body\":{\"model\":\"fake/x\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}}"
                    + " | stream",
            })
    void line_thatIsWrong_isNamed(String line, String field) {
        String body =
                "{\"model\":\"fake/echo\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";
        Http.Answer refused =
                batch(Route.CHAT_COMPLETIONS)
                        .saying("1", "fake/echo", mark)
                        .raw(
                                line.replace("\"U\"", "\"/v1/chat/completions\"")
                                        .replace(":B", ":" + body))
                        .upload();
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().at("/error/message").stringValue())
                .startsWith("line 2 of the file: ")
                .doesNotContain("secret");
        if (!line.startsWith("{\"custom_id\":\"2\"  ") && line.endsWith("}")) {
            assertThat(refused.json().at("/error/param").asString("")).startsWith(field);
        }
        assertThat(avow.provider().log().holds(mark)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"CHAT_COMPLETIONS", "RESPONSES", "EMBEDDINGS"})
    void provider_thatCannotBeReached_leavesNoFile(Route route) {
        Http.Answer refused = batch(route).saying("1", "down/m-" + mark, ADDRESS).upload();
        assertThat(refused.status()).isEqualTo(502);
        assertThat(uses.of("m-" + mark).get(0).path("status").stringValue()).isEqualTo("failed");
    }

    @Test
    void file_ofAnotherPurpose_isRefusedWithARemedy() {
        Http.Answer refused =
                new Form()
                        .field("purpose", "fine-tune")
                        .file(
                                "file",
                                "a.txt",
                                "text/plain",
                                ADDRESS.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .post(avow.baseUrl() + "/files", avow.modelsKey());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/error/param").stringValue()).isEqualTo("purpose");
    }

    @Test
    void otherMethods_andPaths_areRefused() {
        assertThat(Http.delete(avow.baseUrl() + "/batches/x", avow.modelsKey()).status())
                .isEqualTo(405);
        assertThat(get("/files/a/b/c").status()).isEqualTo(404);
        assertThat(Http.get(avow.baseUrl() + "/files", "avow_wrong").status()).isEqualTo(401);
    }
}
