package dev.avow.app;

import static dev.avow.app.TroubledUpstream.Way.ANSWER;
import static dev.avow.app.TroubledUpstream.Way.BREAKS_OFF;
import static dev.avow.app.TroubledUpstream.Way.BUSY;
import static dev.avow.app.TroubledUpstream.Way.FAILS;
import static dev.avow.app.TroubledUpstream.Way.HANGS_UP;
import static dev.avow.app.TroubledUpstream.Way.KEY_REFUSED;
import static dev.avow.app.TroubledUpstream.Way.STALLS;
import static dev.avow.app.TroubledUpstream.Way.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where a request goes when who is asked cannot answer, seen from outside. */
final class RoutingTest {

    private static final String SAID = "Write to ada@example.org";

    private static RoutingSite site;

    private final List<TroubledUpstream> upstreams = new ArrayList<>();

    @BeforeAll
    static void begin() throws Exception {
        site =
                RoutingSite.start(
                        Map.of(
                                "AVOW_PROVIDER_FIRST_BYTE_TIMEOUT_MS", "3000",
                                "AVOW_RETRY_BACKOFF_MS", "50",
                                "AVOW_BREAKER_FAILURES", "6",
                                "AVOW_BREAKER_OPEN_MS", "4000",
                                "AVOW_PROVIDER_MAX_CONCURRENT", "2",
                                "AVOW_PROVIDER_QUEUE_MS", "300"));
    }

    @AfterAll
    static void end() throws Exception {
        site.close();
    }

    @AfterEach
    void noOriginalLeft() {
        for (TroubledUpstream each : upstreams) {
            each.close();
            assertThat(each.bodies()).noneMatch(body -> body.contains("ada@example.org"));
        }
    }

    private TroubledUpstream provider(String name, TroubledUpstream.Way... ways) throws Exception {
        TroubledUpstream upstream = TroubledUpstream.start(ways);
        upstreams.add(upstream);
        site.provider(name, "openai", upstream.baseUrl());
        return upstream;
    }

    private static String content(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/choices/0/message/content").stringValue();
    }

    @Test
    void route_firstTargetUnavailable_nextAnswersWithTheSamePseudonyms() throws Exception {
        TroubledUpstream first = provider("f1", UNAVAILABLE);
        TroubledUpstream second = provider("f2", ANSWER);
        site.route("fallback", "f1/one", "f2/two");

        Http.Answer answer = site.chat("fallback", SAID, false);

        assertThat(content(answer)).isEqualTo(SAID);
        assertThat(first.bodies()).hasSize(1);
        assertThat(second.bodies().getFirst())
                .isEqualTo(first.bodies().getFirst().replace("\"one\"", "\"two\""))
                .contains("[EMAIL_1]");
        JsonNode recorded = site.interaction(answer.header("Avow-Interaction"));
        assertThat(recorded.get("platform_id").stringValue()).isEqualTo("f2");
        assertThat(recorded.get("model").stringValue()).isEqualTo("two");
        assertThat(site.chat("fallback", SAID, true).streamedText()).isEqualTo(SAID);
    }

    @Test
    void route_targetOfAnotherKind_answersInTheCallersShape() throws Exception {
        provider("k1", FAILS);
        site.route("across", "k1/one", "claude/echo");

        assertThat(content(site.chat("across", SAID, false))).isEqualTo(SAID);
        assertThat(site.chat("across", SAID, true).streamedText()).isEqualTo(SAID);
        assertThat(site.fake().log().entries().getLast().everything())
                .contains("[EMAIL_1]")
                .doesNotContain("ada@example.org");
    }

    @Test
    void route_targetDownOrKeyRefused_nextAnswers() throws Exception {
        provider("d1", KEY_REFUSED);
        provider("d2", ANSWER);
        site.route("down-first", "down/x", "d1/x", "d2/x");

        assertThat(content(site.chat("down-first", SAID, false))).isEqualTo(SAID);
    }

    @Test
    void retry_oneFailure_isNotSeenByTheCaller() throws Exception {
        TroubledUpstream upstream = provider("r1", FAILS, UNAVAILABLE, ANSWER);

        assertThat(content(site.chat("r1/m", SAID, false))).isEqualTo(SAID);
        assertThat(upstream.bodies()).hasSize(3).allMatch(upstream.bodies().getFirst()::equals);
    }

