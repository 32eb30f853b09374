package dev.avow.detector.recognizers;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;

/**
 * What the words around a number say about it.
 *
 * <p>The nearer word wins: in {@code order 4155552671, phone 4155552672} the first is named by
 * "order". Looks at no more than {@link PhoneWords#NOT_REACH} characters before, or where {@link
 * dev.avow.detector.engine.ContextWords} looks.
 */
enum PhoneContext {
    /** A word right before says that it is something else. */
    OTHER,
    /** Nothing is said. */
    NONE,
    /** Something near makes a telephone number likely. */
    HINT,
    /** Somebody calls it. */
    STRONG,
    /** A verb of calling stands right before, or a label right behind. */
    DIRECT,
    /** It is called a telephone number. */
    NAMED;

    private static final int STEP = 7;
    private static final int DIRECT_REACH = 7;
    private static final int NAME_REACH = 24;
    private static final int CALL_REACH = 40;
    private static final int LONGEST_LABEL = 12;
    private static final int MOST_SIGNS = 3;

    /** What is said about the number from one place to another. */
    static PhoneContext of(Text text, int start, int end) {
        for (int reach = STEP; reach <= PhoneWords.NOT_REACH; reach += STEP) {
            if (PhoneWords.NAMES.before(text, start, reach)) {
                return NAMED;
            }
            if (PhoneWords.STRONG.before(text, start, reach)) {
                return reach <= DIRECT_REACH || labelled(text, end) ? DIRECT : STRONG;
            }
            if (PhoneWords.NOT.before(text, start, reach)) {
                return labelled(text, end) ? DIRECT : OTHER;
            }
        }
        if (PhoneWords.NAMES.before(text, start, NAME_REACH)) {
            return NAMED;
        }
        if (labelled(text, end)) {
            return DIRECT;
        }
        if (PhoneWords.STRONG.before(text, start, CALL_REACH)
                || PhoneWords.STRONG.after(text, end)) {
            return STRONG;
        }
        return PhoneWords.ANY.near(text, start, end) ? HINT : NONE;
    }

    /** Whether a label stands right behind a place: {@code (mobile)}, {@code -Fax}. */
    static boolean labelled(Text text, int end) {
        int p = end;
        int signs = 0;
        int unit = text.at(p);
        while (signs < MOST_SIGNS && isSign(Text.of(unit))) {
            p += Text.size(unit);
            signs++;
            unit = text.at(p);
        }
        int word = p;
        int letters = 0;
        while (letters <= LONGEST_LABEL && Chars.isLatin(Text.of(unit))) {
            p += Text.size(unit);
            letters++;
            unit = text.at(p);
        }
        return signs > 0
                && letters > 0
                && letters <= LONGEST_LABEL
                && PhoneWords.LABELS.before(text, p, p - word);
    }

    private static boolean isSign(char c) {
        return c == ' ' || c == '-' || c == '(' || c == '/' || c == ',' || c == '[' || c == ':';
    }
}
