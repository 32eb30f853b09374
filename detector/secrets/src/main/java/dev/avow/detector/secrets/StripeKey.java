package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import java.util.List;

/**
 * Secret keys of Stripe: secret, restricted, and those that sign webhooks.
 *
 * <p>Specification: Stripe, "API keys". Publishable keys ({@code pk_}) are public by design and not
 * reported; test keys open test data and are.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code sk_test_ + 24 letters and digits}.
 */
final class StripeKey {

    static final FindingType TYPE = new FindingType("stripe_key", 2);

    private StripeKey() {}

    static Recognizer recognizer() {
        return new PrefixedKeyRecognizer(
                TYPE,
                List.of(
                        new KeyPattern("sk_live_", Alphabet.URL, 16, 250),
                        new KeyPattern("sk_test_", Alphabet.URL, 16, 250),
                        new KeyPattern("rk_live_", Alphabet.URL, 16, 250),
                        new KeyPattern("rk_test_", Alphabet.URL, 16, 250),
                        new KeyPattern("whsec_", Alphabet.BASE64, 24, 100)));
    }
}
