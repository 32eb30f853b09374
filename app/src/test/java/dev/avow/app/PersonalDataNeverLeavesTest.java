package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Promises B1 and B2, from outside: whatever part of a request holds personal data, the provider
 * never sees it and the caller gets it back.
 */
@ExtendWith(EndToEnd.class)
final class PersonalDataNeverLeavesTest {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private final Installation avow;

    PersonalDataNeverLeavesTest(Installation avow) {
        this.avow = avow;
    }

    /**
     * Whatever a test did: of all that ever reached the provider through Avow, nothing is personal.
     */
    @AfterEach
    void nothingOfItLeft() {
        for (FakeLog.Entry entry : avow.provider().log().entries()) {
            assertThat(PersonalData.in(entry.everything())).isEmpty();
        }
    }

    static Stream<Arguments> places() {
        ObjectNode parts = message("user", null);
        PersonalData.VALUES
                .values()
                .forEach(each ->
                        parts.withArray("content")
                                .addObject()
                                .put("type", "text")
                                .put("text", each));
        ObjectNode calling = MAKE.objectNode().put("role", "assistant").putNull("content");
        ObjectNode call = calling.putArray("tool_calls").addObject();
        ObjectNode arguments = MAKE.objectNode();
        PersonalData.VALUES.forEach(arguments::put);
        arguments.putArray("deeper").addObject().put("\"quoted\"", PersonalData.EVERYTHING);
        call.put("id", "call_1").put("type", "function");
        call.putObject("function").put("name", "look_up").put("arguments", arguments.toString());
        ObjectNode result = message("tool", PersonalData.EVERYTHING).put("tool_call_id", "call_1");
        ObjectNode jsonResult = message("tool", arguments.toString()).put("tool_call_id", "call_1");
        return Stream.of(
                Arguments.of("system", List.of(message("system", PersonalData.EVERYTHING))),
                Arguments.of("developer", List.of(message("developer", PersonalData.EVERYTHING))),
                Arguments.of("user", List.of(message("user", PersonalData.EVERYTHING))),
                Arguments.of("assistant", List.of(message("assistant", PersonalData.EVERYTHING))),
                Arguments.of("content parts", List.of(parts)),
                Arguments.of(
                        "tool arguments",
                        List.of(calling, message("tool", "ok").put("tool_call_id", "call_1"))),
                Arguments.of("tool result", List.of(calling, result)),
                Arguments.of("tool result as JSON", List.of(calling, jsonResult)),
                Arguments.of("user, as JSON", List.of(message("user", arguments.toString()))));
    }

