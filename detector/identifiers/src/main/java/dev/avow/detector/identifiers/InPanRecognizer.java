package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Phrases;

/**
 * Indian Permanent Account Number.
 *
 * <p>Specification: Income-tax Rules 1962, rule 114: five letters, the fourth of which says what
 * the holder is (P: a person), four digits and a letter. Its check letter is not published, but
 * little else looks like it.
 *
 * <p>Legal basis: Income-tax Act 1961, section 139A; personal data under GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code ABCPK1234L}.
 */
final class InPanRecognizer extends CodeIdentifier {

    private static final Phrases WORDS =
            Phrases.of(
                    "pan",
                    "pancard",
                    "permanent account",
                    "income tax",
                    "pan card",
                    "pan no",
                    "pan number");

    InPanRecognizer() {
        super("in_pan", Fit.SHAPE, WORDS, 10, "AAAAA9999A");
    }

    @Override
    Fit fit(Code code) {
        return Fit.shape(HOLDERS.indexOf(code.value().charAt(3)) >= 0 && code.number(5, 9) > 0);
    }

    private static final String HOLDERS = "PCHABFGTLJ";
}
