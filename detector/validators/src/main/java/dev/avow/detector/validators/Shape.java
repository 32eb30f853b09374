package dev.avow.detector.validators;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import org.jspecify.annotations.Nullable;

/**
 * How a code of letters and digits is written down.
 *
 * <p>A pattern has one character for each of the code: {@code A} for a letter, {@code 9} for a
 * digit, {@code X} for either; a {@code -} says that a blank, dash, dot or slash may stand there.
 * So {@code AA-99-99-99-A} is a British National Insurance number, however it is parted, in either
 * case, full-width or escaped ({@link Text}).
 *
 * <p>Immutable and safe for threads. Reading looks at no more than the pattern's length and what
 * stands right around it.
 */
public final class Shape {

    private final char[] kinds;
    private final boolean[] partedBefore;

    private Shape(String pattern) {
        this.kinds = new char[(int) pattern.chars().filter(c -> c != '-').count()];
        this.partedBefore = new boolean[kinds.length];
        int at = 0;
        boolean parted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '-' -> parted = true;
                case 'A', '9', 'X' -> {
                    kinds[at] = c;
                    partedBefore[at++] = parted;
                    parted = false;
                }
                default -> throw new IllegalArgumentException("a shape is made of A, 9, X and -");
            }
        }
    }

    /** Makes a shape of a pattern. */
    public static Shape of(String pattern) {
        return new Shape(pattern);
    }

    /** How many letters and digits the code has. */
    public int length() {
        return kinds.length;
    }

    /**
     * Reads the code that begins at a place.
     *
     * @return null where there is none of that shape, or where it is a part of a longer word
     */
    public @Nullable Code read(Text text, int start) {
        int p = text.skipIgnorable(start);
        if (!is(kinds[0], Text.of(text.at(p))) || !freeBefore(text, start)) {
            return null;
        }
        char[] value = new char[kinds.length];
        int end = p;
        for (int i = 0; i < value.length; i++) {
            int unit = text.at(p);
            if (partedBefore[i] && isSeparator(Text.of(unit))) {
                p = text.skipIgnorable(p + Text.size(unit));
                unit = text.at(p);
            }
            char c = Text.of(unit);
            if (!is(kinds[i], c)) {
                return null;
            }
            value[i] = Chars.isDigit(c) ? c : (char) (c & ~0x20);
            end = p + Text.size(unit);
            p = text.skipIgnorable(end);
        }
        return freeAfter(text, end) ? new Code(new String(value), start, end) : null;
    }

    private static boolean is(char kind, char c) {
        return switch (kind) {
            case 'A' -> Chars.isAsciiLetter(c);
            case '9' -> Chars.isDigit(c);
            default -> Chars.isAsciiLetter(c) || Chars.isDigit(c);
        };
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '.' || c == '/';
    }

    /** Whether nothing right before a place makes what begins there a part of something longer. */
    public static boolean freeBefore(Text text, int start) {
        char c = text.seenBefore(start);
        if (c == '-' || c == '.') {
            return !isWord(text.seenBefore(start - 1));
        }
        return !isWord(c) && c != '_';
    }

    /** Whether nothing right after a place makes what ends there a part of something longer. */
    public static boolean freeAfter(Text text, int end) {
        int p = text.skipIgnorable(end);
        int unit = text.at(p);
        char c = Text.of(unit);
        if (c == '-' || c == '.') {
            return !isWord(Text.of(text.at(text.skipIgnorable(p + Text.size(unit)))));
        }
        return !isWord(c) && c != '_';
    }

    private static boolean isWord(char c) {
        return Chars.isLatin(c) || Chars.isDigit(c);
    }
}
