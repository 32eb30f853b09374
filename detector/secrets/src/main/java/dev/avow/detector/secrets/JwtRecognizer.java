package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Parts;

/**
 * JSON Web Tokens: whoever holds one is who it says, until it ends.
 *
 * <p>Specification: RFC 7519 and RFC 7515, section 3.1: three parts of base64url with dots between,
 * the first of which decodes to a JSON object, so that it begins with {@code eyJ}; the second too,
 * unless encrypted (RFC 7516: five parts). Unsigned ones, with an empty third part, are not
 * reported. *
 *
 * <p>Legal basis: whoever knows one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code eyJ… . eyJ… . signature}.
 */
final class JwtRecognizer implements Recognizer.OfTokens {

    static final FindingType TYPE = new FindingType("jwt", 2);

    private static final int SHORTEST = 8;
    private static final int LONGEST = 4096;
    private static final int FEWEST_PARTS = 3;

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public boolean encloses() {
        return true;
    }

    @Override
    public int shortest() {
        return SHORTEST;
    }

    @Override
    public int longest() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        char before = Text.of(text.before(start));
        if (Values.follow(text, start, "eyJ") < 0 || Alphabet.DOTTED.has(before)) {
            return;
        }
        Stretch token = Stretch.of(Alphabet.DOTTED, text, start, LONGEST).trimmed(".");
        String[] parts = Parts.of(token.chars(), ".");
        if (parts.length < FEWEST_PARTS || parts[0].length() < 10) {
            return;
        }
        String header = Base64Text.decode(parts[0]);
        if (header.startsWith("{\"") && header.contains("\":")) {
            sink.found(token.start(), token.end(), Confidence.CHECKSUM, Reason.CHECKSUM);
        }
    }
}
