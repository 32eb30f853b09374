package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;

/**
 * Keys of Twilio.
 *
 * <p>Specification: Twilio, "What is a String Identifier (SID)?": {@code SK} (API key) or {@code
 * AC} (account) and 32 hexadecimal digits. A word near must name it, for two letters before a hash
 * are little.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code SK + 32 hexadecimal digits}.
 */
final class TwilioKeyRecognizer extends TokenSecret {

    private static final int LENGTH = 34;
    private static final KeyPattern KEY = new KeyPattern("SK", Alphabet.HEX, 32, 32);
    private static final KeyPattern ACCOUNT = new KeyPattern("AC", Alphabet.HEX, 32, 32);
    private static final int CONTEXT = 100;
    private static final ContextWords WORDS =
            ContextWords.of("twilio", "sid", "accountsid", "apikey", "account", "key");

    TwilioKeyRecognizer() {
        super(ApiKeys.TYPE, LENGTH, LENGTH);
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        char first = Text.of(text.at(start));
        KeyPattern pattern = first == 'S' ? KEY : ACCOUNT;
        Stretch key = first == 'S' || first == 'A' ? pattern.read(text, start) : null;
        if (key != null && (WORDS.before(text, start, CONTEXT) || WORDS.after(text, end))) {
            sink.found(key.start(), key.end(), Confidence.CHECKSUM, Reason.CHECKSUM);
        }
    }
}
