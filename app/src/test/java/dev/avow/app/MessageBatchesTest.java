package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** B1, B5, B7 and I1 for Anthropic's message batches, beside what CoverageTest holds of them. */
@ExtendWith(EndToEnd.class)
final class MessageBatchesTest {

    private static final String ADDRESS = "paula@mail.example";
    private static final String TEXT = "/message/content/0/text";

    private final Installation avow;
    private final BatchUses uses;
    private final String mark = "mark" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    MessageBatchesTest(Installation avow) {
        this.avow = avow;
        this.uses = new BatchUses(avow);
    }

    private MessageBatch batch() {
        return MessageBatch.of(avow.url(), avow.modelsKey());
    }

    @Test
    void b1_batch_leavesMaskedAndComesBackByItsOwnIds() {
        MessageBatch batch =
                batch().saying("of " + ADDRESS, "claude/echo", mark + " one " + ADDRESS)
                        .saying("2", "claude/echo", mark + " two " + PersonalData.EVERYTHING)
                        .saying("3", "claude/echo", mark + " nothing")
                        .run();

        String left = avow.provider().log().lastWith(mark).everything();
        assertThat(left)
                .contains("\"custom_id\":\"line-1\"")
                .contains("[EMAIL_1]")
                .contains("anthropic-version: 2023-06-01")
                .doesNotContain(ADDRESS);
        assertThat(PersonalData.in(left)).isEmpty();
        JsonNode results = batch.results();
        assertThat(results.propertyNames()).containsExactlyInAnyOrder("of " + ADDRESS, "2", "3");
        assertThat(results.path("of " + ADDRESS).at(TEXT).stringValue())
                .isEqualTo(mark + " one " + ADDRESS);
        assertThat(PersonalData.in(results.path("2").at(TEXT).stringValue()))
                .isEqualTo(PersonalData.VALUES.keySet());
        assertThat(results.path("3").at(TEXT).stringValue()).isEqualTo(mark + " nothing");
    }

    @Test
    void batch_shownAndListed_isUnderAnIdOfOurs() {
        MessageBatch older = batch().saying("1", "claude/echo", mark);
        JsonNode begun = older.begin().json();
        assertThat(older.id()).matches("msgbatch_[0-9a-f]{32}");
        assertThat(begun.path("type").stringValue()).isEqualTo("message_batch");
        assertThat(begun.path("processing_status").stringValue()).isEqualTo("in_progress");
        assertThat(begun.at("/request_counts/processing").asInt()).isEqualTo(1);
        assertThat(begun.path("results_url").isNull()).isTrue();
        assertThat(begun.path("created_at").stringValue()).isEqualTo("2026-11-20T08:00:00.123456Z");
        JsonNode ended = older.get("").json();
        assertThat(ended.path("results_url").stringValue())
                .isEqualTo("/v1/messages/batches/" + older.id() + "/results");
        assertThat(ended.at("/request_counts/succeeded").asInt()).isEqualTo(1);

        MessageBatch newer = batch().saying("1", "claude/echo", mark);
        assertThat(newer.begin().status()).isEqualTo(200);
        JsonNode first = list("?limit=1");
        assertThat(first.path("last_id").stringValue()).isEqualTo(newer.id());
        assertThat(first.path("has_more").asBoolean()).isTrue();
        JsonNode next = list("?limit=1&after_id=" + newer.id());
        assertThat(next.at("/data/0/id").stringValue()).isEqualTo(older.id());
        assertThat(next.at("/data/0/processing_status").stringValue()).isEqualTo("ended");
        JsonNode before = list("?before_id=" + older.id());
        assertThat(before.path("first_id").stringValue()).isEqualTo(newer.id());
        assertThat(before.path("last_id").stringValue()).isEqualTo(newer.id());
        assertThat(before.path("has_more").asBoolean()).isFalse();
        // It is no file.
        String id = older.id().replace("msgbatch_", "file-");
        assertThat(Http.get(avow.baseUrl() + "/files/" + id, avow.modelsKey()).status())
                .isEqualTo(404);
        assertThat(Http.get(avow.baseUrl() + "/files", avow.modelsKey()).body())
                .doesNotContain(id)
                .doesNotContain("message_batch");
    }

    private JsonNode list(String query) {
        return Http.get(avow.baseUrl() + "/messages/batches" + query, avow.modelsKey()).json();
    }

