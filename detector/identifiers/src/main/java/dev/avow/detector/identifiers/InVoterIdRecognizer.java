package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Phrases;

/**
 * Indian voter identity card number (EPIC).
 *
 * <p>Specification: Election Commission of India, Manual on Electoral Rolls: three letters and
 * seven digits. There is no published check and the shape is common, so a word has to name it.
 *
 * <p>Legal basis: Registration of Electors Rules 1960, rule 28; personal data under GDPR Article
 * 4(1).
 *
 * <p>Fictitious example: {@code ABX1234567}.
 */
final class InVoterIdRecognizer extends CodeIdentifier {

    private static final Phrases WORDS =
            Phrases.of("voter", "epic", "electors", "election", "electoral", "voterid", "मतदाता");

    InVoterIdRecognizer() {
        super("in_voter_id", Fit.NOT, WORDS, 10, "AAA9999999");
    }

    @Override
    Fit fit(Code code) {
        return Fit.shape(code.number(3, 10) > 0);
    }
}
