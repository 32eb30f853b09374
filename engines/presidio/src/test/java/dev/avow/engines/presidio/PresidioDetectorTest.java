package dev.avow.engines.presidio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Scan;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * B3: a Presidio analyzer serves as the engine; where it does not serve, nothing counts as clean.
 */
final class PresidioDetectorTest {

    private static final Budget AMPLE = new Budget(Integer.MAX_VALUE, 60_000_000_000L);

    /** For as long as a busy machine takes, and for a server that does not answer. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private static final Duration SHORT = Duration.ofMillis(200);

    private static final Coverage UNAVAILABLE = new Coverage.Partial(Coverage.Why.UNAVAILABLE);

    private final FakePresidio fake =
            FakePresidio.start()
                    .knows("Jane Doe", "PERSON")
                    .knows("Paris", "LOCATION")
                    .knows("AC432223", "US_DRIVER_LICENSE")
                    .knows("10.1.2.3", "IP_ADDRESS")
                    .knows("::1", "IP_ADDRESS")
                    .knows("jane@example.org", "EMAIL_ADDRESS");

    @AfterEach
    void close() {
        fake.close();
        assertThat(fake.broken()).isEmpty();
    }

    @Test
    void scan_namesAmongAstralCharacters_placesAreInUtf16() {
        assertThat(found("😀😀 Jane Doe 😀 in Paris AC432223", false))
                .containsExactly("person Jane Doe", "location Paris");
    }

    @Test
    void scan_allEntities_bringsOursWhereThereIsOne() {
        assertThat(found("Jane Doe jane@example.org AC432223 10.1.2.3 ::1", true))
                .containsExactly(
                        "person Jane Doe",
                        "email jane@example.org",
                        "us_driver_license AC432223",
                        "ipv4 10.1.2.3",
                        "ipv6 ::1");
    }

    @Test
    void scan_loneSurrogates_shiftNothing() {
        assertThat(found("\uD83D \uDE00 Jane Doe", false)).containsExactly("person Jane Doe");
    }

    @Test
    void scan_resultsThatOverlap_longestStays() {
        fake.knows("Jane", "PERSON").knows("Doe in Paris", "ORGANIZATION");

        assertThat(found("Jane Doe in Paris", false))
                .containsExactly("person Jane", "organization Doe in Paris");
    }

    /** A long text goes in pieces; wherever one ends, each name is found once and whole. */
    @Test
    void scan_longText_findsEachNameOnce() {
        for (int before = 8_170; before < 8_200; before++) {
            assertThat(found("x".repeat(before) + " Jane Doe " + "y ".repeat(6_000), false))
                    .as("after %d", before)
                    .containsExactly("person Jane Doe");
        }
    }

    @Test
    void scan_noLetters_isNotSent() {
        assertThat(found("12 345 …", false)).isEmpty();
        assertThat(found("", true)).isEmpty();
        assertThat(fake.calls()).isZero();
    }

    @Test
    void scan_twoLanguages_asksForEach() {
        try (PresidioDetector detector = detector(List.of("en", "fr"), null, "Authorization")) {
            assertThat(detector.scan("Jane Doe", AMPLE).findings()).hasSize(1);
        }
        assertThat(fake.calls()).isEqualTo(2);
    }

