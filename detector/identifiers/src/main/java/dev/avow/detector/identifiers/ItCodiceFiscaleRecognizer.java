package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Codice fiscale of persons in Italy.
 *
 * <p>Specification: decreto MEF 23 December 1976: six letters of the names, two digits of the year,
 * a letter for the month, the day (40 higher for women), a letter and three digits for the place of
 * birth, a check letter modulo 26. Where two persons would share one, digits are replaced by
 * letters from the right (omocodia: LMNPQRSTUV for 0 to 9). Together or in groups 3-3-5-5. So much
 * structure leaves nothing to chance: it stands alone.
 *
 * <p>Legal basis: GDPR Article 87.
 *
 * <p>Fictitious example: {@code RSSMRA85T10A562S}.
 */
final class ItCodiceFiscaleRecognizer implements Recognizer.OfTokens {

    private static final FindingType TYPE = new FindingType("it_codice_fiscale", 2);
    private static final int LENGTH = 16;
    private static final int MIDDLE = 5;
    private static final int BEFORE_MIDDLE = 8;
    private static final Shape SHAPE = Shape.of("AAA-AAA-XXAXX-AXXXA");
    private static final String MONTHS = "ABCDEHLMPRST";
    private static final String OMOCODIA = "LMNPQRSTUV";

    /** What letters and digits count at odd places; at even ones they count their own value. */
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private static final EuNaming NAMING =
            EuNaming.of("codice", "fiscale", "cf", "codfisc", "codicefiscale");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int shortest() {
        return MIDDLE;
    }

    @Override
    public int longest() {
        return LENGTH;
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        Code code = read(text, start, end);
        if (code != null && isValid(code)) {
            EuCodes.report(text, code, NAMING, Confidence.CHECKSUM, sink);
        }
    }

    /** The third group of four is the first that holds digits. */
    private static @Nullable Code read(Text text, int start, int end) {
        if (end - start == MIDDLE) {
            return start < BEFORE_MIDDLE ? null : SHAPE.read(text, start - BEFORE_MIDDLE);
        }
        return end - start < LENGTH ? null : SHAPE.read(text, start);
    }

    private static boolean isValid(Code code) {
        int day = number(code, 9) * 10 + number(code, 10);
        boolean structure =
                MONTHS.indexOf(code.value().charAt(8)) >= 0
                        && number(code, 6) >= 0
                        && number(code, 7) >= 0
                        && number(code, 9) >= 0
                        && number(code, 10) >= 0
                        && number(code, 12) >= 0
                        && number(code, 13) >= 0
                        && number(code, 14) >= 0;
        return structure && day % 40 >= 1 && day % 40 <= 31 && day <= 71 && isChecked(code);
    }

    private static boolean isChecked(Code code) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = code.alphanumeric(i);
            int plain = value > 9 ? value - 10 : value;
            sum += i % 2 == 0 ? ODD[plain] : plain;
        }
        return code.alphanumeric(LENGTH - 1) - 10 == sum % 26;
    }

    /** The digit at an index, also where a letter stands for it; -1 where none does. */
    private static int number(Code code, int index) {
        char c = code.value().charAt(index);
        return c <= '9' ? c - '0' : OMOCODIA.indexOf(c);
    }
}
