package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Numbers;
import dev.avow.detector.validators.Phrases;
import dev.avow.detector.validators.Surroundings;
import java.util.List;

/**
 * What identifiers of a fixed number of digits have in common.
 *
 * <p>Near a word that names it a number is reported in whatever groups it is written. Without one
 * it is reported only in a form that is its own, and not where the row goes on, where an amount is
 * meant, or where a word says that it is something else. Forms are left out where the check is too
 * weak for that.
 */
abstract class DigitIdentifier implements Recognizer.OfNumbers {

    /** How far a neighbour is looked for, in UTF-16 code units. */
    private static final int NEIGHBOUR = 8;

    private static final int SENTENCE = NumberRun.DOT | NumberRun.BLANK;
    private static final int JOINS =
            NumberRun.BLANK | NumberRun.DOT | NumberRun.DASH | NumberRun.SLASH;

    private final FindingType type;
    private final int length;
    private final Phrases words;
    private final List<Form> forms;

    /**
     * Makes one.
     *
     * @param id of the finding type
     * @param length in digits
     * @param words what names it
     * @param forms in which it stands without a name; may be none
     */
    DigitIdentifier(String id, int length, Phrases words, String... forms) {
        this.type = new FindingType(id, 2);
        this.length = length;
        this.words = words;
        this.forms = List.of(forms).stream().map(Form::of).toList();
    }

    @Override
    public final FindingType type() {
        return type;
    }

    /** Whether digits, as many as the number has, are one. */
    abstract Fit fit(int[] digits);

    /** How well it has to fit to stand in one of its forms without a name. */
    Fit alone() {
        return Fit.CHECKED;
    }

    /** As many as it has. */
    @Override
    public final int lengths() {
        return 1 << length;
    }

    /** How its forms begin. */
    @Override
    public final int headsAmidNumbers() {
        return forms.stream().mapToInt(form -> 1 << form.head()).reduce(0, (a, b) -> a | b);
    }

    @Override
    public final void number(NumberRun run, int group, Sink sink) {
        if (run.digitCount(group) > length || run.charBefore(group) == '+') {
            return;
        }
        int last = Numbers.last(run, group, length, words.words());
        if (last < 0) {
            return;
        }
        int[] digits = Numbers.digits(run, group, length);
        Fit fit = allSame(digits) ? Fit.NOT : fit(digits);
        if (fit == Fit.NOT) {
            return;
        }
        Text text = run.text();
        int start = run.start(group);
        int end = run.end(last);
        if (joined(run, group, last) && words.near(text, start, end)) {
            if (fit == Fit.CHECKED) {
                sink.found(start, end, Confidence.CHECKSUM_IN_CONTEXT, Reason.CHECKSUM);
            } else {
                sink.found(start, end, Confidence.DISTINCT_PATTERN, Reason.CONTEXT);
            }
        } else if (fit.compareTo(alone()) >= 0
                && standsAlone(run, group, last)
                && !OtherNames.before(text, start)) {
            Reason reason = fit == Fit.CHECKED ? Reason.CHECKSUM : Reason.PATTERN;
            sink.found(start, end, Confidence.WEAK_CHECKSUM, reason);
        }
    }

    private boolean standsAlone(NumberRun run, int from, int to) {
        for (Form form : forms) {
            if (form.fits(run, from, to)) {
                return !form.goesOn(run, from, to)
                        && !Surroundings.isAmount(run, from, to)
                        && !(form.spaced() && amongNumbers(run, from, to));
            }
        }
        return false;
    }

    /** Whether the word before holds a digit or one follows, on another line too: a table. */
    private static boolean amongNumbers(NumberRun run, int from, int to) {
        Text text = run.text();
        int start = run.start(from);
        int p = start;
        while (p > 0 && p > start - NEIGHBOUR && isBlank(text.raw(p - 1))) {
            p--;
        }
        while (p > 0 && p > start - NEIGHBOUR && !isBlank(text.raw(p - 1))) {
            if (Chars.isDigit(text.raw(--p))) {
                return true;
            }
        }
        int end = run.end(to);
        int q = end;
        while (q < text.length() && q < end + NEIGHBOUR && isBlank(text.raw(q))) {
            q++;
        }
        return q < text.length() && Chars.isDigit(text.raw(q));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** Groups of one number, and not the end of a sentence or the columns of a table. */
    private static boolean joined(NumberRun run, int from, int to) {
        for (int group = from; group < to; group++) {
            int separator = run.separatorAfter(group);
            if ((separator & ~JOINS) != 0 || (separator & SENTENCE) == SENTENCE) {
                return false;
            }
        }
        return true;
    }

    private static boolean allSame(int[] digits) {
        for (int digit : digits) {
            if (digit != digits[0]) {
                return false;
            }
        }
        return true;
    }
}
