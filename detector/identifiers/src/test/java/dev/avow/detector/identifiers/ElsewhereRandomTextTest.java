package dev.avow.detector.identifiers;

import dev.avow.detector.testing.RandomTexts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, no recognizer fails and findings lie within the text, side by side. */
final class ElsewhereRandomTextTest {

    private static final int TEXTS = 20_000;
    private static final List<String> PIECES =
            List.of(
                    "SSN 536-22-8145",
                    "driver license D",
                    "DL# D1234567",
                    " ",
                    "passport number ",
                    "A12345678",
                    "account number 000123456789",
                    "G123456(A)",
                    "HKID C1234569",
                    "12.ABC.345/01DE-35",
                    "CNPJ ",
                    "12ABC34501DE35",
                    "V-12.345.678",
                    "J-30712345-9",
                    "RIF",
                    "cedula",
                    "12.345.678-5",
                    "RUT 9000005-K",
                    "11010519491231002X",
                    "440306 19900228 0017",
                    "1EG4-TE5-MK73",
                    "GODE561231HDFRRN07",
                    "GODE561231-GR8",
                    "ABCPK1234L",
                    "27ABCPK1234L1Z5",
                    "S1234567D",
                    "A123456789",
                    "ZBN77VL",
                    "NHI",
                    "2341 2341 2346",
                    "\\u0031",
                    "%31",
                    "\u200b",
                    "\ud83d",
                    "é",
                    "５",
                    "身份证",
                    "-",
                    ".",
                    "/",
                    "(");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void scan_randomText_staysInBounds(long seed) {
        RandomTexts.cutPieces(PIECES).assertInBounds(FoundElsewhere.DETECTOR, seed, TEXTS);
    }
}
