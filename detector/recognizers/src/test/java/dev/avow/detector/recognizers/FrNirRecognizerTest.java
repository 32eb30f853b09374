package dev.avow.detector.recognizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FrNirRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("in print", "2 69 05 49 588 157 80", "fr_nir:2 69 05 49 588 157 80"),
                arguments("together", "269054958815780", "fr_nir:269054958815780"),
                arguments("Corsica south", "2 69 05 2A 004 123 14", "fr_nir:2 69 05 2A 004 123 14"),
                arguments("Corsica north, together", "184022B03300412", "fr_nir:184022B03300412"),
                arguments(
                        "unknown month, provisional sex",
                        "755997511600117",
                        "fr_nir:755997511600117"),
                arguments("glued to its name", "NIR269054958815780", "fr_nir:269054958815780"),
                arguments(
                        "no-break spaces",
                        "2\u00a069\u00a005\u00a049\u00a0588\u00a0157\u00a080",
                        "fr_nir:2\u00a069\u00a005\u00a049\u00a0588\u00a0157\u00a080"),
                arguments(
                        "without key, with a word",
                        "Sécurité sociale : 2690549588157",
                        "fr_nir:2690549588157"),
                arguments(
                        "the key after a slash",
                        "2 69 05 49 588 157 / 80",
                        "fr_nir:2 69 05 49 588 157 / 80"),
                arguments(
                        "odd groups with a word",
                        "NIR 26905 49588 15780",
                        "fr_nir:26905 49588 15780"),
                arguments("odd groups without a word", "26905 49588 15780", ""),
                arguments("without key or word", "2690549588157", ""),
                arguments("a wrong key", "269054958815781", ""),
                arguments("a month that is none", "184002345678912", ""),
                arguments("sex that is none", "569054958815780", ""),
                arguments("within letters", "a269054958815780", ""));
    }
}
