package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.app.CoverageBodies.Kind;
import dev.avow.app.CoverageBodies.Part;
import dev.avow.app.FailingDetector.Way;
import dev.avow.words.Route;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Partial is not clean, generated over the routes' table: whatever part of whatever route the
 * detector fails on, by throwing, by looking at less than all or by running out of time, nothing
 * reaches the provider, and the caller is told so in the shape of the API that was called. Answers
 * that policies look at are kept back alike.
 */
@ExtendWith(EndToEnd.class)
final class DetectorFailsTest {

    /** Those that run out of time take it. */
    private static final Set<Way> SLOW = EnumSet.of(Way.SLEEPS);

    private static final Set<Way> QUICK = EnumSet.complementOf(EnumSet.of(Way.SLEEPS));

    private final Installation avow;

    DetectorFailsTest(Installation avow) {
        this.avow = avow;
    }

    private static List<Boolean> ways(Route route) {
        return CoverageRun.streams(route) ? List.of(false, true) : List.of(false);
    }

    @TestFactory
    Stream<DynamicTest> request_anyPartOfAnyRoute_neverLeaves() {
        return cases(QUICK, _ -> true, this::verifyRequests).oneByOne();
    }

    @TestFactory
    Stream<DynamicTest> request_noTimeForAPart_neverLeaves() {
        // One part stands for all.
        return cases(
                        SLOW,
                        _ -> true,
                        (route, streamed, way) ->
                                verifyRequest(parts(route).getFirst(), streamed, way))
                .atOnce();
    }

    private static Cases cases(Set<Way> ways, Predicate<Route> which, Verification test) {
        Cases cases = new Cases();
        for (Route route : Route.values()) {
            if (which.test(route)) {
                for (boolean streamed : ways(route)) {
                    for (Way way : ways) {
                        cases.add(
                                "%s %s%s".formatted(route, way, streamed ? " streamed" : ""),
                                () -> test.of(route, streamed, way));
                    }
                }
            }
        }
        return cases;
    }

    private interface Verification {
        void of(Route route, boolean streamed, Way way);
    }

    private static List<Part> parts(Route route) {
        return CoverageBodies.parts(route).stream()
                .filter(part -> part.kind() != Kind.NUMBER)
                .toList();
    }

    private void verifyRequests(Route route, boolean streamed, Way way) {
        SoftAssertions all = new SoftAssertions();
        for (Part part : parts(route)) {
            all.check(() -> verifyRequest(part, streamed, way));
        }
        all.assertAll();
    }

    private void verifyRequest(Part failing, boolean streamed, Way way) {
        Route route = failing.route();
        String model = "parrot-fails-" + route.name().toLowerCase(java.util.Locale.ROOT);
        String body = CoverageBodies.body(route, part -> written(part, part.equals(failing), way));
        long before = avow.provider().log().entries().size();

        Http.Answer answer = RouteBodies.send(avow, route, withModel(route, body, model, streamed));

        assertRefused(answer, route, failing.label());
        assertThat(avow.provider().log().entries()).as(failing.label()).hasSize((int) before);
        JsonNode kept = interaction(answer);
        assertThat(kept.path("status").asString("")).isEqualTo("refused");
        assertThat(kept.path("policy_action").asString("")).isEqualTo("Gap");
    }

    private static String written(Part part, boolean fails, Way way) {
        String text = fails ? way.word() : "part" + part.number();
        return switch (part.kind()) {
            case TEXT, NAME -> text;
            case NUMBER -> "1";
            case BASE64 ->
                    Base64.getEncoder()
                            .encodeToString(
                                    (text + " and some more words")
                                            .getBytes(StandardCharsets.UTF_8));
        };
    }

    private static String withModel(Route route, String body, String model, boolean streamed) {
        String provider = route.api() == Route.Api.ANTHROPIC ? "claude" : "fake";
        return "{\"model\":\"%s/%s\",%s%s"
                .formatted(
                        provider,
                        model,
                        streamed ? "\"stream\":true," : "",
                        body.strip().substring(1));
    }

    private static void assertRefused(Http.Answer answer, Route route, String label) {
        assertThat(answer.status()).as(label + ": " + answer.body()).isEqualTo(503);
        JsonNode error = answer.json().get("error");
        assertThat(error.path("code").asString("")).isEqualTo("classification_incomplete");
        switch (route.api()) {
            case OPENAI, COHERE ->
                    assertThat(error.path("type").asString("")).isEqualTo("server_error");
            case ANTHROPIC -> {
                assertThat(answer.json().path("type").asString("")).isEqualTo("error");
                assertThat(error.path("type").asString("")).isEqualTo("overloaded_error");
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> answer_thatPoliciesLookAt_isNotReleased() {
        return cases(QUICK, CoverageRun::answersWithText, this::verifyAnswer).oneByOne();
    }

    @TestFactory
    Stream<DynamicTest> answer_noTimeToLookAtIt_isNotReleased() {
        return cases(SLOW, CoverageRun::answersWithText, this::verifyAnswer).atOnce();
    }

    private void verifyAnswer(Route route, boolean streamed, Way way) {
        String model = FakeSays.model("it begins well " + way.word() + " and tells secrets then");
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/policies",
                        avow.adminKey(),
                        """
                        {"name": "failing %1$s", "priority": 30, "action": "Mask",
                         "applies_to": "answer", "conditions": {"model": ["%1$s"]}}
                        """
                                .formatted(model));
        assertThat(made.status()).isEqualTo(201);
        String provider = route.api() == Route.Api.ANTHROPIC ? "claude" : "fake";

        Http.Answer answer =
                RouteBodies.send(
                        avow,
                        route,
                        RouteBodies.saying(route, streamed, provider + "/" + model, "go on"));

        if (streamed) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("classification_incomplete");
        } else {
            assertRefused(answer, route, "answer");
        }
        assertThat(answer.body()).doesNotContain("secrets", way.word());
        assertThat(interaction(answer).path("status").asString("")).isEqualTo("refused");
    }

    private JsonNode interaction(Http.Answer answer) {
        return Http.get(
                        avow.url() + "/api/v1/interactions/" + answer.header("Avow-Interaction"),
                        avow.adminKey())
                .json();
    }
}