    @Test
    void b5_results_fetched_areRecordedRequestByRequest() {
        String model = "recorded-" + mark;
        MessageBatch batch =
                batch().saying("1", "claude/" + model, "to " + ADDRESS)
                        .saying("2", "claude/" + model, "nothing")
                        .run();
        uses.requireTwoStarted(model);

        assertThat(batch.results()).hasSize(2);
        assertThat(batch.results()).hasSize(2);
        uses.requireTwoCompleted(model);
    }

    @Test
    void request_thatWasNotServed_saysSoWithoutTheProvidersWords() {
        MessageBatch batch =
                batch().saying("late", "claude/expires", mark + ADDRESS)
                        .saying("wrong", "claude/error-400", mark + ADDRESS)
                        .saying("fine", "claude/echo", ADDRESS)
                        .run();
        JsonNode results = batch.results();
        assertThat(results.at("/late/type").stringValue()).isEqualTo("expired");
        assertThat(results.at("/wrong/type").stringValue()).isEqualTo("errored");
        assertThat(results.at("/wrong/error/error/type").stringValue())
                .isEqualTo("invalid_request_error");
        assertThat(results.path("fine").at(TEXT).stringValue()).isEqualTo(ADDRESS);
        assertThat(batch.get("/results").body()).doesNotContain("EMAIL").doesNotContain(mark);
        assertThat(uses.of("expires").toString()).contains("\"failed\"");
        assertThat(uses.of("error-400").toString()).contains("\"failed\"");
    }

