package dev.avow.detector.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.engine.Detectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts without medicine or law, and how much work hostile ones make. */
final class TermsPlainTextTest {

    private static final int SIZE = 40_000;

    /** No text may need more readings of a character than this. */
    private static final int MOST_READINGS = 1_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The quick brown fox jumps over the lazy dog at 12:30 in room A12.",
                "Section 3 shows the results; see Article 2 and figure 4 of Smith and Jones.",
                "No. 19-123 and no. 12345/67 are on the list of parts of type C-3.",
                "for (int i = 0; i < n; i++) { c[i] = t - 1 / 20; } // see RFC 2119 section 3",
                "I bought 12 A4 sheets, a B52 poster and two tickets for seat E11.",
                "550e8400-e29b-41d4-a716-446655440000 v1.24.3 8d75fe7",
                "Der Artikel 5 der Liste kostet 3 EUR; die Nr. 7 ist ausverkauft.",
                "L'article 3 de la liste est le plus cher du magasin.",
                "El articulo 4 de la lista es el mas caro de la tienda."
            })
    void scan_plainText_findsNothing(String text) {
        assertThat(FoundTerms.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "art 1 ",
                "art. 6(1)",
                "s 1",
                "\u00A7",
                "\u00A7 1 ",
                "c-",
                "no. ",
                "E11.",
                "ICD E11.9 ",
                "type 2 ",
                "chronic obstructive ",
                "ecli:",
                "[2020] UKSC ",
                "12 O 1/20 ",
                "1:20-cv-",
                "no. 12345/67 ",
                "No. 19-1 ",
                "article of the of the "
            })
    void scan_repeated_readsEachCharacterABoundedNumberOfTimes(String piece) {
        long once = steps(piece, SIZE);
        assertThat(once).isLessThan((long) MOST_READINGS * SIZE);
        assertThat(steps(piece, 2 * SIZE)).isLessThan(once * 21 / 10 + 10_000);
    }

    private static long steps(String piece, int size) {
        return Detectors.steps(Terms.tier2(), piece.repeat(size / piece.length()));
    }
}
