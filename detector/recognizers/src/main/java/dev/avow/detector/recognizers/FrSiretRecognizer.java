package dev.avow.detector.recognizers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Luhn;
import dev.avow.detector.validators.Surroundings;

/**
 * SIRET, the number of a French business establishment.
 *
 * <p>Specification: Code de commerce, article R123-221, and INSEE's SIRENE documentation: the SIREN
 * (nine digits) and five digits of the establishment, Luhn over all fourteen. La Poste (SIREN 356
 * 000 000) has more establishments than that allows: there the sum of the digits is a multiple of
 * five. Written together or 3-3-3-5.
 *
 * <p>Without a word that names it, the SIREN within must pass Luhn too (every real one does), which
 * brings chance from one in ten to one in a hundred; and a plausible time {@code YYYYMMDDhhmmss} is
 * taken for a time.
 *
 * <p>Legal basis: of a sole trader it identifies a natural person (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code 732 829 320 00074}.
 */
final class FrSiretRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("fr_siret", 1);
    private static final int LENGTH = 14;
    private static final int SIREN = 9;
    private static final int[] LA_POSTE = {3, 5, 6, 0, 0, 0, 0, 0, 0};

    @Override
    public FindingType type() {
        return TYPE;
    }

    /** All fourteen. */
    @Override
    public int lengths() {
        return 1 << LENGTH;
    }

    /** Together, 9-5 or 3-3-3-5. */
    @Override
    public int headsAmidNumbers() {
        return 1 << LENGTH | 1 << SIREN | 1 << 3;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        if (group == 0 && run.charBefore(0) == '+') {
            return;
        }
        int last = run.last(group, LENGTH);
        if (last < 0 || !Surroundings.free(run, group, last, FrenchBusinessWords.WORDS)) {
            return;
        }
        int first = run.firstDigit(group);
        boolean luhn = Luhn.passes(run, first, LENGTH);
        if (!luhn && !isLaPoste(run, first)) {
            return;
        }
        boolean context =
                FrenchBusinessWords.WORDS.near(run.text(), run.start(group), run.end(last));
        boolean siren = Luhn.passes(run, first, SIREN);
        if (!context && !(siren && written(run, group, last) && !isTime(run, first, group, last))) {
            return;
        }
        sink.found(
                run.start(group),
                run.end(last),
                context ? Confidence.CHECKSUM_IN_CONTEXT : SURE,
                Reason.CHECKSUM);
    }

    /** Two checks, one in a hundred: a little more than a Diners card of the same 14 digits has. */
    private static final double SURE = 0.96;

    private static boolean written(NumberRun run, int from, int to) {
        return switch (to - from) {
            case 0 -> true;
            case 1 -> run.digitCount(from) == SIREN;
            case 3 ->
                    run.digitCount(from) == 3
                            && run.digitCount(from + 1) == 3
                            && run.digitCount(from + 2) == 3;
            default -> false;
        };
    }

    private static boolean isLaPoste(NumberRun run, int first) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = run.digit(first + i);
            if (i < SIREN && digit != LA_POSTE[i]) {
                return false;
            }
            sum += digit;
        }
        return sum % 5 == 0;
    }

    private static boolean isTime(NumberRun run, int first, int from, int to) {
        if (from != to) {
            return false;
        }
        int year = number(run, first, 4);
        int month = number(run, first + 4, 2);
        int day = number(run, first + 6, 2);
        return year >= 1900
                && year < 2100
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= 31
                && number(run, first + 8, 2) < 24
                && number(run, first + 10, 2) < 60
                && number(run, first + 12, 2) <= 60;
    }

    private static int number(NumberRun run, int first, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value * 10 + run.digit(first + i);
        }
        return value;
    }
}
