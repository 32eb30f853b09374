package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import java.util.List;

/**
 * API keys of Anthropic.
 *
 * <p>Specification: keys as Anthropic hands them out: {@code sk-ant-api03-}, for administration
 * {@code sk-ant-admin01-}, OAuth {@code sk-ant-oat01-}; then base64url.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code sk-ant-api03- + 95 characters}.
 */
final class AnthropicKey {

    static final FindingType TYPE = new FindingType("anthropic_key", 2);

    private AnthropicKey() {}

    static Recognizer recognizer() {
        return new PrefixedKeyRecognizer(
                TYPE, List.of(new KeyPattern("sk-ant-", Alphabet.URL, 24, 250)));
    }
}
