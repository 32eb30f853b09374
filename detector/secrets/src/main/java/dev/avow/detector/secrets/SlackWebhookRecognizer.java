package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * Addresses of Slack's incoming webhooks: who knows one may post.
 *
 * <p>Specification: Slack, "Sending messages using incoming webhooks": {@code
 * hooks.slack.com/services/T…/B…/…}; {@code /workflows/} and {@code /triggers/} alike.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code hooks.slack.com/services/T000…/B000…/ + 24 characters}.
 */
final class SlackWebhookRecognizer extends WordSecret {

    private static final String HOST = "hooks.slack.com/";
    private static final String SCHEME = "https://";
    private static final int SHORTEST = 30;
    private static final int LONGEST = 200;

    SlackWebhookRecognizer() {
        super(SlackToken.TYPE, Set.of("hooks"));
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        int p = Values.follow(text, start, HOST);
        if (p < 0) {
            return;
        }
        Stretch path = Stretch.of(Alphabet.BASE64, text, p, LONGEST).trimmed("=+");
        if (path.length() >= SHORTEST && !Placeholders.isPartOfKey(path.chars())) {
            int from = Values.precede(text, start, SCHEME);
            sink.found(from, path.end(), Confidence.CHECKSUM, Reason.CHECKSUM);
        }
    }
}
