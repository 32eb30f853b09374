package dev.avow.app;

import static dev.avow.app.TroubledUpstream.Way.ANSWER;
import static dev.avow.app.TroubledUpstream.Way.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** T7: a request never reaches an endpoint outside of the regions that are allowed. */
final class RegionsTest {

    private static RoutingSite site;

    private final List<TroubledUpstream> upstreams = new ArrayList<>();

    @BeforeAll
    static void begin() throws Exception {
        site = RoutingSite.start(Map.of("AVOW_REGION", "EU", "AVOW_RETRY_BACKOFF_MS", "20"));
    }

    @AfterAll
    static void end() throws Exception {
        site.close();
    }

    @AfterEach
    void noLimit() {
        site.regions();
        upstreams.forEach(TroubledUpstream::close);
    }

    private TroubledUpstream provider(String name, String region, TroubledUpstream.Way way)
            throws Exception {
        TroubledUpstream upstream = TroubledUpstream.start(way);
        upstreams.add(upstream);
        site.providerIn(region, name, upstream.baseUrl());
        return upstream;
    }

    private static int status(String model) {
        return site.chat(model, "Hello", false).status();
    }

    @Test
    void t7_providerMarkedElsewhere_isNotReachedWithoutTheTenantsWord() throws Exception {
        TroubledUpstream us = provider("us1", "US", ANSWER);

        Http.Answer refused = site.chat("us1/m", "Hello", false);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/error/code").stringValue()).isEqualTo("region_not_allowed");
        Http.Answer anthropic = site.message("us1/m", "Hello");
        assertThat(anthropic.status()).isEqualTo(403);
        assertThat(anthropic.json().at("/type").stringValue()).isEqualTo("error");
        assertThat(anthropic.body()).contains("region_not_allowed");
        assertThat(us.bodies()).isEmpty();
        assertThat(us.requests()).as("its models were not asked for either").isZero();

        site.regions("EU", "US");
        assertThat(status("us1/m")).isEqualTo(200);
    }

    @Test
    void t7_providerThatDoesNotSayWhereItIs_isNotReachedWhereThereIsALimit() throws Exception {
        TroubledUpstream somewhere = provider("where1", "", ANSWER);
        assertThat(status("where1/m")).isEqualTo(200);

        site.regions("EU", "LOCAL");
        assertThat(status("where1/m")).isEqualTo(403);
        assertThat(somewhere.bodies()).hasSize(1);

        site.place("where1", "EU", "https://agreements.example/dpa-7");
        assertThat(status("where1/m")).isEqualTo(200);
    }

    @Test
    void t7_fallback_neverLeavesTheRegion() throws Exception {
        provider("eu2", "EU", UNAVAILABLE);
        TroubledUpstream us = provider("us2", "US", ANSWER);
        TroubledUpstream somewhere = provider("where2", "", ANSWER);
        site.route("stays", "eu2/m", "us2/m", "where2/m");
        site.regions("EU");

        assertThat(status("stays")).isEqualTo(502);
        assertThat(us.bodies()).isEmpty();
        assertThat(somewhere.bodies()).isEmpty();
    }

    @Test
    void t7_limitOfARoute_narrowsTheTenants() throws Exception {
        TroubledUpstream eu = provider("eu3", "EU", ANSWER);
        TroubledUpstream uk = provider("uk3", "UK", ANSWER);
        site.regions("EU", "UK");
        String route = site.route("narrow", "eu3/m", "uk3/m");
        site.change("routes/" + route, "{\"allowed_regions\":[\"UK\"]}");

        assertThat(status("narrow")).isEqualTo(200);
        assertThat(eu.bodies()).isEmpty();
        assertThat(uk.bodies()).hasSize(1);
        site.change("routes/" + route, "{\"allowed_regions\":[\"NZ\"]}");
        assertThat(status("narrow")).isEqualTo(403);
    }

    @Test
    void t7_mirror_leavesNothingAndIsAlwaysThere() {
        site.regions("NZ");

        assertThat(status("avow/mirror")).isEqualTo(200);
    }
}
