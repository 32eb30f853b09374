package dev.avow.detector.recognizers;

import dev.avow.detector.engine.ContextWords;

/** Words that name a French business number. */
final class FrenchBusinessWords {

    static final ContextWords WORDS =
            ContextWords.of(
                    "siret",
                    "sirets",
                    "siren",
                    "sirens",
                    "rcs",
                    "tva",
                    "nic",
                    "sirene",
                    "kbis",
                    "insee",
                    "etablissement",
                    "entreprise",
                    "societe",
                    "immatricule",
                    "immatriculee",
                    "vat");

    private FrenchBusinessWords() {}
}
