package dev.avow.presidio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePointsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "no pair,                abc,      3, 3",
        "a pair before,          😀abc,    4, 3",
        "a pair behind,          abc😀,    3, 3",
        "the end behind a pair,  abc😀,    5, 4",
        "two pairs before,       😀😀abc,  5, 3",
        "a family joined,        👩‍👩‍👧x,  8, 5",
        "a flag,                 🇳🇿x,     4, 2",
        "a letter of two bytes,  éab,      2, 2",
    })
    void place_inAText_isWherePythonCountsIt(
            String why, String text, int inUnits, int inCodePoints) {
        CodePoints points = CodePoints.of(text);

        assertThat(points.fromUnits(inUnits)).isEqualTo(inCodePoints);
        assertThat(points.toUnits(inCodePoints)).isEqualTo(inUnits);
    }

    @Test
    void surrogate_withoutItsOtherHalf_isOneCodePoint() {
        CodePoints points = CodePoints.of("\ud83da\ude00b");

        assertThat(points.length()).isEqualTo(4);
        assertThat(points.toUnits(3)).isEqualTo(3);
        assertThat(points.fromUnits(3)).isEqualTo(3);
    }

    @Test
    void everyPlace_ofRandomTexts_isWhatTheJdkSays() {
        Random random = new Random(20261121);
        for (int round = 0; round < 500; round++) {
            StringBuilder made = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                made.append(
                        switch (random.nextInt(4)) {
                            case 0 -> "😀";
                            case 1 -> String.valueOf((char) (0xd800 + random.nextInt(0x800)));
                            default -> "x";
                        });
            }
            String text = made.toString();
            CodePoints points = CodePoints.of(text);
            assertThat(points.length()).isEqualTo(text.codePointCount(0, text.length()));
            for (int at = 0; at <= points.length(); at++) {
                int unit = text.offsetByCodePoints(0, at);
                assertThat(points.toUnits(at)).isEqualTo(unit);
                assertThat(points.fromUnits(unit)).isEqualTo(at);
            }
        }
    }
}
