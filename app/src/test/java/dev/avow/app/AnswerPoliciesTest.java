package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * B1 for answers, generated over the routes: what a model brings of other people's data is masked
 * or blocked by policy before it is released, streamed or not, and the record says so.
 */
@ExtendWith(EndToEnd.class)
final class AnswerPoliciesTest {

    private static final String CARD = "4000 0566 5566 5556";
    private static final String SAID =
            "the customer before you paid with " + CARD + " and wrote from eve@leaks.example, so";

    private final Installation avow;

    AnswerPoliciesTest(Installation avow) {
        this.avow = avow;
    }

    private String model(String action, String more) {
        String model = FakeSays.model(SAID);
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/policies",
                        avow.adminKey(),
                        """
                        {"name": "answers of %1$s", "priority": 30, "action": "%2$s",
                         "applies_to": "answer", "conditions": {"model": ["%1$s"]%3$s}}
                        """
                                .formatted(model, action, more));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("applies_to").asString("")).isEqualTo("answer");
        return model;
    }

    private Http.Answer ask(Route route, boolean streamed, String model) {
        String provider = route.api() == Route.Api.ANTHROPIC ? "claude" : "fake";
        return RouteBodies.send(
                avow,
                route,
                RouteBodies.saying(route, streamed, provider + "/" + model, "tell me about them"));
    }

    private JsonNode interaction(Http.Answer answer) {
        return Http.get(
                        avow.url() + "/api/v1/interactions/" + answer.header("Avow-Interaction"),
                        avow.adminKey())
                .json();
    }

    private Stream<DynamicTest> everyWay(Way way) {
        return Arrays.stream(Route.values())
                .filter(CoverageRun::answersWithText)
                .flatMap(route ->
                        (CoverageRun.streams(route) ? Stream.of(false, true) : Stream.of(false))
                                .map(streamed ->
                                        DynamicTest.dynamicTest(
                                                route + (streamed ? " streamed" : ""),
                                                () -> way.run(route, streamed))));
    }

    private interface Way {
        void run(Route route, boolean streamed) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> mask_everyRoute_standInsAreReleased() {
        return everyWay((route, streamed) -> {
            Http.Answer answer = ask(route, streamed, model("Mask", ""));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain(CARD, "4000", "eve@", "leaks.example");
            assertThat(CoverageRun.said(route, streamed, answer))
                    .isEqualTo(
                            "the customer before you paid with <PAYMENT_CARD> and wrote from"
                                    + " <EMAIL>, so");
            JsonNode found = interaction(answer).get("classifications");
            assertThat(found.toString())
                    .contains("\"in\":\"answer\"", "\"action\":\"Mask\"", "\"answers of ");
            assertThat(interaction(answer).path("status").asString("")).isEqualTo("completed");
        });
    }

    @TestFactory
    Stream<DynamicTest> block_everyRoute_endsWithACleanErrorAndNothingOfTheValue() {
        return everyWay((route, streamed) -> {
            Http.Answer answer =
                    ask(route, streamed, model("Block", ", \"finding_types\": [\"payment_card\"]"));

            assertThat(answer.status()).isEqualTo(streamed ? 200 : 403);
            assertThat(answer.body()).contains("policy_blocked").doesNotContain("4000", "eve@");
            if (!streamed) {
                assertThat(answer.header("Avow-Action")).isEqualTo("block");
            } else {
                assertThat(answer.body()).contains("customer").doesNotContain("[DONE]");
            }
            JsonNode kept = interaction(answer);
            assertThat(kept.path("status").asString("")).isEqualTo("blocked");
            assertThat(kept.get("classifications").toString())
                    .contains("payment_card", "\"action\":\"Block\"");
        });
    }

    @Test
    void values_thatTheCallerSent_areNotMasked() {
        String model = model("Mask", "");

        Http.Answer answer =
                Http.post(
                        avow.url() + "/v1/chat/completions",
                        avow.modelsKey(),
                        RouteBodies.saying(
                                Route.CHAT_COMPLETIONS,
                                false,
                                "fake/" + model,
                                "it was 4000056655665556, mine"));

        assertThat(answer.body()).contains(CARD).doesNotContain("eve@");
    }

    @Test
    void coachAndShadow_onAnswers_areRefused() {
        for (String wrong : new String[] {"\"Coach\"", "\"Mask\", \"shadow\": true"}) {
            Http.Answer made =
                    Http.post(
                            avow.url() + "/api/v1/policies",
                            avow.adminKey(),
                            "{\"name\": \"wrong\", \"priority\": 3, \"applies_to\": \"both\","
                                    + " \"action\": "
                                    + wrong
                                    + "}");
            assertThat(made.status()).isEqualTo(400);
            assertThat(made.body()).contains("applies_to");
        }
    }
}
