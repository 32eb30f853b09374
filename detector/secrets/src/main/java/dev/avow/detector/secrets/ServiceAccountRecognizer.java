package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * Ids of the private keys of Google's service accounts; the key itself is a {@link
 * PrivateKeyRecognizer}'s.
 *
 * <p>Specification: Google Cloud, "Create and delete service account keys": a JSON object with
 * {@code "private_key_id"}, 40 hexadecimal digits.
 *
 * <p>Legal basis: whoever knows one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code "private_key_id": + 40 hexadecimal digits}.
 */
final class ServiceAccountRecognizer extends WordSecret {

    private static final int LENGTH = 40;

    ServiceAccountRecognizer() {
        super(GcpApiKey.TYPE, Set.of("private"));
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        int p = Values.follow(text, end, "_key_id");
        if (p < 0) {
            return;
        }
        p = Values.skipBlanks(text, Values.skipBlanksAndQuote(text, p));
        if (Text.of(text.at(p)) != ':') {
            return;
        }
        p = Values.skipBlanksAndQuote(text, p + Text.size(text.at(p)));
        Stretch id = Stretch.of(Alphabet.HEX, text, p, LENGTH + 1);
        if (id.length() == LENGTH) {
            sink.found(id.start(), id.end(), Confidence.CHECKSUM, Reason.CHECKSUM);
        }
    }
}
