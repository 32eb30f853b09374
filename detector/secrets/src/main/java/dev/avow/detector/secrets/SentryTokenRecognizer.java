package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * Tokens of an organization at Sentry. Those of its users are among {@link ApiKeys}.
 *
 * <p>Specification: Sentry's RFC 0091, "CI upload tokens": {@code sntrys_}, a JSON object in
 * base64, an underscore, and 32 random bytes in base64 without padding. The secret is the last
 * part; without it, or with more or less of it, nothing opens.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code sntrys_eyJ + 100 characters, _ + 43 characters}.
 */
final class SentryTokenRecognizer extends WordSecret {

    private static final String OBJECT = "eyJ";
    private static final int LONGEST_OBJECT = 600;
    private static final int SECRET = 43;

    SentryTokenRecognizer() {
        super(ApiKeys.TYPE, Set.of("sntrys"));
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        char before = text.seenBefore(start);
        if (Text.of(text.at(end)) != '_' || Chars.isLatin(before) || Chars.isDigit(before)) {
            return;
        }
        Stretch object = Stretch.of(Alphabet.BASE64, text, end + 1, LONGEST_OBJECT + 1);
        if (!object.chars().startsWith(OBJECT) || Text.of(text.at(object.end())) != '_') {
            return;
        }
        Stretch secret = Stretch.of(Alphabet.BASE64, text, object.end() + 1, SECRET + 1);
        boolean whole = secret.length() == SECRET && secret.chars().indexOf('=') < 0;
        if (whole && !Placeholders.isPartOfKey(secret.chars())) {
            sink.found(start, secret.end(), Confidence.CHECKSUM, Reason.CHECKSUM);
        }
    }
}
