package dev.avow.detector.terms;

import dev.avow.detector.testing.RandomTexts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, no recognizer fails and findings lie within the text, side by side. */
final class TermsRandomTextTest {

    private static final int TEXTS = 20_000;
    private static final List<String> PIECES =
            List.of(
                    "ICD-10: E11.9",
                    "E11.",
                    "S72.001A",
                    "CIM A",
                    "metformin",
                    "type 2 diabetes",
                    "chronic obstructive ",
                    "Parkinson's disease",
                    "Art. 6(1)(f) GDPR",
                    "article L. 1234-5 du Code du travail",
                    "s. 8 of the Data Protection Act 2018",
                    "\u00A7 823 Abs. 1 BGB",
                    "\u00A7\u00A7 ",
                    "42 U.S.C. ",
                    "C-311/18",
                    "no. 12345/67",
                    "application",
                    "n\u00B0 12-34.567",
                    "I ZR 123/20",
                    "12 O 1/20",
                    "Az. ",
                    "No. 19-123",
                    "v.",
                    "1:20-cv-01234",
                    "[2020] UKSC 1",
                    "[2019] EWCA Civ ",
                    "ECLI:EU:C:2020:559",
                    "ecli:",
                    "Regulation (EU) 2016/679",
                    "DS-GVO",
                    "art 1 C. civ",
                    " ",
                    "'",
                    "-",
                    "\\u0031",
                    "%20",
                    "\u200b",
                    "\ud83d",
                    "é",
                    "＃");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void scan_randomText_staysInBounds(long seed) {
        RandomTexts.cutPieces(PIECES).assertInBounds(FoundTerms.DETECTOR, seed, TEXTS);
    }
}
