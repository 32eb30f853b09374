package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * B1, B5, B7 and I1 for files that requests name by an id, beside what CoverageTest holds of them.
 */
@ExtendWith(EndToEnd.class)
final class FilesTest {

    private static final String ADDRESS = "paula@mail.example";
    private static final Pattern PSEUDONYM = Pattern.compile("\\[EMAIL_\\d+]");

    private final Installation avow;
    private final String mark = "mark" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    FilesTest(Installation avow) {
        this.avow = avow;
    }

    private Named file(String text) {
        Named file = Named.text(avow, mark + " " + text);
        assertThat(file.uploaded().status()).as(file.uploaded().body()).isEqualTo(200);
        return file;
    }

    private String left() {
        return avow.provider().log().lastWith(mark).body();
    }

    private static String said(Route route, Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return CoverageRun.said(route, false, answer);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHAT_COMPLETIONS", "RESPONSES"})
    void file_named_leavesMaskedAndComesBackInTheAnswer(Route route) {
        Named file = file("of " + ADDRESS);
        String left = left();
        assertThat(left).startsWith("purpose=user_data\nfile=file.txt\n").doesNotContain(ADDRESS);
        assertThat(avow.provider().log().holds("letter.txt")).isFalse();

        Http.Answer answer = file.named(route, "fake/parrot-files", "and nobody " + mark);
        assertThat(said(route, answer)).contains(mark + " of " + ADDRESS).contains(file.id());
        assertThat(left()).doesNotContain(file.id()).contains("file-fake");
        assertThat(answer.body()).contains("{\"type\":\"email\",\"count\":1}");
    }

    @Test
    void file_namedWithValues_sharesTheirPseudonymsAndNoOthers() {
        Named file = file(ADDRESS);
        Matcher inFile = PSEUDONYM.matcher(left());
        assertThat(inFile.find()).isTrue();
        String again = "again" + mark;
        Http.Answer answer =
                file.named(
                        Route.RESPONSES,
                        "fake/parrot-files",
                        again + " " + ADDRESS + " and otto@mail.example");

        assertThat(avow.provider().log().lastWith(again).body())
                .contains(again + " " + inFile.group() + " and [EMAIL_1]");
        assertThat(said(Route.RESPONSES, answer))
                .contains(mark + " " + ADDRESS)
                .contains(again + " " + ADDRESS + " and otto@mail.example");
    }

    @Test
    void file_shown_isItsOwnersWithOriginals() {
        Named file = file(ADDRESS);
        JsonNode shown = file.uploaded().json();
        assertThat(shown.path("filename").asString()).isEqualTo("letter.txt");
        assertThat(shown.path("purpose").asString()).isEqualTo("user_data");
        assertThat(shown.path("id").asString()).matches("file-[0-9a-f]{32}");
        assertThat(file.content().body()).isEqualTo(mark + " " + ADDRESS);
        Http.Answer listed =
                Http.get(avow.baseUrl() + "/files?purpose=user_data", avow.modelsKey());
        assertThat(listed.body()).contains(file.id());
        assertThat(Http.delete(avow.baseUrl() + "/files/" + file.id(), avow.modelsKey()).body())
                .contains("\"deleted\":true");
        assertThat(file.named(Route.RESPONSES, "fake/parrot-files", "x").status()).isEqualTo(404);
    }

    @Test
    void file_thatIsNotTheCallers_isNotThere() {
        Named file = file(ADDRESS);
        String other =
                Http.post(
                                avow.url() + "/api/v1/api-keys",
                                avow.adminKey(),
                                "{\"name\":\"other\",\"scopes\":[\"models\"]}")
                        .json()
                        .path("key")
                        .stringValue();
        Batch batch =
                Batch.of(avow, avow.modelsKey(), Route.EMBEDDINGS).saying("1", "fake/echo", "x");
        assertThat(batch.upload().status()).isEqualTo(200);
        String unknown = "file-" + UUID.randomUUID().toString().replace("-", "");
        for (Route route : List.of(Route.CHAT_COMPLETIONS, Route.RESPONSES)) {
            String model = "fake/parrot-files";
            assertThat(Named.named(avow, other, route, model, file.id(), mark).status())
                    .isEqualTo(404);
            for (String id : List.of(unknown, batch.fileId(), "file-fake1", "")) {
                Http.Answer answer = Named.named(avow, avow.modelsKey(), route, model, id, mark);
                assertThat(answer.status()).as(id + answer.body()).isEqualTo(404);
                assertThat(answer.json().at("/error/code").asString()).isEqualTo("not_found");
            }
        }
        assertThat(Http.get(avow.baseUrl() + "/files/" + file.id(), other).status()).isEqualTo(404);
    }

    @Test
    void files_ofATool_areMappedAndNoneOfTheProvidersPasses() {
        Named file = file(ADDRESS);
        String body =
                """
                {"model":"fake/parrot-files","input":"%s","tools":[{"type":"code_interpreter",
                 "container":{"type":"auto","file_ids":["%s"]}}]}
                """;
        String url = avow.baseUrl() + "/responses";
        Http.Answer answer =
                Http.post(url, avow.modelsKey(), body.formatted("in a tool" + mark, file.id()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(avow.provider().log().lastWith("in a tool" + mark).body())
                .contains("\"file_ids\":[\"file-fake");
        assertThat(
                        Http.post(url, avow.modelsKey(), body.formatted(mark, "file-fake1"))
                                .json()
                                .at("/error/param")
                                .asString())
                .isEqualTo("tools[0].container.file_ids[0]");
    }

    @Test
    void file_namedInABatch_isMappedAndComesBack() {
        Named file = file(ADDRESS);
        Batch batch =
                Batch.of(avow, avow.modelsKey(), Route.RESPONSES)
                        .line("1", naming(file.id()))
                        .run();
        assertThat(batch.content("output_file_id").body())
                .contains(mark + " " + ADDRESS)
                .contains(file.id())
                .doesNotContain("file-fake");
    }

    @Test
    void file_named_goesToNobodyButWhoKeepsIt() {
        Named file = file("nothing");
        Http.Answer answer = file.named(Route.CHAT_COMPLETIONS, "claude/x", mark);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/param").asString()).isEqualTo("model");
        Http.Answer kept =
                Named.upload(
                                avow,
                                "user_data",
                                "a.txt",
                                mark.getBytes(StandardCharsets.UTF_8),
                                "claude/x")
                        .uploaded();
        assertThat(kept.status()).as(kept.body()).isEqualTo(400);
        assertThat(kept.json().at("/error/param").asString()).isEqualTo("model");
    }

    @ParameterizedTest
    @CsvSource({"blocked, policy_blocked, 403", "coached, policy_coach, 409"})
    void file_thatMayNotLeave_doesNot(String model, String code, int status) {
        Http.Answer refused =
                Named.upload(
                                avow,
                                "assistants",
                                "a.txt",
                                (mark + ADDRESS).getBytes(StandardCharsets.UTF_8),
                                "fake/" + model)
                        .uploaded();
        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.json().at("/error/code").asString()).isEqualTo(code);
        assertThat(avow.provider().log().holds(mark)).isFalse();
    }

    @Test
    void file_named_countsForPoliciesByWhatItHeld() {
        Named file = file(ADDRESS);
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/policies",
                        avow.adminKey(),
                        """
                        {"name": "no mail for %1$s", "priority": 31, "action": "Block",
                         "conditions": {"model": ["%1$s"], "finding_types": ["email"]}}
                        """
                                .formatted("strict-" + mark));
        assertThat(made.status()).isEqualTo(201);
        Http.Answer answer = file.named(Route.RESPONSES, "fake/strict-" + mark, "read it");
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    }

    private void policy(String action, int priority, String model) {
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/policies",
                        avow.adminKey(),
                        """
                        {"name": "%1$s %3$s", "priority": %2$d, "action": "%1$s",
                         "conditions": {"model": ["%3$s"]}}
                        """
                                .formatted(action, priority, model));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    @Test
    void file_thatLeftInClear_isNamedByNoRequestThatIsToLeaveMasked() {
        String logged = "logged-" + mark;
        String masked = "masked-" + mark;
        policy("Log", 33, logged);
        policy("Mask", 34, masked);
        byte[] text = (mark + " " + ADDRESS).getBytes(StandardCharsets.UTF_8);
        Named file = Named.upload(avow, "user_data", "a.txt", text, "fake/" + logged);
        assertThat(left()).contains(ADDRESS);

        for (Route route : List.of(Route.CHAT_COMPLETIONS, Route.RESPONSES)) {
            for (String model : List.of("fake/" + masked, "fake/parrot-files")) {
                String asked = "asked" + UUID.randomUUID();
                Http.Answer refused = file.named(route, model, asked);
                assertThat(refused.status()).as(refused.body()).isEqualTo(400);
                assertThat(refused.json().at("/error/param").asString()).isEqualTo("file_id");
                assertThat(refused.json().at("/error/message").asString())
                        .contains("upload it again with this model");
                assertThat(avow.provider().log().holds(asked)).isFalse();
            }
            assertThat(file.named(route, "fake/" + logged, "x").status()).isEqualTo(200);
        }
        Http.Answer line =
                Batch.of(avow, avow.modelsKey(), Route.RESPONSES)
                        .line("1", naming(file.id()))
                        .upload();
        assertThat(line.status()).as(line.body()).isEqualTo(400);
        assertThat(line.json().at("/error/message").asString()).startsWith("line 1 of the file");
        Named again = Named.upload(avow, "user_data", "a.txt", text, "fake/" + masked);
        assertThat(again.named(Route.RESPONSES, "fake/" + masked, "x").status()).isEqualTo(200);
    }

    @Test
    void file_thatLeftInClearWithoutFindings_isNamedByAll() {
        String logged = "clean-" + mark;
        policy("Log", 35, logged);
        byte[] text = (mark + " nothing").getBytes(StandardCharsets.UTF_8);
        Named file = Named.upload(avow, "user_data", "a.txt", text, "fake/" + logged);
        assertThat(file.named(Route.RESPONSES, "fake/parrot-files", "x").status()).isEqualTo(200);
    }

    @Test
    void files_moreThanARequestMayName_areRefused() {
        String ids =
                IntStream.range(0, 21)
                        .mapToObj("\"file-%032x\""::formatted)
                        .collect(Collectors.joining(","));
        Http.Answer answer =
                Http.post(
                        avow.baseUrl() + "/responses",
                        avow.modelsKey(),
                        """
                        {"model":"fake/parrot-files","input":"x","tools":[{"type":"code_interpreter",
                         "container":{"type":"auto","file_ids":[%s]}}]}
                        """
                                .formatted(ids));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().at("/error/param").asString()).isEqualTo("file_id");
        assertThat(answer.json().at("/error/message").asString()).contains("20 files");
    }

