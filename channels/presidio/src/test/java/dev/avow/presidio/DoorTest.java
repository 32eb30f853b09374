package dev.avow.presidio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

    private static final Site CLOSED = new Site(Limits.CLOSED);
    private static final Site OPEN = new Site(Limits.OPEN);
    private static final String BODY = "{\"text\": \"hello\", \"language\": \"en\"}";

    @AfterAll
    static void close() {
        CLOSED.close();
        OPEN.close();
    }

    @Test
    void health_withoutAKey_isAnswered() {
        Site.Answer answer = CLOSED.send("GET", "/presidio/health", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("Presidio Analyzer service is up");
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer avow_a-fictitious-key, 200",
        "bearer avow_a-fictitious-key, 200",
        "Bearer avow_nobodys, 401",
        "Basic avow_a-fictitious-key, 401",
        "Bearer avow_another-fictitious-key, 403",
    })
    void key_sent_decides(String authorization, int status) {
        for (Site site : new Site[] {CLOSED, OPEN}) {
            Site.Answer answer =
                    site.send("POST", "/presidio/analyze", BODY, "Authorization", authorization);
            assertThat(answer.status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/presidio/recognizers", "/presidio/anonymizers"})
    void key_missing_isToldSo(String path) {
        Site.Answer answer = CLOSED.send("GET", path, null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.error()).contains("Authorization: Bearer");
        assertThat(CLOSED.send("POST", "/presidio/anonymize", BODY).status()).isEqualTo(401);
    }

    @Test
    void key_missingOnAnOpenLoopback_isNotNeeded() {
        assertThat(OPEN.send("POST", "/presidio/analyze", BODY).status()).isEqualTo(200);
        assertThat(OPEN.send("GET", "/presidio/recognizers", null).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via", "Origin", "Sec-Fetch-Site"})
    void key_missingBehindAProxyOrFromAPage_isNeeded(String header) {
        assertThat(OPEN.send("POST", "/presidio/analyze", BODY, header, "x").status())
                .isEqualTo(401);
    }

    @Test
    void body_aboveTheLimit_isRefused() {
        String large = "{\"text\": \"" + "a".repeat(100_001) + "\", \"language\": \"en\"}";
        Site.Answer answer = CLOSED.post("/presidio/analyze", large);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.error()).contains("AVOW_MAX_BODY_BYTES");
    }

    @Test
    void body_ofAnotherType_isRefused() {
        Site.Answer answer =
                CLOSED.send(
                        "POST",
                        "/presidio/analyze",
                        BODY,
                        "Authorization",
                        "Bearer " + Site.KEY,
                        "Content-Type",
                        "text/plain");

        assertThat(answer.status()).isEqualTo(415);
    }

    /** RFC 9110, section 15.5.6. */
    @TestFactory
    Stream<DynamicTest> path_everyOtherMethod_isRefusedWithTheOneThatItHas() {
        return Stream.concat(PresidioApi.PATHS.stream(), Stream.of("/presidio/health"))
                .map(path ->
                        DynamicTest.dynamicTest(
                                path,
                                () -> {
                                    Site.Answer other = CLOSED.send("PUT", path, "{}");
                                    assertThat(other.status()).isEqualTo(405);
                                    assertThat(other.allow()).isIn("GET", "POST");
                                    assertThat(CLOSED.send(other.allow(), path, "{}").status())
                                            .isNotEqualTo(405);
                                }));
    }

    @Test
    void route_thatIsNotThere_orMethod_isToldSo() {
        assertThat(CLOSED.get("/presidio/nothing").status()).isEqualTo(404);
        assertThat(CLOSED.get("/presidio/analyze").status()).isEqualTo(405);
        assertThat(CLOSED.get("/presidio/analyze").error())
                .isEqualTo("The method is not allowed for the requested URL.");
    }
}
