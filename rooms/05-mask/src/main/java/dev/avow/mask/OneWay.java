package dev.avow.mask;

import dev.avow.detector.api.FindingType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** What stands for a value and does not lead back to it. */
final class OneWay {

    private static final HexFormat HEX = HexFormat.of();
    private static final int HASH_BYTES = 8;
    private static final int MOST_SHOWN = 4;
    private static final int SHOWN_OF = 3;
    private static final String SEPARATORS = " -./@+()";

    private OneWay() {}

    /** {@code <EMAIL>}. */
    static String placeholder(FindingType type) {
        return "<" + label(type) + ">";
    }

    /**
     * {@code <EMAIL:0123456789abcdef>}: 64 bits of the key's MAC over type and value. Equal values
     * of a tenant have equal ones, so they can be counted and joined. Not a bare SHA: a card's
     * number can be found by trying them all.
     */
    static String hash(FindingType type, String original, HashKey key) {
        byte[] mac =
                key.mac(
                        ("masked\n" + type.id() + "\n" + original)
                                .getBytes(StandardCharsets.UTF_8));
        return "<" + label(type) + ":" + HEX.formatHex(mac, 0, HASH_BYTES) + ">";
    }

    /**
     * The last letters or digits stay: four, and never more than a third of all; so do {@value
     * #SEPARATORS}. All else becomes stars: of a password any sign may be a part.
     */
    static String partial(String original) {
        int[] all = original.codePoints().toArray();
        int count = 0;
        for (int each : all) {
            count += Character.isLetterOrDigit(each) ? 1 : 0;
        }
        int hidden = count - Math.min(MOST_SHOWN, count / SHOWN_OF);
        StringBuilder shown = new StringBuilder(original.length());
        for (int each : all) {
            if (!Character.isLetterOrDigit(each)) {
                shown.appendCodePoint(SEPARATORS.indexOf(each) < 0 ? '*' : each);
            } else if (hidden > 0) {
                hidden--;
                shown.append('*');
            } else {
                shown.appendCodePoint(each);
            }
        }
        return shown.toString();
    }

    private static String label(FindingType type) {
        return type.id().toUpperCase(Locale.ROOT);
    }
}
