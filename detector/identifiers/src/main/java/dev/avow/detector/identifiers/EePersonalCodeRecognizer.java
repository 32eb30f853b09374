package dev.avow.detector.identifiers;

/**
 * Isikukood, the personal code of Estonia.
 *
 * <p>Specification: Estonian standard EVS 585:2007: century and sex, date of birth as {@code
 * YYMMDD}, three digits, mod 11 in two rounds ({@link EuBalticCode}). Estonia and Lithuania share
 * the rule, so the word decides whose it is.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 36805280109}.
 */
final class EePersonalCodeRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("isikukood", "isikukoodi", "isikukoodid", "personalcode")
                    .or(EuNaming.PERSON, "estonian", "estonia", "eesti");

    EePersonalCodeRecognizer() {
        super("ee_personal_code", 11, NAMING, EuBalticCode::isValid);
    }
}
