package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Surroundings;

/**
 * VAT registration number of the United Kingdom.
 *
 * <p>Specification: HMRC Reference VATREG: nine digits, of which the last two make the first seven,
 * by the weights 8 to 2, a multiple of 97, or one with 55 added or taken away; three more name a
 * branch. With the prefix {@code GB}, or {@code XI} in Northern Ireland, one in 32 passes and it
 * may stand alone; without it a word must name it.
 *
 * <p>Legal basis: of a sole trader it identifies a natural person (UK GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code GB 980 7806 84}.
 */
final class UkVatRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("uk_vat", 2);
    private static final int LENGTH = 9;
    private static final int BRANCH = 12;
    private static final EuNaming NAMING = EuNaming.of("vat", "vatno", "vatreg");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int lengths() {
        return 1 << LENGTH | 1 << BRANCH;
    }

    /** None: a word must name it. */
    @Override
    public int headsAmidNumbers() {
        return 0;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        EuNumber number = EuNumber.read(run, group, LENGTH);
        if (number == null) {
            number = EuNumber.read(run, group, BRANCH);
        }
        if (number == null || !isValid(number.digits())) {
            return;
        }
        int prefix = group == 0 ? prefix(run.text(), run.start(0)) : -1;
        if (prefix < 0) {
            number.report(NAMING, EuNumber.NEVER, sink);
        } else if (Surroundings.freeAfter(run, group + number.groups() - 1)) {
            int end = run.end(group + number.groups() - 1);
            sink.found(prefix, end, Confidence.CHECKSUM, Reason.CHECKSUM);
        }
    }

    /** Whether the first nine digits are a valid one. */
    static boolean isValid(int[] d) {
        int sum = Checksums.weighted(d, 8, 7, 6, 5, 4, 3, 2, 10, 1);
        return sum != 0 && (sum % 97 == 0 || sum % 97 == 42 || sum % 97 == 55);
    }

    /** Where the country before the digits begins, in capitals and with at most a blank, or -1. */
    private static int prefix(Text text, int digits) {
        int p = digits;
        int unit = text.before(p);
        if (Text.of(unit) == ' ') {
            p -= Text.size(unit);
            unit = text.before(p);
        }
        char second = Text.of(unit);
        p -= Text.size(unit);
        unit = text.before(p);
        char first = Text.of(unit);
        p -= Text.size(unit);
        boolean known = (first == 'G' && second == 'B') || (first == 'X' && second == 'I');
        char before = text.seenBefore(p);
        boolean word = Chars.isLatin(before) || Chars.isDigit(before) || before == '_';
        return known && !word ? p : -1;
    }
}
