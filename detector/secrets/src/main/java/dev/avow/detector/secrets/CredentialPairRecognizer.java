package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * A name and a password with a slash between, after a word that announces both: {@code login: robin
 * / …}, {@code credentials are robin/…}.
 *
 * <p>Specification: none. The password is reported, not the name.
 *
 * <p>Legal basis: whoever knows one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code credentials: robin/Rotkehlchen7}.
 */
final class CredentialPairRecognizer extends WordSecret {

    private static final int LONGEST_NAME = 64;

    CredentialPairRecognizer() {
        super(
                PasswordRecognizer.TYPE,
                Set.of("login", "logins", "creds", "credentials", "zugangsdaten", "identifiants"));
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        int p = Values.skipBlanks(text, end);
        int are = Values.follow(text, p, "are ");
        int colon = Values.follow(text, p, ":");
        if (are < 0 && colon < 0) {
            return;
        }
        p = Values.skipBlanks(text, Math.max(are, colon));
        if (!Chars.isLatin(Text.of(text.at(p)))) {
            return;
        }
        int most = p + LONGEST_NAME;
        while (p < most && (Values.isName(Text.of(text.at(p))) || Text.of(text.at(p)) == '@')) {
            p += Text.size(text.at(p));
        }
        int slash = Values.follow(text, Values.skipBlanks(text, p), "/");
        Value value = slash < 0 ? null : Values.read(text, slash, "\"<,");
        if (value != null
                && value.chars().indexOf('/') < 0
                && PasswordRules.fitsSaid(value)
                && !PasswordWords.isTechnical(value.chars())) {
            sink.found(value.start(), value.end(), Confidence.RARE_PATTERN, Reason.CONTEXT);
        }
    }
}
