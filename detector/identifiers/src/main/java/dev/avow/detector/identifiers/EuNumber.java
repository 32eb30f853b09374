package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Numbers;
import dev.avow.detector.validators.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * A number of a fixed length, of digits alone, that a recognizer looks at. Its groups are parted by
 * one sort of sign each: a blank, a dot, a dash or a slash. Lives for one call and prints no
 * content.
 */
final class EuNumber {

    /** For {@link #report}: never without a word that names it. */
    static final double NEVER = 0;

    private final NumberRun run;
    private final int from;
    private final int to;
    private final int[] digits;

    private EuNumber(NumberRun run, int from, int to, int[] digits) {
        this.run = run;
        this.from = from;
        this.to = to;
        this.digits = digits;
    }

    /**
     * The number of so many digits that begins with a group.
     *
     * @return null where no group ends there, or where what parts the groups does not join them
     */
    static @Nullable EuNumber read(NumberRun run, int group, int length) {
        int last = run.last(group, length);
        for (int each = group; each < last; each++) {
            if (!joins(run.separatorAfter(each))) {
                return null;
            }
        }
        return last < 0 ? null : new EuNumber(run, group, last, Numbers.digits(run, group, length));
    }

    private static boolean joins(int separator) {
        return separator == NumberRun.BLANK
                || separator == NumberRun.DOT
                || separator == NumberRun.DASH
                || separator == NumberRun.SLASH;
    }

    /** The digits, 0 to 9 each; only to be read. */
    int[] digits() {
        return digits;
    }

    /** How many groups it has. */
    int groups() {
        return to - from + 1;
    }

    /** Whether it is written together. */
    boolean together() {
        return from == to;
    }

    /** Whether it is written in groups of these sizes. */
    boolean grouped(int... sizes) {
        return Numbers.grouped(run, from, to, sizes);
    }

    /** What stands after a group, counted from its first: one of the bits of {@link NumberRun}. */
    int separatorAfter(int group) {
        return run.separatorAfter(from + group);
    }

    /** Reports what has a checksum; see the longer form. */
    void report(EuNaming naming, double alone, Sink sink) {
        report(naming, alone, Reason.CHECKSUM, sink);
    }

    /**
     * Reports it where it is a number of its own and something says what it is.
     *
     * @param naming the words that name it
     * @param alone how sure it is without them; {@link #NEVER} where it needs them
     * @param reason what speaks for it
     */
    void report(EuNaming naming, double alone, Reason reason, Sink sink) {
        boolean phone = from == 0 && run.charBefore(0) == '+';
        if (phone || !Surroundings.free(run, from, to, naming.names())) {
            return;
        }
        Text text = run.text();
        int start = run.start(from);
        int end = run.end(to);
        double confidence = Math.max(alone, naming.confidence(text, start, end));
        if (confidence > 0 && !Surroundings.isAmount(run, from, to)) {
            sink.found(start, end, confidence, reason);
        }
    }

    /** Prints how long it is: what it holds may be personal data. */
    @Override
    public String toString() {
        return "number[" + digits.length + "]";
    }
}