    @Test
    void retry_providerAsksForAMinute_isToldToTheCallerAtOnce() throws Exception {
        TroubledUpstream upstream = provider("b1", BUSY);

        Http.Answer refused = site.chat("b1/m", SAID, false);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(upstream.bodies()).hasSize(1);
    }

    @Test
    void timeout_mayHaveBeenBilled_isRepeatedOnlyWhereTheRouteSaysSo() throws Exception {
        TroubledUpstream stalls = provider("t1", STALLS);
        TroubledUpstream other = provider("t2", ANSWER);
        site.route("careful", "t1/m", "t2/m");
        String route = site.route("bold", "t1/m", "t2/m");
        site.change("routes/" + route, "{\"repeat_after_timeout\":true}");

        assertThat(site.chat("careful", SAID, false).status()).isEqualTo(504);
        assertThat(other.bodies()).isEmpty();
        assertThat(content(site.chat("bold", SAID, false))).isEqualTo(SAID);
        assertThat(stalls.bodies()).hasSize(2);
        assertThat(other.bodies()).hasSize(1);
    }

    @Test
    void connectionLostBeforeTheAnswer_isNotRepeated() throws Exception {
        TroubledUpstream hangsUp = provider("h1", HANGS_UP);
        TroubledUpstream other = provider("h2", ANSWER);
        site.route("hangs", "h1/m", "h2/m");

        Http.Answer failed = site.chat("hangs", SAID, false);

        assertThat(failed.status()).isEqualTo(502);
        assertThat(failed.body()).contains("provider_broke_off");
        assertThat(hangsUp.bodies()).hasSize(1);
        assertThat(other.bodies()).isEmpty();
    }

    @Test
    void stream_brokenOff_isNeverRepeated() throws Exception {
        TroubledUpstream breaks = provider("s1", BREAKS_OFF);
        TroubledUpstream other = provider("s2", ANSWER);
        String route = site.route("breaks", "s1/m", "s2/m");
        site.change("routes/" + route, "{\"repeat_after_timeout\":true}");

        Http.Answer broken = site.chat("breaks", SAID, true);

        assertThat(broken.body()).contains("half").contains("provider_broke_off");
        assertThat(breaks.bodies()).hasSize(1);
        assertThat(other.bodies()).isEmpty();
    }

    @Test
    void budget_ofARoute_reservesForTheDearestAndChargesWhoAnswered() throws Exception {
        TroubledUpstream cheap = provider("p1", UNAVAILABLE, ANSWER);
        provider("p2", ANSWER);
        site.create("prices", price("p1", 1));
        site.create("prices", price("p2", 100));
        site.route("priced", "p1/m", "p2/m");
        String key = site.limitedKey("0.0005");

        // Five tokens of an answer are reserved at 100 micros each; seven come at 100, then at 1.
        assertThat(site.chat(key, "priced", 5, false).status()).isEqualTo(200);
        assertThat(site.budgetUsed()).isEqualByComparingTo("0.0007");
        assertThat(site.chat(key, "priced", 5, false).body()).contains("budget_exceeded");
        assertThat(cheap.bodies()).hasSize(1);
    }

    private static String price(String provider, int micros) {
        return """
        {"provider":"%s","model":"*","input":0,"output":%d,"source":"a test"}
        """
                .formatted(provider, micros);
    }

    @Test
    void breaker_failuresInARow_sparesTheProviderAndHealthSaysSo() throws Exception {
        TroubledUpstream upstream = provider("w1", UNAVAILABLE);
        for (int i = 0; i < 2; i++) {
            assertThat(site.chat("w1/m", SAID, false).status()).isEqualTo(502);
        }
        Http.Answer spared = site.chat("w1/m", SAID, false);

        assertThat(spared.status()).isEqualTo(503);
        assertThat(spared.body()).contains("provider_unavailable");
        assertThat(spared.header("Retry-After")).isIn("1", "2", "3", "4");
        assertThat(upstream.bodies()).hasSize(6);
        JsonNode health = site.health("w1");
        assertThat(health.get("breaker").stringValue()).isEqualTo("open");
        assertThat(health.get("last_failure_code").stringValue()).isEqualTo("status_503");
        assertThat(health.get("consecutive_failures").asInt()).isPositive();
        assertThat(health.get("last_success").isNull()).isTrue();

        upstream.now(ANSWER);
        Eventually.holds("it is asked again", () -> site.chat("w1/m", SAID, false).status() == 200);
        assertThat(site.health("w1").get("breaker").stringValue()).isEqualTo("closed");
    }

