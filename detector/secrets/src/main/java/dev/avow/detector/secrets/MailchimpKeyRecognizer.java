package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;

/**
 * API keys of Mailchimp.
 *
 * <p>Specification: Mailchimp, "Marketing API quick start": 32 hexadecimal digits, {@code -us} and
 * the number of the data centre.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code 32 hexadecimal digits + -us7}.
 */
final class MailchimpKeyRecognizer extends TokenSecret {

    private static final int LENGTH = 32;

    MailchimpKeyRecognizer() {
        super(ApiKeys.TYPE, LENGTH, LENGTH);
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        int p = Values.follow(text, end, "-us");
        if (p < 0 || Stretch.of(Alphabet.HEX, text, start, LENGTH).length() < LENGTH) {
            return;
        }
        Stretch centre = Stretch.of(Alphabet.BASE62, text, p, 3);
        boolean number =
                centre.length() > 0
                        && centre.length() < 3
                        && centre.chars().chars().allMatch(c -> Chars.isDigit((char) c));
        if (number) {
            sink.found(start, centre.end(), Confidence.CHECKSUM, Reason.CHECKSUM);
        }
    }
}
