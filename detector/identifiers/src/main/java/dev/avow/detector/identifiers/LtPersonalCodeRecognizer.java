package dev.avow.detector.identifiers;

/**
 * Asmens kodas, the personal code of Lithuania.
 *
 * <p>Specification: Lithuanian Law on the Population Register: century and sex, date of birth as
 * {@code YYMMDD}, three digits, mod 11 in two rounds ({@link EuBalticCode}). Estonia and Lithuania
 * share the rule, so the word decides whose it is.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 33309240064}.
 */
final class LtPersonalCodeRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("asmens", "kodas", "asmenskodas")
                    .or(EuNaming.PERSON, "lithuanian", "lithuania", "lietuvos");

    LtPersonalCodeRecognizer() {
        super("lt_personal_code", 11, NAMING, EuBalticCode::isValid);
    }
}
