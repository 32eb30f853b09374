package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import java.util.List;

/**
 * OAuth client secrets and access tokens of Google.
 *
 * <p>Specification: client secrets begin with {@code GOCSPX-}, access tokens with {@code ya29.}, as
 * Google's consoles hand them out.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code GOCSPX- + 28 characters}.
 */
final class GcpOauth {

    static final FindingType TYPE = new FindingType("gcp_key", 2);

    private GcpOauth() {}

    static Recognizer recognizer() {
        return new PrefixedKeyRecognizer(
                TYPE,
                List.of(
                        new KeyPattern("GOCSPX-", Alphabet.URL, 28, 28),
                        new KeyPattern("ya29.", Alphabet.URL, 30, 512)));
    }
}
