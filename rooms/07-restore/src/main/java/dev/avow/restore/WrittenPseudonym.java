package dev.avow.restore;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.avow.mask.Keepsake;
import org.jspecify.annotations.Nullable;

/**
 * A pseudonym as programs and models write it where its own signs mean something: Markdown and TeX
 * escape its brackets and underscores ({@code \[EMAIL\_1\]}; in JSON with two backslashes each), a
 * URL encodes them ({@code %5BEMAIL_1%5D}; RFC 3986, section 2.2).
 *
 * @param pseudonym as it was given out
 * @param start where it begins, in the text
 * @param end where it has ended
 * @param inUrl whether it stands percent-encoded, so that its original is to be, too
 */
record WrittenPseudonym(String pseudonym, int start, int end, boolean inUrl) {

    private static final int MOST_SLASHES = 2;
    private static final String HEX = "0123456789ABCDEF";

    /**
     * What was read at a place.
     *
     * @param found null where there is none
     * @param open whether what follows the text may still make one
     */
    record Read(@Nullable WrittenPseudonym found, boolean open) {
        private static final Read NONE = new Read(null, false);
        private static final Read OPEN = new Read(null, true);
    }

    /** Reads what begins at a backslash, a percent sign or a bracket. */
    static Read at(String text, int place, Keepsake keepsake) {
        int slashes = slashes(text, place);
        int bracket = place + slashes;
        if (bracket == text.length()) {
            return slashes <= MOST_SLASHES ? Read.OPEN : Read.NONE;
        }
        boolean inUrl = text.charAt(bracket) == '%';
        if (inUrl) {
            int left = Math.min(3, text.length() - place);
            if (slashes > 0 || !text.regionMatches(true, place, "%5B", 0, left)) {
                return Read.NONE;
            }
            if (left < 3) {
                return Read.OPEN;
            }
        } else if (text.charAt(bracket) != '[' || slashes > MOST_SLASHES) {
            return Read.NONE;
        }
        return inner(text, place, slashes, bracket + (inUrl ? 3 : 1), inUrl, keepsake);
    }

    private static Read inner(
            String text, int start, int slashes, int from, boolean inUrl, Keepsake keepsake) {
        StringBuilder plain = new StringBuilder(keepsake.longestPseudonym()).append('[');
        int at = from;
        while (at < text.length() && plain.length() < keepsake.longestPseudonym()) {
            int escapes = inUrl ? 0 : slashes(text, at);
            if (escapes > MOST_SLASHES) {
                return Read.NONE;
            }
            if (at + escapes == text.length()) {
                break;
            }
            char c = text.charAt(at + escapes);
            if (c == (inUrl ? '%' : ']')) {
                return ended(text, start, slashes, at, escapes, plain, inUrl, keepsake);
            }
            if (!isInner(c) || (escapes > 0 && c != '_')) {
                return Read.NONE;
            }
            plain.append(c);
            at += escapes + 1;
        }
        return keepsake.isProperPrefix(plain.toString()) ? Read.OPEN : Read.NONE;
    }

    private static Read ended(
            String text,
            int start,
            int slashes,
            int at,
            int escapes,
            StringBuilder plain,
            boolean inUrl,
            Keepsake keepsake) {
        int end = at + escapes + 1;
        if (inUrl) {
            if (!text.regionMatches(true, at, "%5D", 0, Math.min(3, text.length() - at))) {
                return Read.NONE;
            }
            if (text.length() - at < 3) {
                return keepsake.isProperPrefix(plain.toString()) ? Read.OPEN : Read.NONE;
            }
            end = at + 3;
        } else if (escapes != slashes) {
            // A backslash of the text's own stays, and half of a pair of brackets is none.
            if (escapes > 0) {
                return Read.NONE;
            }
            start += slashes;
        }
        String pseudonym = plain.append(']').toString();
        return keepsake.gaveOut(pseudonym)
                ? new Read(new WrittenPseudonym(pseudonym, start, end, inUrl), false)
                : Read.NONE;
    }

    private static int slashes(String text, int place) {
        int at = place;
        while (at < text.length() && text.charAt(at) == '\\' && at - place <= MOST_SLASHES) {
            at++;
        }
        return at - place;
    }

    private static boolean isInner(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    /** An original as it stands in a URL; what a URL's path and query may hold stays. */
    static String encoded(String original) {
        StringBuilder encoded = new StringBuilder(original.length() + 8);
        for (byte each : original.getBytes(UTF_8)) {
            char c = (char) (each & 0xFF);
            boolean plain =
                    (c >= '0' && c <= '9')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= 'a' && c <= 'z')
                            || "-._~@".indexOf(c) >= 0;
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return encoded.toString();
    }

    /** Prints nothing of what it stands for. */
    @Override
    public String toString() {
        return "WrittenPseudonym";
    }
}
