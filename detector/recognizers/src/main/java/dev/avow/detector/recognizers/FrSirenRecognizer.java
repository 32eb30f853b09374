package dev.avow.detector.recognizers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Luhn;
import dev.avow.detector.validators.Surroundings;

/**
 * SIREN, the number of a French business.
 *
 * <p>Specification: Code de commerce, article R123-221: nine digits, Luhn. One number of nine
 * digits in ten passes by chance, so it is reported only when written 3-3-3 with blanks (and not an
 * amount of money, nor part of a longer row), near a word that names it, or within a French VAT
 * number (Code général des impôts, article 286 ter: {@code FR}, a key of two digits, the SIREN),
 * where the key is checked.
 *
 * <p>Legal basis: of a sole trader it identifies a natural person (GDPR Article 4(1)).
 *
 * <p>Fictitious examples: {@code 732 829 320}, {@code FR44732829320}.
 */
final class FrSirenRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("fr_siren", 1);
    private static final int LENGTH = 9;
    private static final int VAT = 11;

    @Override
    public FindingType type() {
        return TYPE;
    }

    /** Nine, or eleven with the VAT key before them. */
    @Override
    public int lengths() {
        return 1 << LENGTH | 1 << VAT;
    }

    /** In threes, or together with the key of its VAT number. */
    @Override
    public int headsAmidNumbers() {
        return 1 << 3 | 1 << VAT;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        if (group == 0 && run.charBefore(0) == '+') {
            return;
        }
        int last = group;
        while (last < run.groups() - 1 && run.digitCount(group, last) < LENGTH) {
            last++;
        }
        int count = run.digitCount(group, last);
        if (count == VAT && last == group) {
            vat(run, group, sink);
            return;
        }
        int first = run.firstDigit(group);
        if (count != LENGTH || !Luhn.passes(run, first, LENGTH) || allZero(run, first)) {
            return;
        }
        if (vatKeyBefore(run, group)) {
            report(run, group, last, Confidence.CHECKSUM_IN_CONTEXT, sink);
        } else if (Surroundings.free(run, group, last, FrenchBusinessWords.WORDS)) {
            free(run, group, last, sink);
        }
    }

    private static void free(NumberRun run, int from, int to, Sink sink) {
        Text text = run.text();
        boolean before = FrenchBusinessWords.WORDS.before(text, run.start(from));
        boolean near = before || FrenchBusinessWords.WORDS.after(text, run.end(to));
        if (!near && !inThrees(run, from, to)) {
            return;
        }
        if (!before
                && PhoneContext.of(text, run.start(from), run.end(to)).compareTo(PhoneContext.HINT)
                        >= 0) {
            return;
        }
        if (near) {
            report(run, from, to, Confidence.CHECKSUM, sink);
        } else if (!Surroundings.isAmount(run, from, to)
                && !inLongerRow(run, from, to)
                && !counts(text, run.end(to))) {
            report(run, from, to, Confidence.WEAK_CHECKSUM, sink);
        }
    }

    /** Whether a word follows that may say what so many of are. */
    private static boolean counts(Text text, int end) {
        int unit = text.at(end);
        return Text.of(unit) == ' ' && Chars.isLatin(Text.of(text.at(end + Text.size(unit))));
    }

    private static void report(NumberRun run, int from, int to, double confidence, Sink sink) {
        sink.found(run.start(from), run.end(to), confidence, Reason.CHECKSUM);
    }

    private static boolean inThrees(NumberRun run, int from, int to) {
        return to - from == 2
                && run.digitCount(from) == 3
                && run.digitCount(from + 1) == 3
                && run.separatorAfter(from) == NumberRun.BLANK
                && run.separatorAfter(from + 1) == NumberRun.BLANK;
    }

    /** A big amount goes on in threes; a SIRET that fails its check goes on with five. */
    private static boolean inLongerRow(NumberRun run, int from, int to) {
        boolean left = from > 0 && run.digitCount(from - 1) <= 3;
        boolean right =
                to < run.groups() - 1
                        && (run.digitCount(to + 1) == 3 || run.digitCount(to + 1) == 5)
                        && (run.separatorAfter(to) & ~NumberRun.BLANK) == 0;
        return left || right;
    }

    private static boolean allZero(NumberRun run, int first) {
        for (int i = 0; i < LENGTH; i++) {
            if (run.digit(first + i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code FR44732829320}: the SIREN is the last nine digits of one group. */
    private static void vat(NumberRun run, int group, Sink sink) {
        int first = run.firstDigit(group);
        int start = run.start(group);
        if (isFrench(run.text(), start)
                && Luhn.passes(run, first + 2, LENGTH)
                && key(run, first) == sirenKey(run, first + 2)
                && (group < run.groups() - 1 || !Chars.isLatin(run.charAfterRun()))) {
            // The whole number: its key alone would give the SIREN away modulo 97.
            sink.found(start, run.end(group), Confidence.CHECKSUM_IN_CONTEXT, Reason.CHECKSUM);
        }
    }

    /** {@code FR 44 732 829 320}: the key is the group before. */
    private static boolean vatKeyBefore(NumberRun run, int group) {
        return group == 1
                && run.digitCount(0) == 2
                && isFrench(run.text(), run.start(0))
                && key(run, run.firstDigit(0)) == sirenKey(run, run.firstDigit(1));
    }

    private static boolean isFrench(Text text, int start) {
        int p = start;
        if (text.seenBefore(p) == ' ') {
            p -= Text.size(text.before(p));
        }
        int unit = text.before(p);
        if ((Text.of(unit) | 0x20) != 'r') {
            return false;
        }
        p -= Text.size(unit);
        return (Text.of(text.before(p)) | 0x20) == 'f' && !Chars.isLatin(text.seenBefore(p - 1));
    }

    private static int key(NumberRun run, int first) {
        return run.digit(first) * 10 + run.digit(first + 1);
    }

    private static int sirenKey(NumberRun run, int first) {
        int siren = 0;
        for (int i = 0; i < LENGTH; i++) {
            siren = siren * 10 + run.digit(first + i);
        }
        return (12 + 3 * (siren % 97)) % 97;
    }
}
