package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class AuAbnRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("named, in its form", "ABN 51 824 753 556", "au_abn:51 824 753 556"),
                arguments("named", "ABN 51824753556", "au_abn:51824753556"),
                arguments("wrong check digits", "ABN 51 824 753 557", ""),
                arguments("together without a name", "51824753556", ""),
                arguments("an amount", "$51 824 753 556", ""),
                arguments("an amount of something", "51 824 753 556 units", ""));
    }
}
