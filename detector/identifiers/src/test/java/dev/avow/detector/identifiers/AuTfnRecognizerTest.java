package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class AuTfnRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("named", "TFN 123 456 782", "au_tfn:123 456 782"),
                arguments("a phrase", "Tax File Number: 123456782", "au_tfn:123456782"),
                arguments("camel case", "taxFileNumber=123456782", "au_tfn:123456782"),
                arguments("wrong check digit", "tax file number 123 456 783", ""),
                arguments("no name", "order 123456782", ""));
    }
}
