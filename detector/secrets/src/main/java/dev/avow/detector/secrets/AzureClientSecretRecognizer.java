package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;

/**
 * Client secrets of applications in Microsoft Entra (Azure AD).
 *
 * <p>Specification: as Entra hands them out: three characters, a digit, {@code Q~} and 31 to 34
 * characters of base64url, dots and tildes. The tilde is the candidate.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code abc8Q~ + 34 characters}.
 */
final class AzureClientSecretRecognizer extends SignSecret {

    static final FindingType TYPE = new FindingType("azure_key", 2);

    private static final int HEAD = 5;
    private static final int SHORTEST = 31;
    private static final int LONGEST = 34;

    AzureClientSecretRecognizer() {
        super(TYPE, "~");
    }

    @Override
    public void sign(Text text, int start, int end, Sink sink) {
        int from = start;
        StringBuilder head = new StringBuilder();
        while (head.length() <= HEAD) {
            int unit = text.before(from);
            if (!isBody(Text.of(unit))) {
                break;
            }
            head.insert(0, Text.of(unit));
            from -= Text.size(unit);
        }
        if (head.length() != HEAD || head.charAt(4) != 'Q' || !Chars.isDigit(head.charAt(3))) {
            return;
        }
        Stretch body = Stretch.of(Alphabet.BEARER, text, end, LONGEST + 1).trimmed(".=");
        if (body.length() >= SHORTEST
                && body.length() <= LONGEST
                && !Placeholders.isPartOfKey(body.chars())) {
            sink.found(from, body.end(), Confidence.CHECKSUM, Reason.CHECKSUM);
        }
    }

    private static boolean isBody(char c) {
        return Alphabet.URL.has(c) || c == '.' || c == '~';
    }
}
