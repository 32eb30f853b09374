package dev.avow.detector.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class Icd10RecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundTerms.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("with its classification", "ICD-10: J45", "icd10:J45"),
                arguments(
                        "with a dot and a word of medicine",
                        "diagnosed with E11.9 in 2020",
                        "icd10:E11.9"),
                arguments("a list", "Dx: F32.1, M54.5", "icd10:F32.1 | icd10:M54.5"),
                arguments(
                        "American, with seven characters", "ICD-10-CM S72.001A", "icd10:S72.001A"),
                arguments("American, without its dot", "ICD-10-CM code E1165", "icd10:E1165"),
                arguments("American, with a letter in third place", "ICD C7A.1", "icd10:C7A.1"),
                arguments("a placeholder", "diagnosis code T36.X1", "icd10:T36.X1"),
                arguments("in French", "CIM-10 : G43.9", "icd10:G43.9"),
                arguments("in German", "Diagnose I10.90 G", "icd10:I10.90"),
                arguments("in Spanish", "CIE-10 K21.0", "icd10:K21.0"),
                arguments("at the end of a sentence", "The patient has Z63.4.", "icd10:Z63.4"),
                arguments("no word near", "section E11.9 of the manual", ""),
                arguments("a seat", "the patient sat in A12", ""),
                arguments("outside of the chapters", "ICD E99.1", ""),
                arguments("a vitamin", "vitamin B12 for the patient", ""),
                arguments("small letters", "diagnosis e11.9 is not how it is written", ""),
                arguments("part of a longer name", "ICD X-E11.9-B", ""));
    }
}
