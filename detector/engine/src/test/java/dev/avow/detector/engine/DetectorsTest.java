package dev.avow.detector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Coverage.Why;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class DetectorsTest {

    private static final Budget AMPLE = new Budget(1 << 20, Long.MAX_VALUE);

    /** Reports groups of digits from one group to the end of the run. */
    private record Digits(String id, int groups, double confidence, Reason reason)
            implements Recognizer.OfNumbers {

        @Override
        public FindingType type() {
            return new FindingType(id, 1);
        }

        @Override
        public void number(NumberRun run, int group, Sink sink) {
            int last = group + groups - 1;
            if (last < run.groups()) {
                sink.found(run.start(group), run.end(last), confidence, reason);
            }
        }
    }

    private record Failing() implements Recognizer.OfNumbers {

        @Override
        public FindingType type() {
            return new FindingType("failing", 1);
        }

        @Override
        public void number(NumberRun run, int group, Sink sink) {
            throw new IllegalStateException();
        }
    }

    private static final Digits ONE = new Digits("one", 1, 0.5, Reason.PATTERN);

    @Test
    void scan_noDigitAndNoAtSign_isTheCleanScan() {
        Scan scan = Detectors.of(List.of(ONE)).scan("nothing in here, é, 电话", AMPLE);
        assertThat(scan).isSameAs(Scan.clean());
    }

    @Test
    void scan_empty_isClean() {
        assertThat(Detectors.of(List.of(ONE)).scan("", AMPLE)).isSameAs(Scan.clean());
    }

    @Test
    void scan_longerThanTheBudget_findsInTheFirstPartAndSaysTooLong() {
        Scan scan = Detectors.of(List.of(ONE)).scan("123456 and 654321", new Budget(8, 1_000));
        assertThat(scan.findings()).hasSize(1);
        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Why.TOO_LONG));
    }

    @Test
    void scan_slowClock_saysOutOfTime() {
        AtomicLong clock = new AtomicLong();
        Scan scan =
                Detectors.of(List.of(ONE), () -> clock.addAndGet(10))
                        .scan("123456" + " x".repeat(10_000) + "123456", new Budget(1 << 20, 15));
        assertThat(scan.findings()).hasSize(1);
        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Why.OUT_OF_TIME));
    }

    @Test
    void scan_oneRecognizerThrows_theOthersFindAndTheScanIsPartial() {
        Scan scan = Detectors.of(List.of(new Failing(), ONE)).scan("123456", AMPLE);
        assertThat(scan.findings()).hasSize(1);
        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Why.RECOGNIZER_FAILED));
    }

    @Test
    void scan_overlap_checksumBeatsLongerPattern() {
        Digits checked = new Digits("checked", 1, 0.9, Reason.CHECKSUM);
        Digits longer = new Digits("longer", 2, 0.99, Reason.PATTERN);
        assertThat(types(List.of(longer, checked), "123456 123456"))
                .containsExactly("checked", "checked");
    }

    @Test
    void scan_overlap_longerBeatsShorter() {
        Digits longer = new Digits("longer", 2, 0.1, Reason.PATTERN);
        assertThat(types(List.of(ONE, longer), "123456 123456")).containsExactly("longer");
    }

    @Test
    void scan_overlapOfEqualLength_surerThenEarlierWins() {
        Digits surer = new Digits("surer", 1, 0.6, Reason.PATTERN);
        Digits equal = new Digits("equal", 1, 0.6, Reason.PATTERN);
        assertThat(types(List.of(ONE, surer, equal), "123456")).containsExactly("surer");
    }

    @Test
    void scan_moreGroupsThanARunHolds_looksAtEveryGroupOnce() {
        String text = "12 ".repeat(500) + "123456";
        List<Finding> findings = Detectors.of(List.of(ONE)).scan(text, AMPLE).findings();
        assertThat(findings).hasSize(501);
    }

    @Test
    void scan_valueAcrossTheEndOfARun_isFound() {
        Digits six = new Digits("six", 20, 0.5, Reason.PATTERN);
        String text = "1 ".repeat(1_000);
        assertThat(Detectors.of(List.of(six)).scan(text, AMPLE).findings()).hasSize(50);
    }

    private static List<String> types(List<Recognizer> recognizers, String text) {
        return Detectors.of(recognizers).scan(text, AMPLE).findings().stream()
                .map(f -> f.type().id())
                .toList();
    }

    @Test
    void combined_overlaps_theEarlierDetectorsStays() {
        Detector first = (_, _) -> new Scan(List.of(finding("a", 2, 5)), Coverage.COMPLETE);
        Detector second =
                (_, _) ->
                        new Scan(
                                List.of(finding("b", 0, 2), finding("b", 4, 6), finding("b", 6, 7)),
                                new Coverage.Partial(Coverage.Why.TOO_LONG));
        Detector broken =
                (_, _) -> {
                    throw new IllegalStateException("its own");
                };

        Scan scan = Detectors.combined(List.of(first, second, broken)).scan("text", AMPLE_FOR_ALL);
        assertThat(scan.findings())
                .containsExactly(finding("b", 0, 2), finding("a", 2, 5), finding("b", 6, 7));
        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.RECOGNIZER_FAILED));
    }

    private static final Budget AMPLE_FOR_ALL = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);

    private static Finding finding(String type, int start, int end) {
        return new Finding(
                new FindingType(type + "_x", 1), start, end, 0.5, Finding.Reason.PATTERN);
    }
}
