package dev.avow.detector.identifiers;

import dev.avow.detector.testing.RandomTexts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, a scan does not fail and its findings lie within the text, side by side. */
final class EuRandomTextTest {

    private static final int TEXTS = 20_000;
    private static final List<String> PIECES =
            List.of(
                    "NHS 943 476 5919",
                    "AB123456C",
                    "X-1234567-L",
                    "12345678Z",
                    "A12345674",
                    "CIF",
                    "DE136695976",
                    "DE ",
                    "ES",
                    "AT U",
                    "NL004495445B01",
                    "RSS MRA 85T10 A562S",
                    "131052-308T",
                    "15 070649 C 103",
                    "1234567FA",
                    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
                    "I<UTOD231458907<<<<<<<<<<<<<<<",
                    "7408122F1204159UTO<<<<<<<<<<<6",
                    "<",
                    "\n",
                    "\\n",
                    "\\u0031",
                    "%31",
                    "\u200b",
                    "\ud83d",
                    "１",
                    "Ａ",
                    "L01X00T471",
                    "Ausweis",
                    "-",
                    "/",
                    ".",
                    " ",
                    "é",
                    "710319/2745",
                    "BSN 111222333",
                    "1");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void scan_randomText_staysInBounds(long seed) {
        RandomTexts.rowsAmongAnything(PIECES, 8).damaged().assertInBounds(EuFound.ALL, seed, TEXTS);
    }
}
