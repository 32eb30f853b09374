package dev.avow.engines.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** B4: what a text is about. */
final class TopicDetectorTest {

    private static final Budget PLENTY = new Budget(Integer.MAX_VALUE, 60_000_000_000L);

    private static final String CLAUSE =
            "The Supplier shall indemnify the Customer against all claims. This Agreement may be"
                    + " terminated by either party upon thirty days' written notice. ";

    private static final TopicDetector detector = open();

    private static TopicDetector open() {
        try {
            return TopicDetector.open(0.3);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @BeforeAll
    static void opened() {
        assertThat(TopicDetector.TYPES).hasSize(9).allMatch(type -> type.tier() == 3);
    }

    @AfterAll
    static void close() {
        detector.close();
    }

    @Test
    void scan_longText_isReadInPieces() {
        Scan scan = detector.scan(CLAUSE.repeat(30), PLENTY);

        assertThat(scan.coverage()).isEqualTo(Coverage.COMPLETE);
        assertThat(scan.findings()).hasSizeGreaterThan(3);
        assertThat(scan.findings())
                .allMatch(finding -> finding.type().id().equals("contract"))
                .extracting(Finding::start)
                .isSorted();
    }

    @Test
    void scan_shortOrEmptyText_isAboutNothing() {
        assertThat(List.of("", "ok", "user", "yes please"))
                .allMatch(text -> detector.scan(text, PLENTY).equals(Scan.clean()));
    }

    @Test
    void scan_outOfTime_saysSo() {
        Scan scan = detector.scan(CLAUSE.repeat(2_000), new Budget(Integer.MAX_VALUE, 1));

        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.OUT_OF_TIME));
    }

    @Test
    void scan_textBeyondTheBudget_isPartial() {
        Scan scan = detector.scan(CLAUSE.repeat(20), new Budget(500, PLENTY.maxNanos()));

        assertThat(scan.coverage()).isEqualTo(new Coverage.Partial(Coverage.Why.TOO_LONG));
    }

    @Test
    void scan_illFormedText_isNoFault() {
        assertThat(detector.scan("\uD83D".repeat(3_001), PLENTY).coverage())
                .isEqualTo(Coverage.COMPLETE);
    }

    /** Where one is missing, run {@code Vectors} anew: a start would compute it each time. */
    @Test
    void vectors_everyExample_isKept() {
        Vectors vectors = Vectors.builtIn();

        assertThat(Examples.builtIn()).allMatch(each -> vectors.has(each.text()));
    }

    @Test
    void examples_everyTopic_hasEnough() {
        for (Topic topic : Topic.values()) {
            assertThat(Examples.builtIn().stream().filter(each -> each.topic() == topic))
                    .hasSizeGreaterThanOrEqualTo(40);
        }
    }
}
