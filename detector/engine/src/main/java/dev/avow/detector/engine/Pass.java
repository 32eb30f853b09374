package dev.avow.detector.engine;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.api.Scan;
import dev.avow.detector.engine.OnePassDetector.Placed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one text.
 *
 * <h2>Why it is quick</h2>
 *
 * <p>All that the recognizers look for holds a digit or an at sign. The inner loop asks one table
 * whether a character is one of these and otherwise goes on; for ordinary prose that is all that
 * happens, and a text without either is clean without anything else being made.
 *
 * <h2>Why it is linear</h2>
 *
 * <p>Each character is read by the inner loop once, and besides:
 *
 * <ul>
 *   <li>by number runs at most three times: once as part of a run, once more where a long run is
 *       continued ({@link NumberRun}), once as the separator after a run's end;
 *   <li>by an at sign's recognizer at most twice: none reads past another at sign, so a character
 *       is on the left of one sign and on the right of one;
 *   <li>by recognizers of numbers and letters within their bounds: a value has at most 34 letters
 *       and digits, so a character lies in at most 34 windows, and its context in a constant number
 *       of characters on either side;
 *   <li>where it stands in base64, by {@link Base64Texts}, and what that says is a shorter text.
 * </ul>
 *
 * <p>Nothing tracks back further than that, so there is no input that makes a scan slow out of
 * proportion. {@code LinearTimeTest} counts the readings.
 */
final class Pass {

    private static final int STRIDE = 4096;
    private static final int SPELLED_STRIDE = 64;
    private static final int FEWEST_DIGITS = 6;
    private static final boolean[] TRIGGERS = new boolean[128];

    static {
        for (char c = 0; c < TRIGGERS.length; c++) {
            TRIGGERS[c] = Chars.triggers(c);
        }
    }

    private final OnePassDetector detector;
    private final char[] chars;
    private final @Nullable String spelled;
    private final String string;
    private final Text text;
    private final long maxNanos;
    private final int decodings;
    private final long began;
    private final List<Overlaps.Claim> claims = new ArrayList<>(0);
    private final @Nullable Sink[] sinks;
    private @Nullable NumberRun run;
    private Coverage.@Nullable Why why;
    private int carried;
    private boolean cells;
    private boolean brackets;
    private long stepsWithin;

    /**
     * @param coded whether the text may hold an escape, an octet or an entity
     * @param spelled the text as a string where it may spell at signs between blanks, else null
     * @param string the text as a string; may be longer
     * @param decodings how deep base64 is looked into
     */
    Pass(
            OnePassDetector detector,
            char[] chars,
            boolean coded,
            @Nullable String spelled,
            String string,
            boolean tooLong,
            long maxNanos,
            int decodings) {
        this.spelled = spelled;
        this.string = string;
        this.detector = detector;
        this.chars = chars;
        this.text = new Text(chars, chars.length, coded);
        this.sinks = new Sink[detector.size()];
        this.maxNanos = maxNanos;
        this.decodings = decodings;
        this.began = detector.now();
        this.why = tooLong ? Coverage.Why.TOO_LONG : null;
    }

    Scan run() {
        numbersAndAtSigns();
        if (spelled != null && why != Coverage.Why.OUT_OF_TIME) {
            spelledAtSigns(spelled);
        }
        if (!detector.vocabulary().isEmpty() && why != Coverage.Why.OUT_OF_TIME) {
            wordsAndSigns();
        }
        if (cells && why != Coverage.Why.OUT_OF_TIME) {
            new Tables(string, chars, this::fields).read();
        }
        if (brackets && run != null && why != Coverage.Why.OUT_OF_TIME) {
            new JsonFields(string, chars, this::fields).read();
        }
        if (decodings > 0 && why != Coverage.Why.OUT_OF_TIME) {
            base64();
        }
        if (claims.isEmpty() && why == null) {
            return Scan.clean();
        }
        return new Scan(
                claims.isEmpty() ? List.of() : Overlaps.resolve(claims),
                why == null ? Coverage.COMPLETE : new Coverage.Partial(why));
    }

