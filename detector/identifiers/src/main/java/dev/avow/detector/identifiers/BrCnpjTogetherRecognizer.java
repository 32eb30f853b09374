package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Phrases;

/**
 * Brazilian CNPJ with letters that is written together ({@link BrCnpjLettersRecognizer}). Words of
 * fourteen letters and digits are common in code, so a word has to name it.
 *
 * <p>Specification: Receita Federal, Instrução Normativa RFB 2229/2024.
 *
 * <p>Legal basis: of a sole trader it identifies a natural person (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code 12ABC34501DE35}.
 */
final class BrCnpjTogetherRecognizer extends CodeIdentifier {

    private static final Phrases WORDS = Phrases.of("cnpj", "cnpjs", "pessoa juridica");

    BrCnpjTogetherRecognizer() {
        super("br_cnpj", Fit.NOT, WORDS, 14, "XXXXXXXXXXXX99");
    }

    @Override
    Fit fit(Code code) {
        return Fit.checked(BrCnpjLettersRecognizer.fits(code));
    }
}
