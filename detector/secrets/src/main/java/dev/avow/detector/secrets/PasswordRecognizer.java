package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;

/**
 * Passwords that a name is given, in programs, settings, documents and tables of pairs.
 *
 * <p>Specification: none; {@link Assignment} says which forms are read and in which languages,
 * {@link PasswordRules} what is a password and what only a type, a variable or a placeholder.
 *
 * <p>Legal basis: whoever knows one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code password = "Rotkehlchen7"}.
 */
final class PasswordRecognizer extends SignSecret {

    static final FindingType TYPE = new FindingType("password", 2);

    PasswordRecognizer() {
        super(TYPE, Assignment.SIGNS);
    }

    @Override
    public void sign(Text text, int start, int end, Sink sink) {
        Assignment assignment = Assignment.read(text, start, end);
        if (assignment == null
                || assignment.kind() != SecretNames.Kind.PASSWORD
                || !PasswordRules.fits(assignment)) {
            return;
        }
        Value value = assignment.value();
        sink.found(value.start(), value.end(), Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
    }
}