    private void numbersAndAtSigns() {
        int length = chars.length;
        int place = 0;
        int from = 0;
        while (place < length) {
            int stop = Math.min(length, place + STRIDE);
            while (place < stop) {
                place = nextTrigger(place, stop);
                if (place < stop) {
                    place = candidate(place, from);
                    from = place;
                }
            }
            if (place < length && outOfTime()) {
                return;
            }
        }
    }

    /** Each at sign between blanks; within a constant number of characters of each. */
    private void spelledAtSigns(String string) {
        for (String sign : SpelledSigns.BARE) {
            int looked = 0;
            int next = string.indexOf(sign);
            while (next >= 0 && next + sign.length() <= chars.length) {
                spelledAt(next, next + sign.length(), false);
                if (++looked % SPELLED_STRIDE == 0 && outOfTime()) {
                    return;
                }
                next = string.indexOf(sign, next + 1);
            }
        }
    }

    private void spelledAt(int start, int end, boolean bracketed) {
        for (Placed<Recognizer.OfAtSigns> placed : detector.atSigns()) {
            try {
                placed.recognizer().spelledAt(text, start, end, bracketed, sink(placed));
            } catch (RuntimeException itsOwn) {
                failed();
            }
        }
    }

    private void wordsAndSigns() {
        WordPass words = new WordPass(detector.vocabulary(), chars, text, this);
        int place = 0;
        while (place < chars.length) {
            place = words.run(place, Math.min(chars.length, place + STRIDE));
            if (place < chars.length && outOfTime()) {
                return;
            }
        }
    }

    /** Scans values whose names stand further off than words are looked for, beside those names. */
    private void fields(FieldView view) {
        if (why == Coverage.Why.OUT_OF_TIME || outOfTime()) {
            return;
        }
        long left = maxNanos - (detector.now() - began);
        Pass inner = new Pass(detector, view.chars(), true, null, "", false, left, 0);
        inner.numbersAndAtSigns();
        if (!detector.vocabulary().isEmpty()) {
            inner.wordsAndSigns();
        }
        for (Overlaps.Claim claim : inner.claims) {
            int origin = view.origin(claim.finding().start(), claim.finding().end());
            if (origin >= 0) {
                claims.add(claim.at(origin));
            }
        }
        if (inner.why != null) {
            why = worse(why, inner.why);
        }
        stepsWithin += inner.steps();
    }

    private void base64() {
        int word = Base64Texts.next(chars, 0);
        if (word == chars.length) {
            return;
        }
        Base64Texts texts = new Base64Texts(chars, text, this::said, this::inBase64);
        while (word < chars.length && !outOfTime()) {
            word = Base64Texts.next(chars, texts.read(word));
        }
    }

    /** What base64 says is a text of its own. */
    private List<Finding> said(String text) {
        if (why == Coverage.Why.OUT_OF_TIME || outOfTime()) {
            return List.of();
        }
        long left = maxNanos - (detector.now() - began);
        Pass inner = detector.pass(text, new Budget(Integer.MAX_VALUE, left), decodings - 1);
        Scan scan = inner.run();
        if (inner.why != null) {
            why = worse(why, inner.why);
        }
        stepsWithin += inner.steps();
        return scan.findings();
    }

    /** What holds other values, such as a token, holds these too. */
    private void inBase64(Finding finding) {
        claims.add(new Overlaps.Claim(finding, false, false, detector.size()));
    }

    private boolean outOfTime() {
        if (detector.now() - began <= maxNanos) {
            return false;
        }
        why = worse(why, Coverage.Why.OUT_OF_TIME);
        return true;
    }

    private int nextTrigger(int from, int stop) {
        char[] c = chars;
        int i = from;
        while (i < stop) {
            char at = c[i];
            if (at < 128 ? TRIGGERS[at] : Chars.triggers(at)) {
                break;
            }
            i++;
        }
        return i;
    }

