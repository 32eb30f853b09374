package dev.avow.detector.validators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b-c", ".a", "a.", "a..b", ".", "-.-"})
    void of_anyText_isWhatSplitGives(String text) {
        assertThat(Parts.of(text, ".-")).isEqualTo(text.split("[.-]", -1));
    }
}
