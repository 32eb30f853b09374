package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Phrases;

/**
 * Brazilian CNPJ of digits.
 *
 * <p>Specification: Receita Federal, Instrução Normativa RFB 2119/2022: eight digits of the
 * business, four of the branch, and two check digits modulo eleven. Written 00.000.000/0000-00 it
 * stands alone; together a word has to name it. For the one with letters see {@link
 * BrCnpjLettersRecognizer}.
 *
 * <p>Legal basis: of a sole trader it identifies a natural person (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code 11.222.333/0001-81}.
 */
final class BrCnpjRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of("cnpj", "cnpjs", "pessoa juridica", "razao social");

    BrCnpjRecognizer() {
        super("br_cnpj", 14, WORDS, "99.999.999/9999-99");
    }

    @Override
    Fit fit(int[] digits) {
        return Fit.checked(BrCheck.fits(digits, 12, 9));
    }
}
