package dev.avow.detector.recognizers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, a scan does not fail and its findings lie within the text, side by side. */
final class RandomTextTest {

    private static final int TEXTS = 50_000;
    private static final List<String> PIECES =
            List.of(
                    "alice@mail.example",
                    "+33 6 12 34 56 78",
                    "4111 1111 1111 1111",
                    "%40",
                    "DE89 3704 0044 0532 0130 00",
                    "2 69 05 2A 004 123 14",
                    "732 829 320 00074",
                    "\\u0040",
                    "\\n",
                    "\\\\u0040",
                    "\\x40",
                    "&#64;",
                    "&commat;",
                    "&#",
                    "%2540",
                    "%25",
                    "\\u",
                    "%C2%A0",
                    "%",
                    "\\",
                    "\"",
                    "@",
                    "+",
                    "(0)",
                    "00",
                    " ",
                    "\u200b",
                    "\ud83d",
                    "\ude00",
                    "\u0000",
                    "电话",
                    "tel",
                    "FR",
                    "é",
                    "０",
                    "＠",
                    ".",
                    "-",
                    "12345678-1234-1234-1234-123456789012",
                    "x@y.z@a.bc",
                    "SIREN 732829320");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void scan_randomText_staysInBounds(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            Scan scan = Found.TIER_1.scan(text, Found.AMPLE);
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
            switch (random.nextInt(4)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.append((char) (0x20 + random.nextInt(0x5F)));
                default -> text.append(PIECES.get(random.nextInt(PIECES.size())));
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
