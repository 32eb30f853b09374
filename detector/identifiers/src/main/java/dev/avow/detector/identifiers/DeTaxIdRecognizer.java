package dev.avow.detector.identifiers;

import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.validators.Checksums;

/**
 * Steuerliche Identifikationsnummer, which every resident of Germany has.
 *
 * <p>Specification: Abgabenordnung, section 139b, and the ELSTER test rules: eleven digits, no
 * leading zero, ISO 7064 MOD 11,10; of the first ten, exactly one digit occurs twice or three times
 * (then not in a row), the others at most once. One number in 260 passes, so a word must name it.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 47 036 892 816}.
 */
final class DeTaxIdRecognizer extends NamedNumber {

    private static final ContextWords KINDS = ContextWords.of("tax", "taxpayer", "tin", "id");

    private static final EuNaming NAMING =
            EuNaming.of(
                            "steuer",
                            "steuerid",
                            "steueridnr",
                            "idnr",
                            "steuernummer",
                            "steuerliche",
                            "steueridentifikationsnummer",
                            "identifikationsnummer",
                            "steuernr",
                            "tin")
                    .or(KINDS, "german", "germany", "deutschland", "nr");

    DeTaxIdRecognizer() {
        super("de_tax_id", 11, NAMING, DeTaxIdRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        return d[0] != 0 && oneRepeats(d) && Checksums.mod11And10(d);
    }

    private static boolean oneRepeats(int[] d) {
        int[] counts = new int[10];
        for (int i = 0; i < d.length - 1; i++) {
            counts[d[i]]++;
            if (i > 1 && d[i] == d[i - 1] && d[i] == d[i - 2]) {
                return false;
            }
        }
        int repeating = 0;
        for (int count : counts) {
            if (count > 3) {
                return false;
            }
            repeating += count > 1 ? 1 : 0;
        }
        return repeating == 1;
    }
}
