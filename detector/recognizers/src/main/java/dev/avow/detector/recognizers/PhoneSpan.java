package dev.avow.detector.recognizers;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Surroundings;

/**
 * Some groups of a run that may be a telephone number, with what belongs to it on either side: the
 * parenthesis that opens before an area code, an extension behind.
 *
 * @param run the run; valid only during the recognizer's call
 * @param from its first group
 * @param to its last group
 * @param start first char, the parenthesis included
 * @param end after the last char, the extension included
 */
record PhoneSpan(NumberRun run, int from, int to, int start, int end) {

    static PhoneSpan of(NumberRun run, int from, int to) {
        Text text = run.text();
        int start = run.start(from);
        boolean open = Text.of(text.before(start)) == '(' && closes(run, from, to);
        int end = to == run.groups() - 1 ? PhoneExtension.end(text, run.end(to)) : run.end(to);
        return new PhoneSpan(
                run, from, to, open ? start - Text.size(text.before(start)) : start, end);
    }

    private static boolean closes(NumberRun run, int from, int to) {
        for (int g = from; g < to; g++) {
            if ((run.separatorAfter(g) & NumberRun.CLOSE) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a parenthesis around the first group is part of it. */
    boolean isOpened() {
        return start < run.start(from);
    }

    boolean hasExtension() {
        return end > run.end(to);
    }

    /** How many digits it has, those of the extension not counted. */
    int digits() {
        return run.digitCount(from, to);
    }

    int groups() {
        return to - from + 1;
    }

    /** The size of one of its groups, by index from 0. */
    int size(int group) {
        return run.digitCount(from + group);
    }

    /** A digit by its index from 0. */
    int digit(int index) {
        return run.digit(run.firstDigit(from) + index);
    }

    /** What parts its groups with these indices and the next. */
    int separator(int group) {
        return run.separatorAfter(from + group);
    }

    /** Whether the row of digits holds nothing else. */
    boolean isWholeRun() {
        return from == 0 && to == run.groups() - 1;
    }

    /** Whether nothing around makes it a part of something longer. */
    boolean isFree() {
        if (Surroundings.inUuid(run, from, to)) {
            return false;
        }
        char before = run.text().seenBefore(start);
        boolean left =
                isOpened()
                        ? !Chars.isLatin(before) && !Chars.isDigit(before)
                        : Surroundings.freeBefore(run, from, PhoneWords.ANY) && !isTagged(before);
        return left
                && (hasExtension()
                        || Surroundings.freeAfter(run, to)
                        || (to == run.groups() - 1
                                && PhoneContext.labelled(run.text(), run.end(to))));
    }

    /** What identifiers stand behind: {@code #4155552671}, {@code INV-0171 1234567}. */
    private boolean isTagged(char before) {
        if (before == '#' || before == '$') {
            return true;
        }
        if (before == ':' && from == 0) {
            // The seconds of a time: 16:14:07.697
            return Chars.isDigit(run.text().seenBefore(run.start(0) - 1));
        }
        if ((before != '-' && before != '/') || from > 0) {
            return false;
        }
        char further = run.text().seenBefore(run.start(0) - 1);
        return Chars.isLatin(further) && !PhoneWords.ANY.glued(run.text(), run.start(0) - 1);
    }

    @Override
    public String toString() {
        return "span[" + digits() + "]";
    }
}
