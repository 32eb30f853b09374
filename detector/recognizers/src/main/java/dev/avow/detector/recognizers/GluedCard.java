package dev.avow.detector.recognizers;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Surroundings;

/**
 * Letters or an underscore right beside a card's number, with nothing between: {@code
 * 4111111111111111exp}, {@code card_4111111111111111}.
 *
 * <p>It counts beside a word such as "card". Without one it counts in the groups that cards show,
 * where the row has no others; digits together only where letters follow that no number in
 * hexadecimal and no literal of a program ends in, and where the length and prefix are those of
 * most cards: names of files, orders and objects hold numbers of sixteen digits too.
 */
final class GluedCard {

    private static final int LONGEST_WORD = 12;
    private static final int AMEX = 15;
    private static final int AMEX_SECOND = 6;
    private static final int USUAL = 16;

    /** What programs end a number in: {@code 4111111111111111L}. */
    private static final String LITERALS = "lunfd";

    private GluedCard() {}

    /** Whether the groups from one to another may be a card's number all the same. */
    static boolean is(NumberRun run, int from, int to, ContextWords words) {
        Text text = run.text();
        int start = run.start(from);
        int end = run.end(to);
        boolean before = from == 0 && isGlue(run.charBefore(0));
        boolean after = to == run.groups() - 1 && isGlue(run.charAfterRun());
        if ((!before && !Surroundings.freeBefore(run, from, words))
                || (!after && !Surroundings.freeAfter(run, to))
                || Surroundings.inUuid(run, from, to)) {
            return false;
        }
        int left = before ? letters(text, start, -1) : start;
        int right = after ? letters(text, end, 1) : end;
        boolean leftHash = isHexadecimal(text, left, start);
        boolean rightHash = isHexadecimal(text, end, right);
        if ((leftHash && rightHash)
                || (before && leftHash && Chars.isDigit(text.seenBefore(left)))
                || (after && rightHash && Chars.isDigit(Text.of(text.at(right))))) {
            return false;
        }
        if (words.near(text, start, end) || words.glued(text, start)) {
            return true;
        }
        if (from < to) {
            return from == 0 && to == run.groups() - 1 && isPrinted(run, to);
        }
        return !before
                && right - end <= LONGEST_WORD
                && Text.of(text.at(end)) != '_'
                && !isLiteral(text, end, right)
                && !isPart(Text.of(text.at(right)))
                && isUsual(run, from)
                && !PhoneWords.NOT.before(text, start, PhoneWords.NOT_REACH);
    }

    private static boolean isGlue(char c) {
        return Chars.isLatin(c) || c == '_';
    }

    /** Where the letters end that stand beside a place. */
    private static int letters(Text text, int place, int step) {
        int p = place;
        while (Math.abs(p - place) <= LONGEST_WORD) {
            int unit = step < 0 ? text.before(p) : text.at(p);
            if (!isGlue(Text.of(unit))) {
                break;
            }
            p += step * Text.size(unit);
        }
        return p;
    }

    /** Whether all letters, if any, are such as hashes have, so that more digits may follow. */
    private static boolean isHexadecimal(Text text, int from, int to) {
        int p = from;
        while (p < to) {
            int unit = text.at(p);
            if (Chars.hex(Text.of(unit)) < 0) {
                return false;
            }
            p += Text.size(unit);
        }
        return true;
    }

    private static boolean isLiteral(Text text, int from, int to) {
        int unit = text.at(from);
        return from + Text.size(unit) == to && LITERALS.indexOf(Text.of(unit) | 0x20) >= 0;
    }

    /** A sign behind the letters that goes on with what they are part of. */
    private static boolean isPart(char c) {
        return Chars.isDigit(c) || c == '_' || c == '-' || c == '+' || c == '/';
    }

    /** Fours, or 4-6-5, with the same blank or dash between. */
    private static boolean isPrinted(NumberRun run, int last) {
        int count = run.digitCount(0, last);
        int separator = run.separatorAfter(0);
        boolean even = separator == NumberRun.BLANK || separator == NumberRun.DASH;
        for (int g = 1; g < last; g++) {
            even &= run.separatorAfter(g) == separator;
        }
        int size = count == AMEX ? AMEX_SECOND : USUAL / 4;
        return even
                && run.digitCount(0) == USUAL / 4
                && run.digitCount(1) == size
                && (count == USUAL || (count == AMEX && last == 2));
    }

    /** Visa, Mastercard and American Express. */
    private static boolean isUsual(NumberRun run, int group) {
        int count = run.digitCount(group);
        int first = run.digit(run.firstDigit(group));
        int second = run.digit(run.firstDigit(group) + 1);
        return count == AMEX
                ? first == 3
                : count == USUAL && (first == 4 || (first == 5 && second >= 1 && second <= 5));
    }
}
