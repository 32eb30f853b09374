package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import java.util.List;

/**
 * API keys of OpenAI.
 *
 * <p>Specification: keys as OpenAI hands them out: {@code sk-} and 48 letters and digits with
 * {@code T3BlbkFJ} in their middle, later with the kind between: {@code sk-proj-}, {@code
 * sk-svcacct-}, {@code sk-admin-}. Others who speak OpenAI's API use {@code sk-} too, OpenRouter
 * {@code sk-or-v1-}, Helicone {@code sk-helicone-}; their keys are reported as this. Anthropic's
 * ({@link AnthropicKey}) are not.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code sk- + 48 letters and digits}.
 */
final class OpenAiKey {

    static final FindingType TYPE = new FindingType("openai_key", 2);

    private OpenAiKey() {}

    static Recognizer recognizer() {
        return new PrefixedKeyRecognizer(
                TYPE,
                List.of(
                        new KeyPattern("sk-proj-", Alphabet.URL, 24, 250),
                        new KeyPattern("sk-svcacct-", Alphabet.URL, 24, 250),
                        new KeyPattern("sk-admin-", Alphabet.URL, 24, 250),
                        new KeyPattern("sk-None-", Alphabet.URL, 24, 250),
                        new KeyPattern("sk-or-v1-", Alphabet.HEX, 64, 64),
                        new KeyPattern("sk-helicone-", Alphabet.URL, 31, 31),
                        new KeyPattern("sk-", Alphabet.BASE62, 32, 100)));
    }
}
