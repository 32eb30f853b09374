package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Phrases;

/**
 * Brazilian CPF.
 *
 * <p>Specification: Receita Federal, Instrução Normativa RFB 2172/2024: nine digits and two check
 * digits modulo eleven. Written 000.000.000-00 it stands alone; together, one number in a hundred
 * passes and mobile numbers have as many digits, so a word has to name it.
 *
 * <p>Legal basis: Lei Geral de Proteção de Dados (Lei 13.709/2018), article 5; personal data under
 * GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code 529.982.247-25}.
 */
final class BrCpfRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of("cpf", "cpfs", "cadastro de pessoas", "contribuinte", "pessoa fisica");

    BrCpfRecognizer() {
        super("br_cpf", 11, WORDS, "999.999.999-99", "999 999 999-99");
    }

    @Override
    Fit fit(int[] digits) {
        return Fit.checked(BrCheck.fits(digits, 9, 11));
    }
}
