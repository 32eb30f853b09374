package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * Credentials of the HTTP header {@code Authorization}.
 *
 * <p>Specification: RFC 6750 (Bearer), RFC 7617 (Basic, whose base64 must decode to a name, a colon
 * and a password), and {@code token}, {@code apikey}, {@code SSWS} and others, which some providers
 * use; these count only behind the header's name.
 *
 * <p>Legal basis: whoever knows one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code Authorization: Basic + base64 of name:password}.
 */
final class AuthorizationRecognizer extends WordSecret {

    static final FindingType TYPE = new FindingType("authorization", 2);

    private static final String NAME = "authorization";
    private static final int LONGEST = 2048;
    private static final ContextWords HEADER = ContextWords.of("authorization", "auth");
    private static final int HEADER_REACH = 32;

    AuthorizationRecognizer() {
        super(TYPE, Set.of(NAME, "bearer", "basic", "token", "apikey", "key", "ssws"));
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        if (word.equals(NAME)) {
            header(text, end, sink);
            return;
        }
        if (Text.of(text.at(end)) != ' ') {
            return;
        }
        int p = Values.skipBlanks(text, end);
        Stretch found = Stretch.of(Alphabet.BEARER, text, p, LONGEST);
        Stretch value = found.trimmed(".~");
        boolean fits =
                switch (word) {
                    case "basic" -> value.length() >= 8 && Base64Text.isCredentials(value.chars());
                    case "bearer" -> isToken(value.chars());
                    default -> isToken(value.chars()) && HEADER.before(text, start, HEADER_REACH);
                };
        if (fits) {
            sink.found(value.start(), value.end(), Confidence.DISTINCT_PATTERN, Reason.CONTEXT);
        }
    }

    /** What stands right behind the header's name, without a scheme's. */
    private static void header(Text text, int end, Sink sink) {
        int p = Values.skipBlanksAndQuote(text, end);
        char sign = Text.of(text.at(p));
        if (sign != ':' && sign != '=' && sign != ',') {
            return;
        }
        p = Values.skipBlanksAndQuote(text, p + Text.size(text.at(p)));
        Stretch value = Stretch.of(Alphabet.BEARER, text, p, LONGEST).trimmed(".~");
        if (isToken(value.chars()) && value.chars().indexOf('/') < 0) {
            sink.found(value.start(), value.end(), Confidence.DISTINCT_PATTERN, Reason.CONTEXT);
        }
    }

    private static boolean isToken(String chars) {
        return Randomness.mixed(chars) && Randomness.isToken(chars) && !Placeholders.is(chars);
    }
}
