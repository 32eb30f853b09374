package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;

/**
 * Tokens of Telegram's bots.
 *
 * <p>Specification: Telegram, "Bot API", authorizing your bot: the bot's number of 8 to 10 digits,
 * a colon, {@code AA} and 33 characters of base64url. The colon is the candidate.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code 110201543:AA + 33 characters}.
 */
final class TelegramTokenRecognizer extends SignSecret {

    private static final KeyPattern SECRET = new KeyPattern("AA", Alphabet.URL, 32, 34);
    private static final int LONGEST_NUMBER = 10;
    private static final int SHORTEST_NUMBER = 8;

    TelegramTokenRecognizer() {
        super(ApiKeys.TYPE, ":");
    }

    @Override
    public void sign(Text text, int start, int end, Sink sink) {
        if (!Chars.isDigit(Text.of(text.before(start))) || Text.of(text.at(end)) != 'A') {
            return;
        }
        int from = start;
        int digits = 0;
        while (digits <= LONGEST_NUMBER && Chars.isDigit(Text.of(text.before(from)))) {
            from -= Text.size(text.before(from));
            digits++;
        }
        Stretch secret = SECRET.read(text, end);
        if (secret != null && digits >= SHORTEST_NUMBER && digits <= LONGEST_NUMBER) {
            sink.found(from, secret.end(), Confidence.CHECKSUM, Reason.CHECKSUM);
        }
    }
}
