package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is wrong, or goes wrong, gets a clear error in OpenAI's shape, is recorded where a model was
 * used, and leaves nothing of the request in any log (promises B5, B6).
 */
@ExtendWith(EndToEnd.class)
final class BadInputTest {

    private final Installation avow;

    /** Stands in every request of a test, and nowhere else. */
    private final String mark = "mark" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    BadInputTest(Installation avow) {
        this.avow = avow;
    }

    @AfterEach
    void nothingOfItIsLogged() {
        String logged = avow.logText();
        assertThat(logged.contains(mark)).as("the request stands in a log").isFalse();
        assertThat(logged.contains(avow.modelsKey())).as("a key stands in a log").isFalse();
        assertThat(logged.contains(FakeOpenAi.KEY)).as("a provider's key is logged").isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"model":"echo","messages":[MARK    | malformed_json  | NULL
                    MARK                                | malformed_json  | NULL
                    ["MARK"]                            | invalid_value   | NULL
                    "MARK"                              | invalid_value   | NULL
                    null                                | invalid_value   | NULL
                    {"messages":[{"role":"user","content":"MARK"}]} | missing_value | model
                    {"model":"echo","user":"MARK"}      | missing_value   | messages
                    {"model":"echo","messages":[]}      | missing_value   | messages
                    {"model":"echo","messages":"MARK"}  | invalid_value   | messages
                    {"model":5,"messages":[{"role":"user","content":"MARK"}]} | invalid_value | model
                    {"model":"a MARK b","messages":[{"role":"user","content":"MARK"}]} | invalid_value | model
                    {"model":"echo","messages":["MARK"]} | invalid_value  | messages[0]
                    {"model":"echo","messages":[{"content":"MARK"}]} | missing_value | messages[0].role
                    {"model":"echo","messages":[{"role":7,"content":"MARK"}]} | invalid_value | messages[0].role
                    {"model":"echo","messages":[{"role":"user","content":{"MARK":1}}]} | invalid_value | messages[0].content
                    {"model":"echo","messages":[{"role":"user","content":[{"type":"text","text":{"MARK":1}}]}]} | invalid_value | messages[0].content[0].text
                    {"model":"echo","stream":"MARK","messages":[{"role":"user","content":"x"}]} | invalid_value | stream
                    {"model":"echo","model":"MARK","messages":[{"role":"user","content":"x"}]} | invalid_value | model
                    """)
    void badBody_sent_isABadRequestThatNamesTheField(String body, String code, String param) {
        Http.Answer answer = chat(body.replace("MARK", mark));
        assertError(answer, 400, code);
        JsonNode told = answer.json().at("/error/param");
        assertThat(told.isNull() ? "NULL" : told.stringValue()).isEqualTo(param);
        assertThat(answer.body()).doesNotContain(mark);
        assertNotAsked();
    }

    @Test
    void nestedDeeply_sent_isABadRequest() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        Http.Answer answer =
                chat("{\"model\":\"echo\",\"messages\":[],\"" + mark + "\":" + deep + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/type").stringValue())
                .isEqualTo("invalid_request_error");
    }

    @Test
    void invalidUtf8_sent_isABadRequest() {
        byte[] body = question("echo", "??").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < body.length; i++) {
            if (body[i] == '?') {
                body[i] = (byte) 0xC3;
            }
        }
        Http.Answer answer =
                Http.post(avow.baseUrl() + "/chat/completions", avow.modelsKey(), body);
        assertError(answer, 400, "invalid_utf8");
        assertNotAsked();
    }

    @Test
    void bodyOverTheLimit_sent_isRefused() {
        Http.Answer answer = chat(question("echo", "a".repeat(Installation.MOST_BODY_BYTES)));
        assertError(answer, 413, "body_too_large");
        assertNotAsked();
    }

    @Test
    void bodyOverTheLimit_ofUnknownLength_isRefused() {
        byte[] body =
                question("echo", "a".repeat(Installation.MOST_BODY_BYTES))
                        .getBytes(StandardCharsets.UTF_8);
        Http.Answer answer =
                Http.post(
                        avow.baseUrl() + "/chat/completions",
                        avow.modelsKey(),
                        HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body)));
        assertError(answer, 413, "body_too_large");
        assertNotAsked();
    }

    /** Half a surrogate pair, NUL and other characters that few expect come back as they were. */
    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d\\ude42", "\\u2028", "\\ufeff", "\\b\\f\\/"})
    void oddCharacters_besideAValue_areCarriedThrough(String odd) {
        for (boolean streamed : new boolean[] {false, true}) {
            String question = question("echo", odd + " x@example.com " + odd);
            Http.Answer answer = chat(streamed ? streamed(question) : question);
            String said = new JsonMapper().readTree("\"" + odd + "\"").stringValue();
            String told =
                    streamed
                            ? answer.streamedText()
                            : answer.json().at("/choices/0/message/content").stringValue();
            assertThat(told).isEqualTo(mark + " " + said + " x@example.com " + said);
        }
    }

    @Test
    void loneSurrogate_sent_isAnsweredOrRefusedButNoFaultOfOurs() {
        Http.Answer answer = chat(question("echo", "\\ud83d x@example.com"));
        assertThat(answer.status()).isIn(200, 400);
    }

    @Test
    void bodyBelowTheLimit_sent_isAnsweredWhole() {
        String said = "words ".repeat(Installation.MOST_BODY_BYTES / 12) + "to x@example.com";
        Http.Answer answer = chat(question("echo", said));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/choices/0/message/content").stringValue())
                .isEqualTo(mark + " " + said);
    }

    @Test
    void key_unknownRevokedOrMissing_isRefused() {
        String body = question("echo", "hello");
        String chat = avow.baseUrl() + "/chat/completions";
        assertError(Http.post(chat, "avow_" + mark, body), 401, "invalid_api_key");
        assertError(Http.post(chat, mark, body), 401, "invalid_api_key");
        assertError(Http.post(chat, "", body), 401, "invalid_api_key");
        assertError(Http.post(chat, avow.revokedKey(), body), 401, "api_key_revoked");
        assertNotAsked();
    }

    @Test
    void modelsKey_onTheControlPlane_isNotAllowed() {
        assertThat(Http.get(avow.url() + "/api/v1/interactions", avow.modelsKey()).status())
                .isEqualTo(403);
    }

    @Test
    void model_unknown_isNotFound() {
        assertError(chat(question("avow/none", "hello")), 404, "model_not_found");
        assertNotAsked();
    }

    @Test
    void model_holdingPersonalData_isRefused() {
        assertError(chat(question("someone@example.com", "hello")), 400, "invalid_value");
        assertNotAsked();
    }

    @Test
    void routeAndMethod_unknown_areToldApart() {
        assertError(Http.get(avow.baseUrl() + "/" + mark, avow.modelsKey()), 404, "not_found");
        Http.Answer wrongMethod = Http.get(avow.baseUrl() + "/chat/completions", avow.modelsKey());
        assertError(wrongMethod, 405, "method_not_allowed");
        assertThat(wrongMethod.header("Allow")).isEqualTo("POST");
    }

    @Test
    void provider_down_isAProviderFaultAndRecorded() {
        Http.Answer answer = chat(question("down/echo", "hello x@example.com"));
        assertError(answer, 502, "provider_unreachable");
        assertRecorded(answer, "failed");
    }

    @ParameterizedTest
    @CsvSource({
        "error-500,   502, provider_refused",
        "error-401,   502, provider_refused",
        "garbage,     502, provider_invalid_answer",
        "breaks-off,  502, provider_broke_off",
        "stall,       504, provider_timeout"
    })
    void provider_fails_isAProviderFaultAndRecorded(String model, int status, String code) {
        Http.Answer answer = chat(question(model, "hello x@example.com"));
        assertError(answer, status, code);
        assertThat(answer.body()).doesNotContain(mark);
        assertRecorded(answer, "failed");
    }

    @ParameterizedTest
    @CsvSource({
        "garbage,     provider_invalid_answer",
        "breaks-off,  provider_broke_off",
        "no-done,     provider_broke_off",
        "stall,       provider_timeout"
    })
    void provider_failsMidStream_endsInAnErrorEventAndIsRecorded(String model, String code) {
        Http.Answer answer = chat(streamed(question(model, "hello x@example.com")));
        String last = answer.body().strip();
        last = last.substring(last.lastIndexOf('\n') + 1).replaceFirst("^data: ", "");
        assertThat(last).contains("\"code\":\"" + code + "\"").contains("\"error\":{");
        assertThat(answer.body()).doesNotContain("[DONE]");
        assertRecorded(answer, "failed");
    }

    @Test
    void provider_slow_isWaitedFor() {
        Http.Answer answer = chat(question("slow-700", "hello x@example.com"));
        assertThat(answer.status()).isEqualTo(200);
        assertRecorded(answer, "completed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void caller_leavesWhileTheModelWorks_isRecordedAndTheProviderHearsOfIt(boolean streamed)
            throws Exception {
        String question = question("stall", "hello x@example.com");
        String body = streamed ? streamed(question) : question;
        URI uri = URI.create(avow.url());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write(
                            ("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n"
                                            + "Authorization: Bearer "
                                            + avow.modelsKey()
                                            + "\r\nContent-Type: application/json\r\n"
                                            + "Content-Length: "
                                            + body.length()
                                            + "\r\n\r\n"
                                            + body)
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            if (streamed) {
                InputStream answer = socket.getInputStream();
                assertThat(answer.read()).isEqualTo('H');
            } else {
                Eventually.holds(
                        "the provider was asked", () -> avow.provider().log().countWith(mark) > 0);
            }
        }
        Eventually.holds(
                "the provider heard of it",
                () -> avow.provider().log().lastWith(mark).outcome().equals("left"));
        Eventually.holds(
                "it is recorded",
                () ->
                        newestInteractions().findValuesAsString("status").stream()
                                .anyMatch("cancelled"::equals));
    }

    @Test
    void blocked_byPolicy_isRecordedAndNothingLeaves() {
        Http.Answer answer = chat(question("blocked", "hello"));
        assertError(answer, 403, "policy_blocked");
        assertRecorded(answer, "blocked");
        assertNotAsked();
    }

    /** Somebody wrote what looks like our pseudonyms: it stays what it is. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void prompt_holdsTextShapedLikeAPseudonym_isCarriedThrough(boolean streamed) {
        String said =
                "[EMAIL_1] [EMAIL_2] [PHONE_7] [IBAN_1 x@example.com [EMAIL_] ]y@example.com[";
        String question = question("cut-1", said);
        Http.Answer answer = chat(streamed ? streamed(question) : question);
        String told =
                streamed
                        ? answer.streamedText()
                        : answer.json().at("/choices/0/message/content").stringValue();
        assertThat(told).isEqualTo(mark + " " + said);
        assertThat(avow.provider().log().lastWith(mark).body())
                .contains("[EMAIL_1] [EMAIL_2] [PHONE_7] [IBAN_1 [EMAIL_3] [EMAIL_] ][EMAIL_4][");
    }

    private String question(String model, String said) {
        return "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"%s %s\"}]}"
                .formatted(model, mark, said);
    }

    private static String streamed(String question) {
        return "{\"stream\":true," + question.substring(1);
    }

    private Http.Answer chat(String body) {
        return Http.post(avow.baseUrl() + "/chat/completions", avow.modelsKey(), body);
    }

    private static void assertError(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        JsonNode error = answer.json().path("error");
        assertThat(error.path("code").asString("")).isEqualTo(code);
        assertThat(error.path("message").asString("")).isNotBlank();
        assertThat(error.path("type").asString("")).isNotBlank();
        assertThat(error.has("param")).isTrue();
    }

    private void assertNotAsked() {
        assertThat(avow.provider().log().countWith(mark)).isZero();
    }

    private void assertRecorded(Http.Answer answer, String status) {
        String id = answer.header("Avow-Interaction");
        assertThat(id).matches("[0-9a-f-]{36}");
        Eventually.holds(
                "the interaction is recorded as " + status,
                () -> {
                    Http.Answer record =
                            Http.get(avow.url() + "/api/v1/interactions/" + id, avow.adminKey());
                    return record.status() == 200
                            && record.json().path("status").asString("").equals(status)
                            && !record.body().contains(mark);
                });
    }

    private JsonNode newestInteractions() {
        return Http.get(avow.url() + "/api/v1/interactions?limit=3", avow.adminKey()).json();
    }
}