    @Test
    void concurrency_providerFull_saysSoAfterABoundedWait() throws Exception {
        TroubledUpstream upstream = provider("c1", STALLS);
        List<CompletableFuture<Http.Answer>> under = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            under.add(
                    CompletableFuture.supplyAsync(
                            () -> site.chat("c1/m", SAID, false),
                            each -> Thread.ofVirtual().start(each)));
        }
        Eventually.holds("both are there", () -> upstream.bodies().size() == 2);
        assertThat(site.health("c1").get("in_flight").asInt()).isEqualTo(2);

        Http.Answer busy = site.chat("c1/m", SAID, false);

        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.body()).contains("provider_busy");
        assertThat(busy.header("Retry-After")).isEqualTo("1");
        assertThat(under).allMatch(each -> each.join().status() == 504);
        assertThat(site.health("c1").get("in_flight").asInt()).isZero();
    }

    @Test
    void severalKeys_ofAProvider_eachCallerHasItsOwnUntilItIsRetired() throws Exception {
        TroubledUpstream upstream = provider("keys1", ANSWER);
        String id = site.idOf("keys1");
        JsonNode second =
                site.create("provider-keys/" + id + "/keys", "{\"key\":\"fictitious-second\"}");
        // Which of the two a caller has is as good as drawn by lot.
        for (int i = 0; i < 60 && Set.copyOf(upstream.keys()).size() < 2; i++) {
            String caller = site.keyFor("keys1/m");
            assertThat(site.chat(caller, "keys1/m", 5, false).status()).isEqualTo(200);
            assertThat(site.chat(caller, "keys1/m", 5, false).status()).isEqualTo(200);
            List<String> seen = upstream.keys();
            assertThat(seen.getLast()).isEqualTo(seen.get(seen.size() - 2));
        }
        assertThat(upstream.keys())
                .contains("Bearer " + FakeOpenAi.KEY, "Bearer fictitious-second");

        site.delete("provider-keys/" + id + "/keys/" + id);
        int before = upstream.keys().size();
        for (int i = 0; i < 8; i++) {
            assertThat(site.chat(site.keyFor("keys1/m"), "keys1/m", 5, false).status())
                    .isEqualTo(200);
        }
        assertThat(upstream.keys().subList(before, before + 8))
                .containsOnly("Bearer fictitious-second");
        assertThat(site.get("provider-keys").body())
                .contains(second.get("id").stringValue())
                .doesNotContain("fictitious-second");
    }

    @Test
    void keyWithModels_ofARoute_reachesOnlyItsTargets() throws Exception {
        TroubledUpstream first = provider("m1", ANSWER);
        TroubledUpstream second = provider("m2", ANSWER);
        site.route("mixed", "m1/m", "m2/m");

        assertThat(site.chat(site.keyFor("m2/m"), "mixed", 5, false).status()).isEqualTo(200);
        assertThat(first.bodies()).isEmpty();
        assertThat(second.bodies()).hasSize(1);
        assertThat(site.chat(site.keyFor("mixed"), "mixed", 5, false).status()).isEqualTo(200);
        assertThat(first.bodies()).hasSize(1);
        assertThat(site.chat(site.keyFor("other"), "mixed", 5, false).body())
                .contains("model_not_allowed");
        assertThat(site.models(site.keyFor("mixed"))).contains("mixed");
    }

    @Test
    void policy_thatBlocksATargetsPlatform_isNotPassedByInAFallback() throws Exception {
        provider("y1", UNAVAILABLE);
        TroubledUpstream blocked = provider("y2", ANSWER);
        site.route("policed", "y1/m", "y2/m");
        site.create(
                "policies",
                """
                {"name":"no y2","enabled":true,"priority":5,"action":"Block",
                 "conditions":{"platform_id":["y2"]}}
                """);

        assertThat(site.chat("policed", SAID, false).status()).isEqualTo(502);
        assertThat(blocked.bodies()).isEmpty();
    }
}
