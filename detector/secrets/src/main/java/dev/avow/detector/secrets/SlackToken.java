package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import java.util.List;

/**
 * Tokens of Slack: of bots, users, apps, configuration, workspaces, legacy ones.
 *
 * <p>Specification: Slack, "Token types". For webhooks see {@link SlackWebhookRecognizer}.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code xoxb- + numbers - letters}.
 */
final class SlackToken {

    static final FindingType TYPE = new FindingType("slack_token", 2);

    private SlackToken() {}

    static Recognizer recognizer() {
        return new PrefixedKeyRecognizer(
                TYPE,
                List.of(
                        new KeyPattern("xoxb-", Alphabet.URL, 20, 250),
                        new KeyPattern("xoxp-", Alphabet.URL, 20, 250),
                        new KeyPattern("xoxa-", Alphabet.URL, 20, 250),
                        new KeyPattern("xoxr-", Alphabet.URL, 20, 250),
                        new KeyPattern("xoxs-", Alphabet.URL, 20, 250),
                        new KeyPattern("xoxo-", Alphabet.URL, 20, 250),
                        new KeyPattern("xoxc-", Alphabet.URL, 20, 250),
                        new KeyPattern("xoxd-", Alphabet.URL, 20, 250),
                        new KeyPattern("xoxe-", Alphabet.URL, 20, 250),
                        new KeyPattern("xapp-", Alphabet.URL, 20, 250),
                        new KeyPattern("xoxe.xoxp-", Alphabet.URL, 20, 250),
                        new KeyPattern("xoxe.xoxb-", Alphabet.URL, 20, 250)));
    }
}
