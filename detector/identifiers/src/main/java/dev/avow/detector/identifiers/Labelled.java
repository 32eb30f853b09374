package dev.avow.detector.identifiers;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Shape;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value after its label: {@code passport number: X1234567}.
 *
 * @param code the value without dashes
 * @param numbered whether the label says that a number follows
 */
record Labelled(Code code, boolean numbered) {

    /** How far behind the label the value begins at most, in UTF-16 code units. */
    private static final int REACH = 40;

    /** The longest value and the longest word between, in letters and digits. */
    private static final int LONGEST = 24;

    private static final Set<String> NUMBER =
            Set.of("number", "numbers", "no", "nr", "num", "nbr", "numero", "id");

    private static final Set<String> BETWEEN =
            Set.of(
                    "is", "was", "of", "my", "the", "us", "usa", "card", "value", "your", "his",
                    "her");

    /**
     * Reads the value.
     *
     * @param from after the label
     * @return null where none follows, or other words do first
     */
    static @Nullable Labelled after(Text text, int from) {
        boolean numbered = false;
        int p = from;
        while (p < from + REACH) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (Chars.isDigit(c) || Chars.isLatin(c)) {
                Code word = word(text, p, false);
                if (word == null) {
                    return null;
                }
                if (word.value().chars().anyMatch(each -> each <= '9')) {
                    Code value = word(text, p, true);
                    return value == null ? null : new Labelled(value, numbered);
                }
                String plain = word.value().toLowerCase(Locale.ROOT);
                if (!NUMBER.contains(plain) && !BETWEEN.contains(plain)) {
                    return null;
                }
                numbered |= NUMBER.contains(plain);
                p = word.end();
                continue;
            }
            if (c == Text.EDGE || c == '\n' || c == ';' || c == '!' || c == '?' || c == '(') {
                return null;
            }
            numbered |= c == '#';
            p += Math.max(1, Text.size(unit));
        }
        return null;
    }

    /** Letters and digits from a place on; with single dashes between where a value may be. */
    private static @Nullable Code word(Text text, int start, boolean dashes) {
        StringBuilder value = new StringBuilder(LONGEST);
        int p = start;
        int end = start;
        boolean dash = false;
        while (true) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (Chars.isDigit(c) || Chars.isAsciiLetter(c)) {
                if (value.length() == LONGEST) {
                    return null;
                }
                value.append(Chars.isDigit(c) ? c : (char) (c & ~0x20));
                dash = false;
                end = p + Text.size(unit);
            } else if (dashes && c == '-' && !dash) {
                dash = true;
            } else if (c != Text.IGNORABLE) {
                break;
            }
            p += Math.max(1, Text.size(unit));
        }
        boolean free = !dashes || Shape.freeAfter(text, end);
        return free && !value.isEmpty() ? new Code(value.toString(), start, end) : null;
    }

    /** Prints its kind: what it holds may be personal data. */
    @Override
    public String toString() {
        return "labelled " + code;
    }
}
