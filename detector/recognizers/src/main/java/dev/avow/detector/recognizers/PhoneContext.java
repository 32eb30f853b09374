package dev.avow.detector.recognizers;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Text;

/**
 * What the words around a number say about it.
 *
 * <p>The nearer word wins: in {@code order 4155552671, phone 4155552672} the first is named by
 * "order". Words count on the number's own line only, but a name may stand at the end of the line
 * before, as in a form. Looks no further than {@link ContextWords} does.
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
    private static final int NAME_REACH = 32;
    private static final int LAST_WORD = 11;
    private static final int LONGEST_LABEL = 12;
    private static final int MOST_SIGNS = 3;

    /** What is said about the number from one place to another. */
    static PhoneContext of(Text text, int start, int end) {
        int line = toLineStart(text, start);
        for (int reach = STEP; reach <= PhoneWords.NOT_REACH; reach += STEP) {
            int within = Math.min(reach, line);
            if (PhoneWords.NAMES.before(text, start, within)) {
                return NAMED;
            }
            if (PhoneWords.STRONG.before(text, start, within)) {
                return reach <= DIRECT_REACH || labelled(text, end) ? DIRECT : STRONG;
            }
            if (PhoneWords.NOT.before(text, start, within)) {
                return labelled(text, end) ? DIRECT : OTHER;
            }
        }
        return further(text, start, end, line);
    }

    /** Whether a word that makes a telephone number likely stands right before a place. */
    static boolean hintedRightBefore(Text text, int start) {
        return PhoneWords.ANY.before(text, start, Math.min(STEP + STEP, toLineStart(text, start)));
    }

    private static PhoneContext further(Text text, int start, int end, int line) {
        if (PhoneWords.NAMES.before(text, start, Math.min(NAME_REACH, line))) {
            return NAMED;
        }
        if (labelled(text, end)) {
            return DIRECT;
        }
        int after = toLineEnd(text, end);
        if (PhoneWords.STRONG.before(text, end + after, after)) {
            return STRONG;
        }
        return (line <= 2 && PhoneWords.NAMES.before(text, start, line + LAST_WORD))
                        || PhoneWords.ANY.before(text, start, Math.min(ContextWords.BEFORE, line))
                        || PhoneWords.ANY.before(text, end + after, after)
                ? HINT
                : NONE;
    }

    /** How many chars of the number's line stand before it, as far as words count. */
    private static int toLineStart(Text text, int start) {
        int p = start;
        while (p > 0 && start - p < ContextWords.BEFORE) {
            int unit = text.before(p);
            if (Text.of(unit) == '\n' || Text.of(unit) == '\r') {
                break;
            }
            p -= Math.max(1, Text.size(unit));
        }
        return start - p;
    }

    /** The same for what stands behind, up to the next number, which words there are nearer to. */
    private static int toLineEnd(Text text, int end) {
        int p = end;
        while (p < text.length() && p - end < ContextWords.AFTER) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (c == '\n' || c == '\r' || Chars.isDigit(c)) {
                break;
            }
            p += Math.max(1, Text.size(unit));
        }
        return p - end;
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