    @Test
    void file_ofManyValuesNamedOnManyLines_isRefused() {
        Named file =
                file(
                        IntStream.range(0, 2_000)
                                .mapToObj("p%d@mail.example"::formatted)
                                .collect(Collectors.joining("\n")));
        Batch batch = Batch.of(avow, avow.modelsKey(), Route.RESPONSES);
        for (int line = 0; line < 60; line++) {
            batch.line("l" + line, naming(file.id()));
        }
        Http.Answer refused = batch.upload();
        assertThat(refused.status()).as(refused.body()).isEqualTo(413);
        assertThat(refused.json().at("/error/param").asString()).isEqualTo("file_id");
    }

    private static ObjectNode naming(String id) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", "fake/parrot-files");
        body.putArray("input")
                .addObject()
                .put("role", "user")
                .putArray("content")
                .addObject()
                .put("type", "input_file")
                .put("file_id", id);
        return body;
    }

    @Test
    void file_uploaded_isRecorded() {
        String model = "parrot-" + mark;
        Named.upload(
                avow,
                "user_data",
                "a.md",
                ("# " + ADDRESS).getBytes(StandardCharsets.UTF_8),
                "fake/" + model);
        JsonNode recorded =
                Http.get(avow.url() + "/api/v1/interactions?model=" + model, avow.adminKey())
                        .json()
                        .path("items")
                        .get(0);
        assertThat(recorded.path("channel").asString()).isEqualTo("files");
        assertThat(recorded.path("status").asString()).isEqualTo("completed");
        assertThat(recorded.path("policy_action").asString()).isEqualTo("Mask");
        assertThat(recorded.path("classifications").toString()).contains("\"email\"");
    }

    @Test
    void document_withFindings_leavesAsItsMaskedText_andOthersAsTheyAre() throws IOException {
        Named masked = upload("user_data", "a.pdf", DocumentRequestsTest.pdf(mark + " " + ADDRESS));
        assertThat(left()).startsWith("purpose=user_data\nfile=file.txt\n").doesNotContain(ADDRESS);
        assertThat(masked.content().body()).contains(ADDRESS);

        Named clean = upload("user_data", "a.pdf", DocumentRequestsTest.pdf("clean" + mark));
        assertThat(avow.provider().log().lastWith("clean" + mark).body())
                .contains("file=file.pdf\n%PDF");
        assertThat(clean.content().body()).startsWith("%PDF");

        Http.Answer unread =
                Named.upload(
                                avow,
                                "user_data",
                                "a.pdf",
                                ("%PDF-1.4\nbroken" + mark).getBytes(StandardCharsets.UTF_8),
                                "fake/parrot-files")
                        .uploaded();
        assertThat(unread.status()).isEqualTo(503);
        assertThat(unread.body()).contains("classification_incomplete");
    }

    private Named upload(String purpose, String name, byte[] content) {
        Named file = Named.upload(avow, purpose, name, content, "fake/parrot-files");
        assertThat(file.uploaded().status()).as(file.uploaded().body()).isEqualTo(200);
        return file;
    }

    @Test
    void picture_forVision_goesAsSettingsAllow() {
        Named picture = upload("vision", "me.png", Form.PNG);
        Http.Answer answer = picture.named(Route.RESPONSES, "fake/parrot-files", mark);
        assertThat(answer.body()).contains("\"image\"");
    }

    @Test
    void lines_ofJson_hideNothingInEscapes() {
        String line = "{\"who\":\"\\u0070aula@mail.example\",\"" + mark + "\":1}";
        Named file =
                upload(
                        "assistants",
                        "a.jsonl",
                        (line + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(left()).contains("file=file.jsonl\n").doesNotContain("mail.example");
        assertThat(file.content().body().lines())
                .hasSize(2)
                .allMatch(each -> each.contains(ADDRESS));
    }
}
