package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;

/**
 * Hexadecimal keys of providers that mark them in no way, where the provider is named near.
 *
 * <p>Specification: Datadog, "API and application keys" (32 and 40 digits); New Relic's licence
 * keys (40 characters that end in {@code NRAL}, which need no name); Twilio's auth tokens, Algolia,
 * Cloudflare, PagerDuty, Mailgun, Pusher (32).
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code datadog key: 32 hexadecimal digits}.
 */
final class NamedProviderKeyRecognizer extends TokenSecret {

    private static final int SHORTEST = 32;
    private static final int LONGEST = 40;
    private static final ContextWords WORDS =
            ContextWords.of(
                    "datadog",
                    "dd",
                    "newrelic",
                    "relic",
                    "twilio",
                    "algolia",
                    "cloudflare",
                    "pagerduty",
                    "mailgun",
                    "pusher",
                    "sendgrid",
                    "mailchimp");
    private static final ContextWords KEYS =
            ContextWords.of("key", "token", "secret", "apikey", "auth", "appkey", "authtoken");
    private static final String LICENCE = "NRAL";

    NamedProviderKeyRecognizer() {
        super(ApiKeys.TYPE, SHORTEST, LONGEST);
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        Stretch key = Stretch.of(Alphabet.BASE62, text, start, LONGEST + 1);
        if (key.end() != end) {
            return;
        }
        if (key.length() == LONGEST && key.chars().endsWith(LICENCE)) {
            sink.found(start, end, Confidence.CHECKSUM, Reason.CHECKSUM);
            return;
        }
        boolean length = key.length() == SHORTEST || key.length() == LONGEST;
        if (length && WORDS.before(text, start) && KEYS.before(text, start)) {
            if (Randomness.looksRandom(key.chars())) {
                sink.found(start, end, Confidence.PATTERN_IN_CONTEXT, Reason.CHECKSUM);
            }
        }
    }
}