    /** Looks at what stands at a digit or at sign and returns where the pass goes on. */
    private int candidate(int place, int from) {
        if (SpelledSigns.opens(chars[place])) {
            brackets = brackets || chars[place] != '(';
            int spelledEnd = SpelledSigns.end(chars, place);
            if (spelledEnd > 0) {
                spelledAt(place, spelledEnd, true);
            }
            return place + 1;
        }
        int start = text.unitStart(place, from);
        int unit = text.at(start);
        int end = Math.max(place + 1, start + Text.size(unit));
        if (Text.of(unit) == '@') {
            carried = 0;
            for (Placed<Recognizer.OfAtSigns> placed : detector.atSigns()) {
                try {
                    placed.recognizer().atSign(text, start, end, sink(placed));
                } catch (RuntimeException itsOwn) {
                    failed();
                }
            }
            return end;
        }
        return Chars.isDigit(Text.of(unit)) ? number(start) : end;
    }

    private int number(int start) {
        if (run == null) {
            run = new NumberRun(text);
        }
        cells = cells || Tables.mayBegin(chars, start);
        NumberRun current = run;
        current.read(start);
        if (carried == 0) {
            letters(start);
        }
        int groups = current.groups();
        int until = current.cut() ? groups - NumberRun.OVERLAP / 2 : groups;
        for (int group = carried; group < until; group++) {
            if (current.digitCount(group, groups - 1) < FEWEST_DIGITS) {
                break;
            }
            look(current, group);
        }
        carried = current.cut() ? NumberRun.OVERLAP / 2 : 0;
        return current.resume();
    }

    private void look(NumberRun current, int group) {
        Placed<Recognizer.OfNumbers>[] numbers = detector.numbers();
        int reached = current.lengths(group);
        boolean amid = current.amid(group);
        int head = current.digitCount(group);
        for (int word = 0; word * Integer.SIZE < numbers.length; word++) {
            int set =
                    amid
                            ? detector.reportingAmid(word, head, reached)
                            : detector.lookingAt(word, reached);
            while (set != 0) {
                int i = word * Integer.SIZE + Integer.numberOfTrailingZeros(set);
                set &= set - 1;
                try {
                    numbers[i].recognizer().number(current, group, sink(numbers[i]));
                } catch (RuntimeException itsOwn) {
                    failed();
                }
            }
        }
    }

    /** Two Latin letters, blanks aside, right before the digits. */
    private void letters(int digits) {
        if (detector.letters().isEmpty()) {
            return;
        }
        int p = digits;
        int found = 0;
        int blanks = 0;
        while (found < 2) {
            int unit = text.before(p);
            char c = Text.of(unit);
            if (Chars.isAsciiLetter(c)) {
                found++;
            } else if (c == ' ' || c == '-') {
                if (found > 0 || ++blanks > 1) {
                    return;
                }
            } else if (c != Text.IGNORABLE) {
                return;
            }
            p -= Text.size(unit);
        }
        for (Placed<Recognizer.OfLettersThenDigits> placed : detector.letters()) {
            try {
                placed.recognizer().lettersThenDigits(text, p, sink(placed));
            } catch (RuntimeException itsOwn) {
                failed();
            }
        }
    }

    /** Where a recognizer reports to in this pass. */
    Sink sink(Placed<? extends Recognizer> placed) {
        Sink sink = sinks[placed.order()];
        if (sink == null) {
            sink = newSink(placed);
            sinks[placed.order()] = sink;
        }
        return sink;
    }

    private Sink newSink(Placed<? extends Recognizer> placed) {
        FindingType type = placed.recognizer().type();
        boolean encloses = placed.recognizer().encloses();
        boolean atSign = placed.recognizer() instanceof Recognizer.OfAtSigns;
        return (start, end, confidence, reason) ->
                claims.add(
                        new Overlaps.Claim(
                                new Finding(type, start, end, confidence, reason),
                                encloses,
                                atSign,
                                placed.order()));
    }

    /**
     * A recognizer that fails must not take the others with it, nor pass for one that found
     * nothing.
     */
    void failed() {
        why = worse(why, Coverage.Why.RECOGNIZER_FAILED);
    }

    private static Coverage.Why worse(Coverage.@Nullable Why one, Coverage.Why other) {
        return one == null || other.compareTo(one) > 0 ? other : one;
    }

    long steps() {
        return text.steps() + 4L * chars.length + stepsWithin;
    }
}
