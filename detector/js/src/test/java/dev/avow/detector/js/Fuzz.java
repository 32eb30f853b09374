package dev.avow.detector.js;

import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Texts put together at random, and digests of what is found in them: exactly what {@code
 * web/detector/test/fuzz.mjs} does in JavaScript.
 */
final class Fuzz {

    private static final int FNV_START = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    /**
     * First and last of letters so new that the JDK and TeaVM, each with a version of Unicode of
     * its own, may differ in them.
     */
    private static final int[] NEW = {
        0x558, 0x558, 0x58B, 0x58C, 0x5C8, 0x5C9, 0x88F, 0x88F, 0x984, 0x984, 0x9FF, 0x9FF, 0xB53,
        0xB54, 0xC5C, 0xC5C, 0xCDC, 0xCDC, 0x1879, 0x1879, 0x1ACF, 0x1AF0, 0x208F, 0x208F, 0x209D,
        0x209F, 0xA7CE, 0xA7CF, 0xA7D2, 0xA7D2, 0xA7D4, 0xA7D4, 0xA7DD, 0xA7DD, 0xA7E2, 0xA7E2,
        0xA7F1, 0xA7F1, 0xAB6C, 0xAB6D
    };

    private final List<String> pieces;
    private int state;

    Fuzz(List<String> pieces, int seed) {
        this.pieces = pieces;
        this.state = seed;
    }

    /** One digest per batch, and at last how many findings there were. */
    List<String> digests(Detector detector, int batches, int size) {
        List<String> digests = new ArrayList<>();
        int count = 0;
        for (int batch = 0; batch < batches; batch++) {
            int hash = FNV_START;
            for (int i = 0; i < size; i++) {
                String text = text();
                Scan scan = detector.scan(text, SharedVectors.AMPLE);
                StringBuilder all = new StringBuilder(text);
                all.append('|').append(scan.coverage() instanceof Coverage.Complete).append('|');
                scan.findings().forEach(each -> all.append(line(each)));
                hash = mix(hash, all);
                count += scan.findings().size();
            }
            digests.add(Integer.toHexString(hash));
        }
        digests.add(Integer.toString(count));
        return digests;
    }

    private static String line(Finding finding) {
        return "%s/%d@%d-%d=%d %s;"
                .formatted(
                        finding.type(),
                        finding.type().tier(),
                        finding.start(),
                        finding.end(),
                        Math.round(finding.confidence() * 1e6),
                        finding.reason().name().toLowerCase(Locale.ROOT));
    }

    private static int mix(int hash, CharSequence string) {
        int result = hash;
        for (int i = 0; i < string.length(); i++) {
            result = (result ^ string.charAt(i)) * FNV_PRIME;
        }
        return result;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int left = 1 + next(10); left > 0; left--) {
            switch (next(8)) {
                case 0 -> text.append(character());
                case 1 -> text.append((char) (0x20 + next(0x5F)));
                default -> text.append(pieces.get(next(pieces.size())));
            }
            if (next(2) == 0) {
                text.append(' ');
            }
        }
        for (int left = next(4); left > 0 && !text.isEmpty(); left--) {
            int place = next(text.length());
            if (next(2) == 1) {
                text.deleteCharAt(place);
            } else {
                text.insert(place, (char) (0x20 + next(0x5F)));
            }
        }
        return text.toString();
    }

    private char character() {
        int code = next(0x10000);
        for (int i = 0; i < NEW.length; i += 2) {
            if (code >= NEW[i] && code <= NEW[i + 1]) {
                return ' ';
            }
        }
        return (char) code;
    }

    /** 0 to below a bound (xorshift32). */
    private int next(int bound) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return (state >>> 1) % bound;
    }
}
