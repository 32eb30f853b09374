package dev.avow.detector.recognizers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;

/**
 * International bank account numbers.
 *
 * <p>Specification: ISO 13616-1 and the SWIFT IBAN Registry (formats in {@link IbanCountries}):
 * country, two check digits, up to 30 letters and digits; ISO 7064 MOD 97-10 over the whole. Either
 * case, grouped in any way by one or two blanks, dots, dashes, slashes, tabs or underscores. The
 * reading stops at the country's length, so that a word may follow directly. A word or an
 * underscore may stand right before it too where it holds no letters besides its country and stands
 * together or in fours.
 *
 * <p>Legal basis: personal data under GDPR Article 4(1); payment account data under PSD2.
 *
 * <p>Fictitious example: {@code DE89 3704 0044 0532 0130 00}.
 */
final class IbanRecognizer implements Recognizer.OfLettersThenDigits {

    private static final FindingType TYPE = new FindingType("iban", 1);
    private static final int MOST_SEPARATORS = 2;
    private static final int FOUR = 4;

    /** What "md5" sums up to: not Moldova's, but the name of the hash that follows. */
    private static final int MD5 = (22 * 1000 + 13 * 10 + 5) % 97;

    private static final ContextWords GLUED =
            ContextWords.of("iban", "bic", "rib", "konto", "compte", "account", "cuenta", "conto");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public void lettersThenDigits(Text text, int start, Sink sink) {
        int unit = text.at(start);
        int second = text.skipIgnorable(start + Text.size(unit));
        String kinds = IbanCountries.kinds(Text.of(unit), Text.of(text.at(second)));
        if (kinds.isEmpty()) {
            return;
        }
        char before = text.seenBefore(start);
        if (Chars.isDigit(before)) {
            return;
        }
        boolean glued = before == '_' || (Chars.isLatin(before) && !GLUED.glued(text, start));
        // Country and check digits count last, so their part is kept and added at the end.
        int head = 0;
        int rest = 0;
        int count = 0;
        int separators = 0;
        boolean ends = false;
        boolean broken = false;
        int p = start;
        while (count < kinds.length()) {
            unit = text.at(p);
            int value = value(Text.of(unit));
            if (value < 0) {
                boolean separator = isSeparator(Text.of(unit));
                if (Text.of(unit) != Text.IGNORABLE && !separator) {
                    return;
                }
                boolean hash = count == 3 && head == MD5;
                if (separator && (++separators > MOST_SEPARATORS || hash)) {
                    return;
                }
                ends |= isLineEnd(Text.of(unit));
                if (ends && broken) {
                    return;
                }
                if (glued && separator && (Text.of(unit) != ' ' || count % FOUR != 0)) {
                    return;
                }
            } else {
                char kind = kinds.charAt(count);
                if (kind != 'c' && (kind == 'n') != (value <= 9)) {
                    return;
                }
                if (glued && count > 1 && value > 9) {
                    return;
                }
                separators = 0;
                broken |= ends;
                ends = false;
                if (count < 4) {
                    head = append(head, value);
                } else {
                    rest = append(rest, value);
                }
                count++;
            }
            p += Text.size(unit);
        }
        if ((rest * SHIFT + head) % 97 == 1
                && !Chars.isDigit(Text.of(text.at(text.skipIgnorable(p))))) {
            sink.found(start, p, Confidence.CHECKSUM_IN_CONTEXT, Reason.CHECKSUM);
        }
    }

    /** Six digits follow the rest: two letters of two digits each, and two digits. */
    private static final int SHIFT = 1_000_000 % 97;

    private static int append(int sum, int value) {
        return (sum * (value > 9 ? 100 : 10) + value) % 97;
    }

    /** A line may end once within it, and a form writes a plus for a blank. */
    private static boolean isSeparator(char c) {
        return isBetween(c) || isLineEnd(c) || c == '+';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isBetween(char c) {
        return c == ' ' || c == '-' || c == '.' || c == '/' || c == '\t' || c == '_';
    }

    private static int value(char c) {
        if (Chars.isDigit(c)) {
            return c - '0';
        }
        return Chars.isAsciiLetter(c) ? (c | 0x20) - 'a' + 10 : -1;
    }
}
