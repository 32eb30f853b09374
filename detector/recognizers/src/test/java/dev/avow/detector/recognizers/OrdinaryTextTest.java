package dev.avow.detector.recognizers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B2: text without personal data passes, though it is full of digits. */
final class OrdinaryTextTest {

    private static final int WORDS = 100_000;
    private static final int WORDS_PER_FALSE_ALARM = 10_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void scan_ordinaryText_raisesAtMostOneFalseAlarmInTenThousandWords_B2(long seed) {
        OrdinaryText ordinary = new OrdinaryText(seed);
        StringBuilder text = new StringBuilder();
        int words = 0;
        while (words < WORDS) {
            String line = ordinary.line();
            words += line.split("\\s+", -1).length;
            text.append(line).append('\n');
        }
        assertThat(Found.TIER_1.scan(text, Found.AMPLE).findings())
                .hasSizeLessThanOrEqualTo(WORDS / WORDS_PER_FALSE_ALARM);
    }
}
