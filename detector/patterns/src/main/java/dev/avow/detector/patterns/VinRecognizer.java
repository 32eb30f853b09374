package dev.avow.detector.patterns;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Shape;

/**
 * Vehicle identification numbers.
 *
 * <p>Specification: ISO 3779: 17 letters and digits without I, O and Q; 49 CFR 565.15: a check
 * digit in the ninth place, and digits in the last four. Europe computes none, so there a word that
 * names the number must stand near. With a check digit it stands alone only in capitals and with
 * its last five places digits, for one code in eleven passes by chance.
 *
 * <p>Legal basis: identifies a vehicle's keeper (CJEU C-319/22, Gesamtverband Autoteile-Handel).
 *
 * <p>Fictitious example (49 CFR 565): {@code 1M8GDM9AXKP042788}.
 */
final class VinRecognizer implements Recognizer.OfTokens {

    private static final FindingType TYPE = new FindingType("vin", 2);
    private static final int LENGTH = 17;
    private static final int CHECK = 8;
    private static final String VALUES = "12345678_12345_7_923456789";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final ContextWords NAMES =
            ContextWords.of(
                    "vin",
                    "chassis",
                    "fin",
                    "fahrgestellnummer",
                    "fahrgestell",
                    "bastidor",
                    "telaio",
                    "chassisnummer",
                    "vehicle",
                    "fahrzeug",
                    "vehicule",
                    "vehiculo",
                    "car",
                    "serie");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int shortest() {
        return LENGTH;
    }

    @Override
    public int longest() {
        return LENGTH;
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        Cursor cursor = new Cursor(text, start, end - start);
        int sum = 0;
        int check = -1;
        int tail = 0;
        boolean capitals = true;
        boolean digits = false;
        for (int i = 0; i < LENGTH; i++) {
            char raw = cursor.next();
            int value = value(raw);
            if (value < 0) {
                return;
            }
            boolean digit = Chars.isDigit(raw);
            digits |= digit;
            capitals &= digit || raw < 'a';
            tail = digit ? tail + 1 : 0;
            sum += WEIGHTS[i] * value;
            check = i == CHECK ? (digit ? value : (raw | 0x20) == 'x' ? 10 : -1) : check;
        }
        if (!digits || tail < 4 || !Shape.freeBefore(text, start) || !Shape.freeAfter(text, end)) {
            return;
        }
        boolean checked = check == sum % 11;
        boolean named = NAMES.near(text, start, end);
        if (checked && (named || (capitals && tail >= 5 && tail < 10))) {
            sink.found(start, end, Confidence.CHECKSUM, Reason.CHECKSUM);
        } else if (named) {
            sink.found(start, end, Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
        }
    }

    /** The value of a letter or digit; -1 for those that a number has not. */
    private static int value(char c) {
        if (Chars.isDigit(c)) {
            return c - '0';
        }
        int letter = Chars.isAsciiLetter(c) ? (c | 0x20) - 'a' : -1;
        boolean none = letter < 0 || c >= 0x80 || letter == 8 || letter == 14 || letter == 16;
        return none ? -1 : VALUES.charAt(letter) - '0';
    }
}
