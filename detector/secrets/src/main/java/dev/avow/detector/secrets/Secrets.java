package dev.avow.detector.secrets;

import dev.avow.detector.engine.Recognizer;
import java.util.List;

/**
 * Keys, tokens and passwords. JSON Web Tokens are among the patterns.
 *
 * <p>All of them enclose: digits within a key are no card, and an address within a password is part
 * of it. What has a provider's prefix counts as a registered prefix and so wins over what only a
 * word nearby calls a secret.
 */
public final class Secrets {

    private static final List<Recognizer> TIER_2 =
            List.of(
                    AwsAccessKeyId.recognizer(),
                    new AwsSecretKeyRecognizer(),
                    new AzureStorageKeyRecognizer(),
                    new AzureClientSecretRecognizer(),
                    GcpApiKey.recognizer(),
                    GcpOauth.recognizer(),
                    new ServiceAccountRecognizer(),
                    GithubToken.recognizer(),
                    GitlabToken.recognizer(),
                    SlackToken.recognizer(),
                    new SlackWebhookRecognizer(),
                    StripeKey.recognizer(),
                    AnthropicKey.recognizer(),
                    OpenAiKey.recognizer(),
                    ApiKeys.prefixed(),
                    ApiKeys.glued(),
                    new TwilioKeyRecognizer(),
                    new MailchimpKeyRecognizer(),
                    new TelegramTokenRecognizer(),
                    new DiscordTokenRecognizer(),
                    new TerraformTokenRecognizer(),
                    new SentryTokenRecognizer(),
                    new NamedProviderKeyRecognizer(),
                    new PrivateKeyRecognizer(),
                    new PuttyKeyRecognizer(),
                    new ConnectionUrlRecognizer(),
                    new ConnectionPairsRecognizer(),
                    new AuthorizationRecognizer(),
                    new PasswordRecognizer(),
                    new PasswordSentenceRecognizer(),
                    new SecretSentenceRecognizer(),
                    new CredentialPairRecognizer(),
                    new CommandLinePasswordRecognizer(),
                    new SecretRecognizer(),
                    new TokenInContextRecognizer());

    private Secrets() {}

    /**
     * All of them.
     *
     * @return immutable; the order decides between findings that nothing else tells apart
     */
    public static List<Recognizer> tier2() {
        return TIER_2;
    }
}
