package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.app.FaultyUpstream.Fault;
import dev.avow.words.Route;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Generated over routes, faults and ways to be reached: a provider that dies, stalls, sends
 * garbage, events without end or half a character ends in a clean error of the route's own shape,
 * with nothing of the garbage in it; what came before it is not lost in a stream; and the use is
 * recorded as failed.
 */
@ExtendWith(EndToEnd.class)
final class ProviderFaultsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static FaultyUpstream upstream;

    private final Installation avow;

    ProviderFaultsTest(Installation avow) {
        this.avow = avow;
    }

    @BeforeAll
    static void begin() throws Exception {
        upstream = new FaultyUpstream();
    }

    @AfterAll
    static void end() {
        upstream.close();
    }

    @TestFactory
    Stream<DynamicTest> everyFault_everyRoute_aCleanErrorOfItsShape() {
        return cases(EnumSet.complementOf(EnumSet.of(Fault.STALLS)), EnumSet.allOf(Way.class))
                .oneByOne();
    }

    @TestFactory
    Stream<DynamicTest> stall_everyRoute_aCleanErrorOfItsShape() {
        return cases(EnumSet.of(Fault.STALLS), EnumSet.of(Way.PLAIN)).atOnce();
    }

    @TestFactory
    Stream<DynamicTest> stallOfOneAmongMany_everyRoute_aCleanErrorOfItsShape() {
        return cases(EnumSet.of(Fault.STALLS), EnumSet.of(Way.SHARED)).atOnce();
    }

    private Cases cases(Set<Fault> faults, Set<Way> ways) {
        Cases cases = new Cases();
        for (Route route : Route.values()) {
            // Sound has no form of its own to fail: what comes is passed on.
            if (route != Route.SPEECH) {
                for (Fault fault : faults) {
                    for (boolean streamed : forms(route)) {
                        for (Way way : ways) {
                            cases.add(
                                    "%s %s %s%s"
                                            .formatted(
                                                    route, fault, way, streamed ? " streamed" : ""),
                                    () -> verify(route, fault, streamed, way));
                        }
                    }
                }
            }
        }
        return cases;
    }

    private static List<Boolean> forms(Route route) {
        return CoverageRun.streams(route) ? List.of(false, true) : List.of(false);
    }

    private void verify(Route route, Fault fault, boolean streamed, Way way) {
        String kind = route.api() == Route.Api.ANTHROPIC ? "anthropic" : "openai";
        String provider = fault.path() + "-" + kind + "-" + way.id();
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/provider-keys",
                        avow.adminKey(),
                        """
                        {"name": "%s", "kind": "%s", "base_url": "%s", "key": "unused-key-0001"}
                        """
                                .formatted(provider, kind, upstream.url(way, fault, route.api())));
        assertThat(made.status()).as(made.body()).isIn(201, 409);

        Http.Answer answer =
                RouteBodies.send(
                        avow, route, RouteBodies.saying(route, streamed, provider + "/m", "go on"));

        String code = code(fault);
        if (streamed) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains(FaultyUpstream.BEGUN).doesNotContain("[DONE]");
            assertThat(lastError(route, answer.body())).isEqualTo(code);
        } else {
            assertThat(answer.status()).as(answer.body()).isIn(502, 504);
            assertThat(answer.json().at("/error/code").asString("")).isEqualTo(code);
            assertThat(answer.json().path("type").asString(""))
                    .isEqualTo(route.api() == Route.Api.ANTHROPIC ? "error" : "");
        }
        assertThat(answer.body()).doesNotContain("<html>", "aaaa");
        JsonNode kept =
                Http.get(
                                avow.url()
                                        + "/api/v1/interactions/"
                                        + answer.header("Avow-Interaction"),
                                avow.adminKey())
                        .json();
        assertThat(kept.path("status").asString("")).isEqualTo("failed");
    }

    private static String code(Fault fault) {
        return switch (fault) {
            case DIES -> "provider_broke_off";
            case STALLS -> "provider_timeout";
            case GARBAGE, HUGE, HALF_CHARACTER -> "provider_invalid_answer";
        };
    }

    /** The code that a stream ends with, where each route's clients look for it. */
    private static String lastError(Route route, String body) {
        String last =
                body.lines()
                        .filter(line -> line.startsWith("data: {"))
                        .reduce("", (_, line) -> line.substring(6));
        JsonNode error = JSON.readTree(last);
        return switch (route) {
            case RESPONSES -> {
                assertThat(error.path("type").asString("")).isEqualTo("error");
                yield error.path("code").asString("");
            }
            case MESSAGES -> {
                assertThat(error.path("type").asString("")).isEqualTo("error");
                yield error.at("/error/code").asString("");
            }
            default -> error.at("/error/code").asString("");
        };
    }
}
