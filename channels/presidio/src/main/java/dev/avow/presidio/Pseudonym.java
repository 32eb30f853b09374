package dev.avow.presidio;

import dev.avow.detector.api.FindingType;
import dev.avow.mask.Pseudonyms;

/**
 * Puts Avow's own pseudonyms in the place: {@code [EMAIL_1]}, numbered as values first appear;
 * equal values of one type share one. For one text.
 */
final class Pseudonym implements Operator {

    private final Pseudonyms pseudonyms;

    Pseudonym(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    @Override
    public String operate(String text, Parameters parameters) {
        String id = EntityNames.avow(parameters.entityType());
        if (!id.matches("[a-z][a-z0-9_]{1,39}")) {
            throw PresidioError.invalid(
                    "Invalid input, entity_type must be 2 to 40 letters, digits and underscores for"
                            + " the operator pseudonym");
        }
        return pseudonyms.of(new FindingType(id, 1), text);
    }
}
