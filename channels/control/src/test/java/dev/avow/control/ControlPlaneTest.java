package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlPlaneTest {

    /** Routes that fail as no route should. */
    private record Failing() implements Routes {
        @Override
        public void mount(RouteTable table) {
            table.get(
                    "/api/v1/failing",
                    Access.PUBLIC,
                    _ -> {
                        throw new IllegalStateException("content of a person");
                    });
            table.get("/api/v1/unwritable", Access.PUBLIC, _ -> ControlAnswer.ok(new Unwritable()));
        }

        @Override
        public String description() {
            return "failing.json";
        }
    }

    /** Cannot be written as JSON. */
    private static final class Unwritable extends AbstractList<String> {
        @Override
        public String get(int index) {
            if (index == 0) {
                throw new IllegalStateException("content of a person");
            }
            return "";
        }

        @Override
        public int size() {
            return 1;
        }
    }

    private final Site site = new Site(new Failing());

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void routes_mountedAndDescribed_areTheSame() {
        List<Routes> routes = site.routes();
        RouteTable table = new RouteTable();
        routes.forEach(group -> group.mount(table));
        Set<String> mounted = new TreeSet<>(Set.of("GET /api/openapi.json"));
        table.entries().forEach(entry -> mounted.add(entry.method().name() + " " + entry.path()));

        assertThat(OpenApi.of(routes).operations()).isEqualTo(mounted);
    }

    @Test
    void description_isServed_withEveryReferenceResolved() {
        Site.Answer answer = site.send("GET", "/api/openapi.json", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("openapi").asString()).startsWith("3.1");
        for (String reference : answer.json().findValuesAsString("$ref")) {
            assertThat(answer.json().at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void failure_thatNobodyForesaw_isToldWithoutContent() {
        for (String path : List.of("/api/v1/failing", "/api/v1/unwritable")) {
            Site.Answer answer = site.send("GET", path, null);

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.code()).isEqualTo("internal");
            assertThat(new String(answer.http().body(), StandardCharsets.UTF_8))
                    .doesNotContain("person", "IllegalState");
        }
    }

    @Test
    void unknownRoute_underTheApi_answers404InItsShape() {
        assertThat(site.send("GET", "/api/v1/nothing", null).code()).isEqualTo("not_found");
        assertThat(site.send("POST", "/somewhere", "{}").code()).isEqualTo("not_found");
    }

    @Test
    void unknownRoute_ofAClientWhoseBaseUrlWasCut_saysWhatItEndsIn() {
        for (Site.Answer answer :
                List.of(
                        site.send("POST", "/chat/completions", "{}"),
                        site.send("GET", "/models", null, "Accept", "application/json"))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().at("/error/message").asString()).contains("ends in /v1");
        }
    }

    @Test
    void knownRoute_withAnotherMethod_answers405WithWhatIsAllowed() {
        Site.Answer answer = site.send("PUT", "/api/v1/setup", "{}");

        assertThat(answer.code()).isEqualTo("method_not_allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, POST");
    }

    @Test
    void health_withADatabase_isLiveAndReady() {
        assertThat(site.send("GET", "/health/live", null).status()).isEqualTo(200);
        assertThat(site.send("GET", "/health/ready", null).status()).isEqualTo(200);
    }

    @Test
    void health_askedForItsHeadAlone_answersAsForAll() {
        assertThat(site.send("HEAD", "/health/live", null).status()).isEqualTo(200);
        assertThat(site.send("HEAD", "/health/ready", null).status()).isEqualTo(200);
        assertThat(site.send("HEAD", "/api/v1/api-keys", null).status()).isEqualTo(405);
    }

    @Test
    void health_withoutADatabase_isLiveButNotReady() {
        site.database.tenancy().close();

        assertThat(site.send("GET", "/health/live", null).status()).isEqualTo(200);
        assertThat(site.send("GET", "/health/ready", null).status()).isEqualTo(503);
    }

    @Test
    void console_pagesAndFiles_areServedWithTheirHeaders() {
        for (String page : List.of("/", "/setup?token=x", "/policies/1")) {
            Site.Answer answer = site.send("GET", page, null);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
        Site.Answer script = site.send("GET", "/assets/index-Ab12Cd34.js", null);
        assertThat(script.header("Content-Type")).startsWith("text/javascript");
        assertThat(script.header("Cache-Control")).contains("immutable");
    }

    @Test
    void console_pathsOutOfItsFolder_areNotThere() {
        for (String path :
                List.of(
                        "/missing.js",
                        "/../../../dev/avow/control/openapi/base.json",
                        "/%2e%2e/%2e%2e/dev/avow/control/openapi/base.json",
                        "/assets/..%2f..%2f..%2f..%2fdev/avow/control/Site.class",
                        "/.hidden.txt")) {
            assertThat(site.send("GET", path, null).status()).as(path).isEqualTo(404);
        }
    }
}
