package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import java.util.List;

/**
 * API keys of Google Cloud.
 *
 * <p>Specification: Google Cloud, "Manage API keys": {@code AIza} and 35 characters of base64url.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code AIza + 35 characters}.
 */
final class GcpApiKey {

    static final FindingType TYPE = new FindingType("gcp_key", 2);

    private GcpApiKey() {}

    static Recognizer recognizer() {
        return new GluedKeyRecognizer(TYPE, List.of(new KeyPattern("AIza", Alphabet.URL, 35, 35)));
    }
}
