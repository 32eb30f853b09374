package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.List;
import java.util.Random;
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
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            Scan scan = EuFound.ALL.scan(text, EuFound.AMPLE);
            assertThat(scan.coverage()).isEqualTo(Coverage.COMPLETE);
            int last = 0;
            for (Finding finding : scan.findings()) {
                if (finding.start() < last || finding.end() > text.length()) {
                    throw new AssertionError("seed " + seed + ", text " + i);
                }
                last = finding.end();
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(8);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(4) == 0) {
                text.append((char) random.nextInt(0x10000));
            } else {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        for (int i = random.nextInt(3); i > 0 && !text.isEmpty(); i--) {
            int place = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.deleteCharAt(place);
            } else {
                text.insert(place, (char) (0x20 + random.nextInt(0x5F)));
            }
        }
        return text.toString();
    }
}
