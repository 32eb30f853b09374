package dev.avow.detector.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MedicationRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundTerms.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("English", "She takes metformin daily", "medication:metformin"),
                arguments(
                        "French",
                        "de la metformine et du Paracétamol",
                        "medication:metformine | medication:Paracétamol"),
                arguments(
                        "German",
                        "Prednison 5 mg, Omeprazol",
                        "medication:Prednison | medication:Omeprazol"),
                arguments(
                        "Spanish",
                        "ibuprofeno y amoxicilina",
                        "medication:ibuprofeno | medication:amoxicilina"),
                arguments("an antibody", "ADALIMUMAB", "medication:ADALIMUMAB"),
                arguments("with its dose", "sertraline50", ""),
                arguments("with its dose apart", "sertraline 50mg", "medication:sertraline"),
                arguments("part of a word", "metforminlike", ""),
                arguments(
                        "everyday words",
                        "coffee, vitamin C, iron, lithium batteries and alcohol",
                        ""));
    }
}
