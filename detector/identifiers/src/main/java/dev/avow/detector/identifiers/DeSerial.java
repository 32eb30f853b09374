package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Shape;

/**
 * What serial numbers of German identity cards and passports have in common.
 *
 * <p>Source: Personalausweisverordnung, annex 1, and BSI TR-03110: nine digits and letters (of the
 * letters CFGHJKLMNPRTVWXYZ), the first a letter; in the machine-readable zone a check digit
 * follows, with the weights 7, 3, 1 (ICAO Doc 9303-3, section 4.9).
 */
abstract class DeSerial implements Recognizer.OfTokens {

    private static final int LENGTH = 9;
    private static final int WITH_CHECK = 10;
    private static final String LETTERS = "CFGHJKLMNPRTVWXYZ";
    private static final int[] WEIGHTS = {7, 3, 1};
    private static final Shape PLAIN = Shape.of("AXXXXXXXX");
    private static final Shape CHECKED = Shape.of("AXXXXXXXX9");

    private final FindingType type;
    private final String first;
    private final EuNaming naming;

    /**
     * Makes one.
     *
     * @param id of the finding type
     * @param first the letters that it may begin with
     * @param naming what names it
     */
    DeSerial(String id, String first, EuNaming naming) {
        this.type = new FindingType(id, 2);
        this.first = first;
        this.naming = naming;
    }

    @Override
    public final FindingType type() {
        return type;
    }

    @Override
    public final int shortest() {
        return LENGTH;
    }

    @Override
    public final int longest() {
        return WITH_CHECK;
    }

    /** One of ten characters only where the tenth is its check digit. */
    @Override
    public final void token(Text text, int start, int end, Sink sink) {
        Code code = CHECKED.read(text, start);
        boolean checked = code != null && isChecked(code);
        if (code == null) {
            code = PLAIN.read(text, start);
        } else if (!checked) {
            return;
        }
        if (code != null && first.indexOf(code.value().charAt(0)) >= 0 && isSerial(code)) {
            Reason reason = checked ? Reason.CHECKSUM : Reason.CONTEXT;
            EuCodes.report(text, code, naming, EuNumber.NEVER, reason, sink);
        }
    }

    /** Whether all is of the alphabet and there is at least one digit after the first letter. */
    private static boolean isSerial(Code code) {
        boolean digit = false;
        for (int i = 0; i < LENGTH; i++) {
            char c = code.value().charAt(i);
            if (c > '9' ? LETTERS.indexOf(c) < 0 : i == 0) {
                return false;
            }
            digit |= c <= '9';
        }
        return digit;
    }

    /** Whether the tenth character is the check digit of the nine before. */
    private static boolean isChecked(Code code) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += code.alphanumeric(i) * WEIGHTS[i % WEIGHTS.length];
        }
        return code.alphanumeric(LENGTH) == sum % 10;
    }
}
