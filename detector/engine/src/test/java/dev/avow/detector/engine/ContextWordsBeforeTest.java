package dev.avow.detector.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Words before a value, without the accents of all Europe. */
final class ContextWordsBeforeTest {

    private static final ContextWords WORDS =
            ContextWords.of("dni", "telefonni", "hasło", "τηλέφωνο", "единен");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void before_row_findsTheWord(String reason, String text, boolean expected) {
        Text read = Text.over(text);
        assertThat(WORDS.before(read, text.length())).as(reason).isEqualTo(expected);
    }

    /** Reason, text, whether one of the words is in it. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("whole", "DNI: ", true),
                arguments("initials with dots", "D.N.I.: ", true),
                arguments("initials with blanks", "D. N. I.: ", false),
                arguments("a sentence's end is none", "d.n.is ", false),
                arguments("accents beyond Latin 1", "Telefonní ", true),
                arguments("a stroke", "HASLO ", true),
                arguments("Greek, with its accent, in capitals", "ΤΗΛΈΦΩΝΟ ", true),
                arguments("Greek without its accent", "τηλεφωνο ", true),
                arguments("Cyrillic in capitals", "ЕДИНЕН ", true),
                arguments("a part of a word", "dnis ", false));
    }
}