    @Test
    void scan_key_goesWhereItIsWanted() {
        try (PresidioDetector detector = detector(List.of("en"), "secret", "X-Api-Key")) {
            assertThat(detector.scan("Jane Doe", AMPLE).coverage()).isEqualTo(Coverage.COMPLETE);
        }
        assertThat(fake.header()).isEqualTo("X-Api-Key: secret");
        try (PresidioDetector detector = detector(List.of("en"), "secret", "Authorization")) {
            assertThat(detector.scan("Jane Doe", AMPLE).coverage()).isEqualTo(Coverage.COMPLETE);
        }
        assertThat(fake.header()).isEqualTo("Bearer secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 302, 400, 401, 429, 500, 503})
    void scan_anyOtherStatus_isUnavailable(int status) {
        fake.answersStatus(status);

        assertThat(coverage(AMPLE)).isEqualTo(UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{}",
                "null",
                "[null]",
                "[{}]",
                "[{\"entity_type\":\"PERSON\",\"start\":0,\"end\":99,\"score\":1}]",
                "[{\"entity_type\":\"PERSON\",\"start\":-1,\"end\":2,\"score\":1}]",
                "[{\"entity_type\":\"PERSON\",\"start\":3,\"end\":2,\"score\":1}]",
                "[{\"entity_type\":\"PERSON\",\"start\":0,\"end\":2,\"score\":1.5}]",
                "[{\"entity_type\":\"PERSON\",\"start\":0.5,\"end\":2,\"score\":1}]",
                "[{\"entity_type\":7,\"start\":0,\"end\":2,\"score\":1}]"
            })
    void scan_answerOfAnotherForm_isAFailure(String body) {
        fake.answers(body);

        assertThat(coverage(AMPLE)).isEqualTo(new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED));
    }

    @Test
    void scan_late_isUnavailable() {
        fake.answersAfter(60_000);

        assertThat(coverage(AMPLE, SHORT)).isEqualTo(UNAVAILABLE);
    }

    @Test
    void scan_laterThanTheScansTime_isOutOfTime() {
        fake.answersAfter(60_000);

        assertThat(coverage(new Budget(100, 100_000_000)))
                .isEqualTo(new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
    }

    @Test
    void scan_nobodyThere_isUnavailable() {
        fake.close();

        assertThat(coverage(AMPLE)).isEqualTo(UNAVAILABLE);
    }

    @Test
    void scan_manyAtOnce_keepToTheBound() {
        fake.answersAfter(20);
        try (PresidioDetector detector = detector(List.of("en"), null, "Authorization");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Scan>> scans = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                scans.add(
                        CompletableFuture.supplyAsync(
                                () -> detector.scan("Jane Doe", AMPLE), threads));
            }
            assertThat(scans).allSatisfy(each -> assertThat(each.join().findings()).hasSize(1));
        }
        assertThat(fake.most()).isBetween(2, 4);
    }

    /** A place must come back whatever became of its call. */
    @Test
    void scan_afterManyThatWereLate_stillServes() {
        try (PresidioDetector detector = detector(List.of("en"), null, "Authorization")) {
            fake.answersAfter(60_000);
            for (int i = 0; i < 6; i++) {
                assertThat(detector.scan("a", new Budget(9, 30_000_000)).coverage())
                        .isInstanceOf(Coverage.Partial.class);
            }
            fake.answersAfter(0);

            assertThat(detector.scan("Jane Doe", AMPLE).findings()).hasSize(1);
            assertThat(detector.answers()).isTrue();
        }
    }

    @Test
    void toString_options_holdNoKey() {
        PresidioOptions options =
                new PresidioOptions(
                        URI.create("https://presidio.example"),
                        "secret",
                        "Authorization",
                        List.of("en"),
                        false,
                        Duration.ofSeconds(1),
                        1);

        assertThat(options.toString()).doesNotContain("secret");
    }

    private Coverage coverage(Budget budget) {
        return coverage(budget, LONG);
    }

    private Coverage coverage(Budget budget, Duration timeout) {
        try (PresidioDetector detector = detector(List.of("en"), null, "Authorization", timeout)) {
            return detector.scan("Jane Doe", budget).coverage();
        }
    }

    private List<String> found(String text, boolean all) {
        PresidioOptions options =
                new PresidioOptions(
                        fake.base(), null, "Authorization", List.of("en"), all, LONG, 4);
        try (PresidioDetector detector = new PresidioDetector(options)) {
            Scan scan = detector.scan(text, AMPLE);
            assertThat(scan.coverage()).isEqualTo(Coverage.COMPLETE);
            return scan.findings().stream()
                    .map(each -> each.type().id() + " " + text.substring(each.start(), each.end()))
                    .toList();
        }
    }

    private PresidioDetector detector(
            List<String> languages, @org.jspecify.annotations.Nullable String key, String header) {
        return detector(languages, key, header, LONG);
    }

    private PresidioDetector detector(
            List<String> languages,
            @org.jspecify.annotations.Nullable String key,
            String header,
            Duration timeout) {
        return new PresidioDetector(
                new PresidioOptions(fake.base(), key, header, languages, false, timeout, 4));
    }
}
