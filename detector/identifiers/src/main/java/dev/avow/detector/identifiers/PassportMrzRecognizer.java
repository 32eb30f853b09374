package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import org.jspecify.annotations.Nullable;

/**
 * The machine-readable zone of passports, identity cards and visas.
 *
 * <p>Specification: ICAO Doc 9303, parts 4 (TD3, two lines of 44), 5 (TD1, three of 30), 6 (TD2,
 * two of 36) and 7 (visas, 44 or 36): capitals, digits and {@code <}; check digits ({@link
 * MrzLine}) over the document's number, both dates and, except in visas, all of these together.
 * Three check digits and two dates leave nothing to chance, so it stands alone. Reported are all
 * its lines, for the other ones hold the name; a second line without the first is reported too.
 *
 * <p>A zone is found by the first {@code <} of any of its lines.
 *
 * <p>Legal basis: GDPR Article 87.
 *
 * <p>Fictitious example (ICAO's own): {@code L898902C36UTO7408122F1204159ZE184226B<<<<<10}.
 */
final class PassportMrzRecognizer implements Recognizer.OfSigns {

    private static final FindingType TYPE = new FindingType("passport_mrz", 2);
    private static final int TD1 = 30;
    private static final int TD2 = 36;
    private static final int TD3 = 44;

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public String signs() {
        return "<";
    }

    @Override
    public void sign(Text text, int start, int end, Sink sink) {
        int from = MrzLine.start(text, start, TD3);
        MrzLine first = from < 0 ? null : MrzLine.read(text, from, TD3);
        if (first == null) {
            return;
        }
        int last =
                switch (first.length()) {
                    case TD1 -> cardOfThreeLines(text, first);
                    case TD2, TD3 -> ofTwoLines(text, first);
                    default -> -1;
                };
        if (last > 0) {
            sink.found(from, last, Confidence.CHECKSUM_IN_CONTEXT, Reason.CHECKSUM);
        }
    }

    private static int cardOfThreeLines(Text text, MrzLine first) {
        MrzLine second = next(text, first);
        if (second == null
                || !"ACI".contains(first.kind())
                || !first.checks(5, 14)
                || !second.isDate(0)
                || !second.isDate(8)) {
            return -1;
        }
        String all =
                first.part(5, TD1)
                        + second.part(0, 7)
                        + second.part(8, 15)
                        + second.part(18, TD1 - 1);
        if (MrzLine.check(all) != second.digit(TD1 - 1)) {
            return -1;
        }
        MrzLine third = next(text, second);
        return third == null ? second.end() : third.end();
    }

    private static int ofTwoLines(Text text, MrzLine first) {
        if (isSecondOfTwo(first, false)) {
            return first.end();
        }
        MrzLine second = next(text, first);
        boolean visa = first.kind().equals("V");
        boolean known = visa || "PACI".contains(first.kind());
        return second != null && known && isSecondOfTwo(second, visa) ? second.end() : -1;
    }

    private static boolean isSecondOfTwo(MrzLine line, boolean visa) {
        if (!line.checks(0, 9) || !line.isDate(13) || !line.isDate(21)) {
            return false;
        }
        int last = line.length() - 1;
        String all = line.part(0, 10) + line.part(13, 20) + line.part(21, last);
        return visa || MrzLine.check(all) == line.digit(last);
    }

    private static @Nullable MrzLine next(Text text, MrzLine line) {
        int from = MrzLine.nextStart(text, line.end());
        MrzLine next = from < 0 ? null : MrzLine.read(text, from, line.length());
        return next != null && next.length() == line.length() ? next : null;
    }
}
