package dev.avow.detector.identifiers;

import dev.avow.detector.engine.ContextWords;

/**
 * Serial number of a German passport (Reisepass).
 *
 * <p>Specification: {@link DeSerial}; the first letter tells identity cards (L to Z) from passports
 * (C to K). It looks like many a part number and at best a check digit speaks for it, so a word
 * must name it, with the check digit or without.
 *
 * <p>Legal basis: Personalausweisgesetz, section 20, which forbids to use it as a key to a person;
 * GDPR Article 87.
 *
 * <p>Fictitious example: {@code C01X00T478}, the specimen's.
 */
final class DePassportRecognizer extends DeSerial {

    private static final EuNaming NAMING =
            EuNaming.of("reisepass", "reisepassnummer", "passnummer", "passnr", "reisepassnr")
                    .or(
                            ContextWords.of("passport", "passports", "travel"),
                            "german",
                            "germany",
                            "deutsch",
                            "deutsche");

    DePassportRecognizer() {
        super("de_passport", "CFGHJK", NAMING);
    }
}
