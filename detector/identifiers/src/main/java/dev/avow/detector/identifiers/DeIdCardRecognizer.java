package dev.avow.detector.identifiers;

import dev.avow.detector.engine.ContextWords;

/**
 * Serial number of a German identity card (Personalausweis).
 *
 * <p>Specification: {@link DeSerial}; the first letter tells identity cards (L to Z) from passports
 * (C to K). It looks like many a part number and at best a check digit speaks for it, so a word
 * must name it, with the check digit or without.
 *
 * <p>Legal basis: Personalausweisgesetz, section 20, which forbids to use it as a key to a person;
 * GDPR Article 87.
 *
 * <p>Fictitious example: {@code L01X00T471}, the specimen's.
 */
final class DeIdCardRecognizer extends DeSerial {

    private static final EuNaming NAMING =
            EuNaming.of(
                            "personalausweis",
                            "personalausweisnummer",
                            "ausweis",
                            "ausweisnummer",
                            "ausweisnr",
                            "perso",
                            "seriennummer",
                            "npa")
                    .or(
                            ContextWords.of("identity", "id", "card"),
                            "german",
                            "germany",
                            "deutsch",
                            "deutsche");

    DeIdCardRecognizer() {
        super("de_id_card", "LMNPRTVWXYZ", NAMING);
    }
}
