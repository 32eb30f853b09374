package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * Private keys in PEM and its kin, whole: from {@code BEGIN} to {@code END}.
 *
 * <p>Specification: RFC 7468 (PKCS #8, encrypted too), RFC 1421 (with headers), OpenSSH, RFC 4716
 * (SSH2, four dashes), RFC 9580 (OpenPGP, armour). Lines may be parted by line ends, by {@code \\n}
 * as in JSON, or not at all; a key that is cut before its end is reported as far as its lines go.
 *
 * <p>Linear: a body is read to the next four dashes, whatever they belong to, and at most 16,384
 * characters. A candidate has such dashes before it, so no two candidates read the same character
 * as body, however many there are.
 *
 * <p>Legal basis: whoever knows one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code -----BEGIN PRIVATE KEY----- … -----END PRIVATE KEY-----}.
 */
final class PrivateKeyRecognizer extends WordSecret {

    static final FindingType TYPE = new FindingType("private_key", 2);

    private static final int MOST = 16_384;
    private static final int LONGEST_LABEL = 64;
    private static final int DASHES = 4;
    private static final int FEWEST_CODED = 16;
    private static final int FEWEST_DIFFERENT = 6;
    private static final int LINE = 40;

    PrivateKeyRecognizer() {
        super(TYPE, Set.of("begin"));
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        int from = dashesBefore(text, start);
        if (from == start) {
            return;
        }
        int body = afterLabel(text, end);
        if (body < 0) {
            return;
        }
        int coded = 0;
        int line = 0;
        int lastLine = -1;
        int dashes = 0;
        int[] seen = new int[128];
        int different = 0;
        int p = body;
        while (p < body + MOST && p < text.length()) {
            int unit = text.at(p);
            char c = Text.of(unit);
            p += Math.max(1, Text.size(unit));
            dashes = c == '-' ? dashes + 1 : 0;
            if (dashes == DASHES) {
                break;
            }
            if (c < 128 && Alphabet.BASE64.has(c)) {
                coded++;
                different += seen[c]++ == 0 ? 1 : 0;
                line++;
                if (line >= LINE) {
                    lastLine = p;
                }
            } else {
                line = 0;
            }
        }
        if (coded < FEWEST_CODED || different < FEWEST_DIFFERENT) {
            return;
        }
        int to = dashes == DASHES ? afterEnd(text, p) : -1;
        if (to < 0) {
            to = lastLine;
        }
        if (to > 0) {
            sink.found(from, to, Confidence.CHECKSUM_IN_CONTEXT, Reason.CHECKSUM);
        }
    }

    /**
     * Where four or five dashes and perhaps a blank begin; the place itself where there are none.
     */
    private static int dashesBefore(Text text, int start) {
        int p = Values.precede(text, start, " ");
        int first = p;
        while (start - first < 7 && Text.of(text.before(first)) == '-') {
            first -= Text.size(text.before(first));
        }
        return p - first >= DASHES ? first : start;
    }

    /** Where the body begins, after the label of a private key and its dashes; or -1. */
    private static int afterLabel(Text text, int end) {
        StringBuilder label = new StringBuilder();
        int p = end;
        while (label.length() < LONGEST_LABEL) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (c == '-' && label.indexOf("PRIVATE KEY") >= 0) {
                return dashesAfter(text, p);
            }
            if (!(Chars.isAsciiLetter(c) || Chars.isDigit(c) || c == ' ')) {
                return -1;
            }
            label.append(c);
            p += Text.size(unit);
        }
        return -1;
    }

    private static int dashesAfter(Text text, int start) {
        int p = start;
        for (int i = 0; i <= DASHES && Text.of(text.at(p)) == '-'; i++) {
            p += Text.size(text.at(p));
        }
        return p;
    }

    /** The place after {@code END … KEY} and its dashes, or -1 where something else begins. */
    private static int afterEnd(Text text, int start) {
        int p = dashesAfter(text, start);
        int end = Values.follow(text, Values.skipBlanks(text, p), "END");
        return end < 0 ? -1 : afterLabel(text, end);
    }
}
