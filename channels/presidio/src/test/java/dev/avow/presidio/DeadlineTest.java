package dev.avow.presidio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Scan;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** What could not be looked at to its end is never answered as if it were clean. */
class DeadlineTest {

    private static AnalyzeRequest request(String text, String regex, PresidioLimits limits) {
        return AnalyzeRequest.of(
                JsonMapper.builder()
                        .build()
                        .readTree(
                                """
                                {"text": "%s", "language": "en", "ad_hoc_recognizers": [
                                  {"supported_entity": "A", "patterns": [
                                    {"name": "p", "regex": "%s", "score": 1}]}]}
                                """
                                        .formatted(text, regex)),
                limits);
    }

    /** Reads to the end for each match: quadratic for any engine. */
    @Test
    @Timeout(120)
    void pattern_thatReadsToTheEndForEveryMatch_isStopped() {
        PresidioLimits limits = Limits.within(Duration.ofMillis(200));
        Analyzer analyzer = new Analyzer((_, _) -> Scan.clean(), Set.of("email"), limits);
        AnalyzeRequest request = request("a".repeat(500_000), "a(?:.*b)?", limits);
        long before = System.nanoTime();

        assertThatThrownBy(() -> analyzer.analyze(request))
                .isInstanceOfSatisfying(
                        PresidioError.class, error -> assertThat(error.status()).isEqualTo(503));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    @Timeout(120)
    void pattern_thatBacktrackersChokeOn_isFound() {
        PresidioLimits limits = Limits.within(Duration.ofMinutes(1));
        Analyzer analyzer = new Analyzer((_, _) -> Scan.clean(), Set.of("email"), limits);

        assertThat(analyzer.analyze(request("a".repeat(5_000), "(a+)+$", limits)).getFirst())
                .hasSize(1);
    }

    @Test
    void detector_thatDidNotLookAtAll_isNotClean() {
        PresidioLimits limits = Limits.within(Duration.ofMinutes(1));
        Analyzer analyzer =
                new Analyzer(
                        (_, _) ->
                                new Scan(
                                        List.of(),
                                        new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED)),
                        Set.of("email"),
                        limits);

        assertThatThrownBy(() -> analyzer.analyze(request("hello", "a", limits)))
                .isInstanceOf(PresidioError.class);
    }
}
