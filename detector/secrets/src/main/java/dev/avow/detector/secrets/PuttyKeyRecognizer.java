package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * Private keys of PuTTY, whole.
 *
 * <p>Specification: PuTTY user manual, appendix C: {@code PuTTY-User-Key-File-2} or {@code -3} at a
 * line's begin, to {@code Private-MAC} and its digits.
 *
 * <p>Linear: a candidate reads to the next line that begins like one, and at most 16,384
 * characters, so no two read the same character.
 *
 * <p>Legal basis: whoever knows one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code PuTTY-User-Key-File-3: ssh-ed25519 …}.
 */
final class PuttyKeyRecognizer extends WordSecret {

    private static final int MOST = 16_384;
    private static final int LONGEST_MAC = 64;
    private static final String HEAD = "PuTTY-User-Key-File-";
    private static final String LINES = "Private-Lines: ";
    private static final String MAC = "Private-MAC: ";

    PuttyKeyRecognizer() {
        super(PrivateKeyRecognizer.TYPE, Set.of("putty"));
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        char before = Text.of(text.before(start));
        if ((!Values.endsLine(before) && before != '"') || Values.follow(text, start, HEAD) < 0) {
            return;
        }
        boolean key = false;
        int p = start + HEAD.length();
        int most = Math.min(text.length(), p + MOST);
        while (p < most) {
            int unit = text.at(p);
            char c = Text.of(unit);
            p += Math.max(1, Text.size(unit));
            if (c == '"') {
                return;
            }
            if (c != '\n') {
                continue;
            }
            if (Values.follow(text, p, HEAD) >= 0) {
                return;
            }
            key |= Values.follow(text, p, LINES) >= 0;
            int mac = key ? Values.follow(text, p, MAC) : -1;
            if (mac >= 0) {
                Stretch digits = Stretch.of(Alphabet.HEX, text, mac, LONGEST_MAC);
                sink.found(start, digits.end(), Confidence.CHECKSUM, Reason.CHECKSUM);
                return;
            }
        }
    }
}