    @ParameterizedTest
    @CsvSource({
        "blocked, policy_blocked, permission_error, 403",
        "coached, policy_coach, invalid_request_error, 409"
    })
    void b7_requestThatMayNotLeave_refusesTheBatchAndIsNamed(
            String model, String code, String type, int status) {
        Http.Answer refused =
                batch().saying("1", "claude/echo", mark)
                        .saying("2", "claude/" + model, mark + ADDRESS)
                        .begin();
        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.json().path("type").stringValue()).isEqualTo("error");
        assertThat(refused.json().at("/error/type").stringValue()).isEqualTo(type);
        assertThat(refused.json().at("/error/code").stringValue()).isEqualTo(code);
        assertThat(refused.json().at("/error/message").stringValue()).startsWith("requests.1: ");
        assertThat(refused.body()).doesNotContain(mark).doesNotContain(ADDRESS);
        assertThat(avow.provider().log().holds(mark)).isFalse();
        assertThat(uses.of(model).get(0).path("channel").stringValue()).isEqualTo("batch");
    }

    /** B1: what could not be looked at does not leave, and neither does what stands beside it. */
    @ParameterizedTest
    @EnumSource(FailingDetector.Way.class)
    void request_whoseDetectionFails_keepsTheBatchBack(FailingDetector.Way way) {
        Http.Answer refused =
                batch().saying("1", "claude/echo", mark)
                        .saying("2", "claude/echo", mark + " " + way.word())
                        .begin();
        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.json().at("/error/code").stringValue())
                .isEqualTo("classification_incomplete");
        assertThat(refused.json().at("/error/type").stringValue()).isEqualTo("overloaded_error");
        assertThat(avow.provider().log().holds(mark)).isFalse();
    }

    @Test
    void b7_answerThatAPolicyBlocks_isNotReleased() {
        String model = FakeSays.model(mark + " knows gisela@post.example");
        uses.blockAnswersOf(model);
        MessageBatch batch = batch().saying("1", "claude/" + model, "x").run();

        assertThat(batch.get("/results").body()).doesNotContain("gisela").doesNotContain(mark);
        JsonNode result = batch.results().path("1");
        assertThat(result.path("type").stringValue()).isEqualTo("errored");
        assertThat(result.at("/error/error/code").stringValue()).isEqualTo("policy_blocked");
        assertThat(uses.of(model).get(0).path("status").stringValue()).isEqualTo("blocked");
    }

    @Test
    void batch_cancelled_thenEnded_isDeletedAtTheProviderToo() {
        String model = "runs-" + mark;
        MessageBatch batch = batch().saying("1", "claude/" + model, mark);
        assertThat(batch.begin().status()).isEqualTo(200);
        int held = avow.provider().messageBatches().held();
        Http.Answer early = batch.delete();
        assertThat(early.status()).as(early.body()).isEqualTo(400);
        assertThat(early.json().at("/error/message").stringValue()).contains("cancel it first");
        assertThat(batch.get("/results").status()).isEqualTo(404);

        assertThat(batch.cancel().json().path("processing_status").stringValue())
                .isEqualTo("canceling");
        assertThat(batch.get("").json().at("/request_counts/canceled").asInt()).isEqualTo(1);
        assertThat(batch.results().at("/1/type").stringValue()).isEqualTo("canceled");
        assertThat(uses.of(model).get(0).path("status").stringValue()).isEqualTo("cancelled");
        assertThat(batch.delete().json().path("type").stringValue())
                .isEqualTo("message_batch_deleted");
        assertThat(batch.get("").status()).isEqualTo(404);
        assertThat(avow.provider().messageBatches().held()).isEqualTo(held - 1);
    }

    /** I1: nobody else's, and not by the provider's own id. */
    @Test
    void i1_batchOfAnother_isNotThere() {
        MessageBatch batch = batch().saying("1", "claude/echo", ADDRESS).run();
        String other =
                Http.post(
                                avow.url() + "/api/v1/api-keys",
                                avow.adminKey(),
                                "{\"name\":\"other\",\"scopes\":[\"models\"]}")
                        .json()
                        .path("key")
                        .stringValue();
        String url = avow.baseUrl() + "/messages/batches";
        for (String path : List.of("", "/results")) {
            Http.Answer refused = Http.get(url + "/" + batch.id() + path, other);
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.json().at("/error/type").stringValue()).isEqualTo("not_found_error");
        }
        assertThat(Http.post(url + "/" + batch.id() + "/cancel", other, "").status())
                .isEqualTo(404);
        assertThat(Http.delete(url + "/" + batch.id(), other).status()).isEqualTo(404);
        assertThat(Http.get(url, other).json().path("data")).isEmpty();
        assertThat(Http.get(url + "/msgbatch_fake1", avow.modelsKey()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"custom_id\":\"1\",\"params\":B} | custom_id",
                "{\"custom_id\":\"\",\"params\":B} | custom_id",
                "{\"custom_id\":\"2\",\"params\":\"x\"} | params",
                "{\"custom_id\":\"2\",\"params\":B,\"more\":\"secret\"} | more",
                "{\"custom_id\":\"2\",\"params\":{\"model\":\"claude/x\",\"max_tokens\":1}} |"
                        + " messages",
                "{\"custom_id\":\"2\",\"params\":{\"model\":\"fake/x\",M}} | model",
                "{\"custom_id\":\"2\",\"params\":{\"model\":\"avow/mirror\",M}} | model",
                "{\"custom_id\":\"2\",\"params\":{\"model\":\"claude/x\",\"stream\":true,M}} |"
                        + " stream",
            })
    void request_thatIsWrong_isNamed(String request, String field) {
        String rest = "\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]";
        Http.Answer refused =
                batch().saying("1", "claude/echo", mark)
                        .raw(
                                request.replace(":B", ":{\"model\":\"claude/x\",M}")
                                        .replace("M}", rest + "}"))
                        .begin();
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().at("/error/type").stringValue())
                .isEqualTo("invalid_request_error");
        assertThat(refused.json().at("/error/message").stringValue())
                .startsWith("requests.1: ")
                .doesNotContain("secret");
        assertThat(refused.json().at("/error/param").asString("")).startsWith(field);
        assertThat(avow.provider().log().holds(mark)).isFalse();
    }

    @Test
    void provider_thatIsBusy_beginsNothingAndCostsNothing() {
        String model = "busy-" + mark;
        avow.provider().messageBatches().overload(true);
        try {
            Http.Answer refused = batch().saying("1", "claude/" + model, ADDRESS).begin();
            assertThat(refused.status()).as(refused.body()).isEqualTo(502);
        } finally {
            avow.provider().messageBatches().overload(false);
        }
        assertThat(uses.of(model).get(0).path("status").stringValue()).isEqualTo("failed");
    }

    @Test
    void otherMethods_andPaths_areRefusedInAnthropicsShape() {
        String url = avow.baseUrl() + "/messages/batches";
        assertThat(Http.delete(url, avow.modelsKey()).status()).isEqualTo(405);
        assertThat(Http.get(url + "/a/b", avow.modelsKey()).status()).isEqualTo(404);
        Http.Answer stranger = Http.get(url, "avow_wrong");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.json().at("/error/type").stringValue())
                .isEqualTo("authentication_error");
        Http.Answer empty = Http.post(url, avow.modelsKey(), "{\"requests\":[]}");
        assertThat(empty.json().at("/error/param").stringValue()).isEqualTo("requests");
    }
}
