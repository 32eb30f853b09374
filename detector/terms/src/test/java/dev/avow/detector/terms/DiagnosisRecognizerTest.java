package dev.avow.detector.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DiagnosisRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundTerms.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("English", "He has asthma", "diagnosis:asthma"),
                arguments(
                        "the longest name",
                        "type 2 diabetes mellitus",
                        "diagnosis:type 2 diabetes mellitus"),
                arguments(
                        "with an apostrophe",
                        "Parkinson's disease",
                        "diagnosis:Parkinson's disease"),
                arguments(
                        "with a typographic apostrophe",
                        "Crohn’s disease",
                        "diagnosis:Crohn’s disease"),
                arguments(
                        "French",
                        "un cancer du sein et une dépression sévère",
                        "diagnosis:cancer du sein | diagnosis:dépression sévère"),
                arguments(
                        "French, with an apostrophe",
                        "la maladie d'Alzheimer",
                        "diagnosis:maladie d'Alzheimer"),
                arguments(
                        "German",
                        "Bluthochdruck und Multiple Sklerose",
                        "diagnosis:Bluthochdruck | diagnosis:Multiple Sklerose"),
                arguments(
                        "German, with an umlaut", "Lungenentzündung", "diagnosis:Lungenentzündung"),
                arguments(
                        "Spanish",
                        "artritis reumatoide, esclerosis múltiple",
                        "diagnosis:artritis reumatoide | diagnosis:esclerosis múltiple"),
                arguments(
                        "with dashes",
                        "post-traumatic stress disorder",
                        "diagnosis:post-traumatic stress disorder"),
                arguments("an infection", "HIV positive", "diagnosis:HIV"),
                arguments(
                        "everyday words",
                        "a stroke of luck, the Great Depression, a cold day, le goût, als ob, type"
                                + " 2 errors, down the hill, maladie",
                        ""),
                arguments("part of a word", "asthmatically", ""),
                arguments("a name that goes on", "type 2 diabetestest", ""),
                arguments("a name of a person", "Mr Parkinson and Ms Crohn", ""));
    }
}