    private static ObjectNode message(
            String role, @org.jspecify.annotations.Nullable String content) {
        ObjectNode message = MAKE.objectNode().put("role", role);
        return content == null ? message : message.put("content", content);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void anyPlace_whole_comesBack(String place, List<ObjectNode> messages) {
        Http.Answer answer = ask("transcript", messages, false);
        assertThat(answer.status()).as(place).isEqualTo(200);
        assertThat(answer.header("Avow-Action")).isEqualTo("mask");
        String said = answer.json().at("/choices/0/message/content").stringValue();
        assertThat(PersonalData.in(said)).isEqualTo(PersonalData.VALUES.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void anyPlace_streamedByCharacter_comesBack(String place, List<ObjectNode> messages) {
        Http.Answer answer = ask("cut-1", messages, true);
        assertThat(answer.status()).as(place).isEqualTo(200);
        assertThat(PersonalData.in(answer.streamedText())).isEqualTo(PersonalData.VALUES.keySet());
    }

    /** The stream's text is cut in two at every place that its pseudonyms could be cut at. */
    @Test
    void stream_cutAtEveryBorder_comesBack() throws Exception {
        List<ObjectNode> messages = List.of(message("user", PersonalData.EVERYTHING));
        ask("transcript", messages, false);
        String left = avow.provider().log().entries().getLast().body();
        int length =
                FakeRequest.read(left.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .transcript()
                        .length();
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService askers = Executors.newFixedThreadPool(8)) {
            for (int at = 0; at <= length; at++) {
                String model = "cut-at-" + at;
                answers.add(askers.submit(() -> ask(model, messages, true).streamedText()));
            }
        }
        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo(PersonalData.EVERYTHING);
        }
    }

    /** Names of members, numbers and fields beside the messages leave as well. */
    @ParameterizedTest
    @ValueSource(strings = {"user", "safety_identifier", "prompt_cache_key", "metadata", "stop"})
    void besideTheMessages_anyField_neverLeaves(String field) {
        ObjectNode body = body("echo", List.of(message("user", "hello")), false);
        switch (field) {
            case "metadata" -> body.putObject("metadata").put("note", PersonalData.EVERYTHING);
            case "stop" -> body.putArray("stop").add(PersonalData.EVERYTHING);
            default -> body.put(field, PersonalData.EVERYTHING);
        }
        Http.Answer answer = post(body);
        assertThat(answer.status()).isIn(200, 400);
    }

    @Test
    void cardNumber_asJsonNumberInArguments_neverLeaves() {
        String card = PersonalData.of("payment_card");
        ObjectNode body =
                body(
                        "transcript",
                        List.of(message("user", "{\"card\": " + card + ", \"n\": 1}")),
                        false);
        Http.Answer answer = post(body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(PersonalData.in(answer.body())).isEqualTo(Set.of("payment_card"));
    }

    @Test
    void value_escapedInTheBody_neverLeaves() {
        StringBuilder escaped = new StringBuilder();
        PersonalData.of("email").chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
        Http.Answer answer =
                Http.post(
                        avow.baseUrl() + "/chat/completions",
                        avow.modelsKey(),
                        "{\"model\":\"echo\",\"messages\":[{\"role\":\"user\",\"content\":\""
                                + escaped
                                + "\"}]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/choices/0/message/content").stringValue())
                .isEqualTo(PersonalData.of("email"));
        assertThat(avow.provider().log().entries().getLast().body())
                .doesNotContain(escaped)
                .contains("[EMAIL_1]");
    }

    /** Members may stand twice, hold anything, or be unknown: whatever leaves is masked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"content\":\"EMAIL\"}]",
                "\"messages\":[{\"role\":\"user\",\"content\":\"EMAIL\",\"content\":\"x\"}]",
                "\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"extra\":CARD}]",
                "\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"EMAIL\":1}]",
                "\"messages\":[{\"role\":\"user\",\"content\":\"{\\\"EMAIL\\\":CARD}\"}]",
                "\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"name\":\"EMAIL\"}]",
                "\"messages\":[{\"role\":\"user EMAIL\",\"content\":\"x\"}]",
                "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\","
                        + "\"image_url\":{\"url\":\"https://example.com/?to=EMAIL\"}}]}]",
                "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"metadata\":{\"EMAIL\":\"CARD\"}",
                "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"seed\":1,\"top_k\":CARD",
                "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"description\":\"for"
                    + " EMAIL\",\"parameters\":"
                    + "{\"type\":\"object\",\"properties\":{\"EMAIL\":{\"enum\":[\"EMAIL\",CARD]}}}}}]"
            })
    void oddBody_anyPlace_neverLeaves(String members) {
        String body =
                ("{\"model\":\"transcript\"," + members + "}")
                        .replace("EMAIL", PersonalData.of("email"))
                        .replace("CARD", PersonalData.of("payment_card"));
        Http.Answer answer =
                Http.post(avow.baseUrl() + "/chat/completions", avow.modelsKey(), body);
        assertThat(answer.status()).isIn(200, 400);
    }

    /** Of the caller's request, nothing but the body goes on. */
    @Test
    void headersAndQuery_ofTheCaller_stayHere() {
        String email = PersonalData.of("email");
        Http.Answer answer =
                Http.post(
                        avow.baseUrl() + "/chat/completions?note=" + email,
                        avow.modelsKey(),
                        HttpRequest.BodyPublishers.ofString(
                                body("echo", List.of(message("user", "hello")), false).toString()),
                        "Cookie",
                        "who=" + email,
                        "User-Agent",
                        "agent of " + email,
                        "OpenAI-Organization",
                        email,
                        "X-Forwarded-For",
                        "192.0.2.7");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(avow.provider().log().entries().getLast().everything())
                .doesNotContain("192.0.2.7", avow.modelsKey(), "agent of");
    }

    /** Providers quote what they were sent; callers keep error answers where nobody looks. */
    @Test
    void providersError_quotingTheRequest_isToldWithoutTheQuote() {
        Http.Answer answer =
                ask("quotes-400", List.of(message("user", PersonalData.EVERYTHING)), false);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_request_error", "left out");
        assertThat(PersonalData.in(answer.body())).isEmpty();
    }

    private Http.Answer ask(String model, List<ObjectNode> messages, boolean streamed) {
        return post(body(model, messages, streamed));
    }

    private Http.Answer post(ObjectNode body) {
        return Http.post(avow.baseUrl() + "/chat/completions", avow.modelsKey(), body.toString());
    }

    private static ObjectNode body(String model, List<ObjectNode> messages, boolean streamed) {
        ObjectNode body = MAKE.objectNode().put("model", model).put("stream", streamed);
        messages.forEach(body.putArray("messages")::add);
        return body;
    }
}
