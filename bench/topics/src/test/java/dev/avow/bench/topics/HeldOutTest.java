package dev.avow.bench.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.engines.topics.TopicDetector;
import org.junit.jupiter.api.Test;

/** B4: the engine of topics is as good as is said, on texts that it did not learn from. */
final class HeldOutTest {

    @Test
    void scan_heldOutTexts_reachTheMacroF1ThatIsPromised() throws Exception {
        try (TopicDetector detector = TopicDetector.open(0.3)) {
            Score score = Score.of(detector, HeldOut.texts());

            assertThat(score.macroF1()).as(score.table()).isGreaterThanOrEqualTo(0.85);
        }
    }
}
