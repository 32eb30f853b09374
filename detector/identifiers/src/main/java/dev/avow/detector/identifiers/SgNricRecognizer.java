package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Phrases;

/**
 * Singapore NRIC and FIN.
 *
 * <p>Specification: National Registration Act 1965; Immigration and Checkpoints Authority: S, T, F,
 * G or M, seven digits and a check letter (weights 2, 7, 6, 5, 4, 3, 2, modulo eleven, with letters
 * of their own for citizens, foreigners and M).
 *
 * <p>Legal basis: Advisory Guidelines on the PDPA for NRIC numbers; personal data under GDPR
 * Article 4(1).
 *
 * <p>Fictitious example: {@code S1234567D}.
 */
final class SgNricRecognizer extends CodeIdentifier {

    private static final Phrases WORDS =
            Phrases.of("nric", "fin", "singpass", "identity card", "ic number");

    SgNricRecognizer() {
        super("sg_nric", Fit.CHECKED, WORDS, 9, "A9999999A");
    }

    @Override
    Fit fit(Code code) {
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += WEIGHTS[i] * code.digit(i + 1);
        }
        char check = code.value().charAt(8);
        return Fit.checked(
                switch (code.value().charAt(0)) {
                    case 'S' -> "JZIHGFEDCBA".charAt(sum % 11) == check;
                    case 'T' -> "JZIHGFEDCBA".charAt((sum + 4) % 11) == check;
                    case 'F' -> "XWUTRQPNMLK".charAt(sum % 11) == check;
                    case 'G' -> "XWUTRQPNMLK".charAt((sum + 4) % 11) == check;
                    case 'M' -> "KLJNPQRTUWX".charAt(10 - (sum + 3) % 11) == check;
                    default -> false;
                });
    }

    private static final int[] WEIGHTS = {2, 7, 6, 5, 4, 3, 2};
}
