package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;

/**
 * Tokens of Discord's bots.
 *
 * <p>Specification: Discord, "API reference", authentication: three parts of base64url with dots
 * between: the bot's number in decimal digits (17 to 20), the time, and a mark of 27 to 38
 * characters. That the first part decodes to digits tells it from everything else.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code 24 letters . 6 . 27 characters}.
 */
final class DiscordTokenRecognizer extends TokenSecret {

    private static final int SHORTEST = 22;
    private static final int LONGEST = 28;
    private static final int TIME = 6;
    private static final int SHORTEST_MARK = 25;
    private static final int LONGEST_MARK = 38;

    DiscordTokenRecognizer() {
        super(ApiKeys.TYPE, SHORTEST, LONGEST);
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        if (Text.of(text.at(end)) != '.') {
            return;
        }
        Stretch time = Stretch.of(Alphabet.URL, text, end + 1, TIME + 1);
        if (time.length() != TIME || Text.of(text.at(time.end())) != '.') {
            return;
        }
        Stretch mark = Stretch.of(Alphabet.URL, text, time.end() + 1, LONGEST_MARK + 1);
        boolean fits = mark.length() >= SHORTEST_MARK && mark.length() <= LONGEST_MARK;
        if (fits && Base64Text.isDigits(Stretch.of(Alphabet.URL, text, start, LONGEST).chars())) {
            sink.found(start, mark.end(), Confidence.CHECKSUM, Reason.CHECKSUM);
        }
    }
}
