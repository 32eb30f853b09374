package dev.avow.detector.validators;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Text;

/**
 * What stands right around a number and says that it is a part of something longer: letters, a
 * decimal point, more digits, a UUID.
 */
public final class Surroundings {

    private static final int UUID = 36;
    private static final int TIGHT = NumberRun.DOT | NumberRun.DASH | NumberRun.UNDERSCORE;

    private Surroundings() {}

    /**
     * Whether the groups from one to another may be a number of their own.
     *
     * @param words a letter right before is allowed where it ends one of these
     */
    public static boolean free(NumberRun run, int from, int to, ContextWords words) {
        return freeBefore(run, from, words) && freeAfter(run, to) && !inUuid(run, from, to);
    }

    /** The same for what stands before only. */
    public static boolean freeBefore(NumberRun run, int from, ContextWords words) {
        if (from > 0) {
            return !tight(run.separatorBefore(from));
        }
        char c = run.charBefore(0);
        if (Chars.isLatin(c)) {
            return words.glued(run.text(), run.start(0));
        }
        return c != '_' && !(c == '.' && digitBeforeDot(run.text(), run.start(0)));
    }

    /** A decimal such as 0.4111 whose first part is in a run that was too long to be kept. */
    private static boolean digitBeforeDot(Text text, int start) {
        return Chars.isDigit(text.seenBefore(start - 1));
    }

    /** The same for what stands after only. */
    public static boolean freeAfter(NumberRun run, int to) {
        if (to < run.groups() - 1) {
            return !tight(run.separatorAfter(to));
        }
        char c = run.charAfterRun();
        if (c == '-') {
            // Part of a name with dashes such as 2024-4111-abc, unless a blank ends it.
            return run.separatorAfter(to) != NumberRun.DASH
                    || !Chars.isAsciiLetter(run.charAfterSeparator());
        }
        return !Chars.isLatin(c) && !Chars.isDigit(c) && c != '_';
    }

    /** A dot, dash or underscore with nothing else: what stands on both sides belongs together. */
    public static boolean tight(int separator) {
        return separator != 0 && (separator & ~TIGHT) == 0;
    }

    /** Whether a value lies within a UUID in its usual form (RFC 9562, section 4). */
    public static boolean inUuid(NumberRun run, int from, int to) {
        Text text = run.text();
        int start = run.start(from);
        int left = start;
        while (left > 0 && left > start - UUID && uuidChar(text.raw(left - 1))) {
            left--;
        }
        int right = run.end(to);
        int most = Math.min(text.length(), start + UUID);
        while (right < most && uuidChar(text.raw(right))) {
            right++;
        }
        for (int at = left; at <= start && at + UUID <= right; at++) {
            if (text.raw(at + 8) == '-'
                    && text.raw(at + 13) == '-'
                    && text.raw(at + 18) == '-'
                    && text.raw(at + 23) == '-') {
                return true;
            }
        }
        return false;
    }

    private static boolean uuidChar(char c) {
        return Chars.isDigit(c) || c == '-' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
    }

    /** Whether an amount of money is meant: a currency or percent sign stands next to the value. */
    public static boolean isAmount(NumberRun run, int from, int to) {
        Text text = run.text();
        if (isCurrency(run.charBefore(from))) {
            return true;
        }
        int p = text.skipIgnorable(run.end(to));
        if (Text.of(text.at(p)) == ' ') {
            p = text.skipIgnorable(p + Text.size(text.at(p)));
        }
        return isCurrency(Text.of(text.at(p))) || AMOUNT_WORDS.after(text, p);
    }

    private static final ContextWords AMOUNT_WORDS =
            ContextWords.of("eur", "euro", "euros", "usd", "dollars", "gbp", "chf", "millions");

    private static boolean isCurrency(char c) {
        return c == '$'
                || c == '%'
                || (c < 0x2100 && Character.getType(c) == Character.CURRENCY_SYMBOL);
    }
}
