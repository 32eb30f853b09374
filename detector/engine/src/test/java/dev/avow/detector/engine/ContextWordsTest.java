package dev.avow.detector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words count near a value; the value is the digit 1. */
final class ContextWordsTest {

    private static final ContextWords WORDS = ContextWords.of("phone", "tel", "securite", "电话");

    @ParameterizedTest
    @CsvSource({
        "phone: 1, true",
        "PHONE 1, true",
        "phoneNumber 1, true",
        "my_phone_1, true",
        "sécurité 1, true",
        "ph\u200bone 1, true",
        "p\\u0068one 1, true",
        "我的电话是1, true",
        "phones 1, false",
        "telephone 1, false",
        "headphone 1, false",
        "1 phone, true",
        "1 phoned, false",
        "1, false"
    })
    void near_wordBesideValue_countsWhole(String text, boolean near) {
        assertThat(near(text)).isEqualTo(near);
    }

    @Test
    void near_wordCutByTheWindow_doesNotCount() {
        String far = " ".repeat(ContextWords.BEFORE - 3);
        assertThat(near("tel" + far + "1")).isTrue();
        assertThat(near("otel" + far + "1")).isFalse();
        assertThat(near("tel " + far + "1")).isFalse();
    }

    @Test
    void near_sameStretchAskedTwice_answersForEachSet() {
        Text text = text("tel 1");
        assertThat(ContextWords.of("fax").near(text, 4, 5)).isFalse();
        assertThat(WORDS.near(text, 4, 5)).isTrue();
        assertThat(ContextWords.of("tel").glued(text, 3)).isTrue();
    }

    @Test
    void spacedWords_cutWord_hasNoBlankWhereItIsCut() {
        Text text = text("one twoThree four");
        assertThat(text.spacedWords(0, 17)).isEqualTo(" one two three four ");
        assertThat(text.spacedWords(1, 15)).isEqualTo("ne two three fo");
    }

    private static boolean near(String content) {
        Text text = text(content);
        int value = content.indexOf('1');
        return WORDS.near(text, value, value + 1);
    }

    private static Text text(String content) {
        return new Text(content.toCharArray(), content.length(), true);
    }
}
