package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;

/**
 * Secret access keys of Amazon Web Services.
 *
 * <p>Specification: AWS IAM User Guide, "Manage access keys": 40 characters of base64. Nothing
 * marks them, so a word near must, and they must look random: paths and hashes have 40 characters
 * too. Reads at most 41 characters on either side.
 *
 * <p>Legal basis: whoever holds one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code wJalr + 35 characters}.
 */
final class AwsSecretKeyRecognizer extends TokenSecret {

    private static final int LENGTH = 40;
    private static final int CONTEXT = 80;
    private static final int LONG_WORD = 6;
    private static final ContextWords WORDS =
            ContextWords.of(
                    "aws", "amazon", "secret", "awssecretaccesskey", "secretaccesskey", "akia");

    AwsSecretKeyRecognizer() {
        super(AwsAccessKeyId.TYPE, 3, LENGTH);
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        int from = start(text, start);
        if (Stretch.isShorter(Alphabet.BASE64, text, from, LENGTH)) {
            return;
        }
        char before = Text.of(text.before(from));
        if (before == '-' || before == '_') {
            return; // a piece of base64url, such as a hash in it
        }
        Stretch key = Stretch.of(Alphabet.BASE64, text, from, LENGTH + 1);
        boolean fits = key.length() == LENGTH && key.chars().indexOf('=') < 0 && key.end() >= end;
        if (fits
                && isRandom(key.chars())
                && !isOfWords(key.chars())
                && !Placeholders.isPartOfKey(key.chars())
                && WORDS.before(text, from, CONTEXT)) {
            sink.found(from, key.end(), Confidence.PATTERN_IN_CONTEXT, Reason.CHECKSUM);
        }
    }

    private static int start(Text text, int place) {
        int p = place;
        while (place - p <= LENGTH) {
            char c = Text.of(text.before(p));
            if (c == '=' || !Alphabet.BASE64.has(c)) {
                break;
            }
            p -= Text.size(text.before(p));
        }
        return p;
    }

    /** Words between slashes or put together, such as a piece of a page's address or a name. */
    private static boolean isOfWords(String chars) {
        boolean path = chars.indexOf('/') < chars.lastIndexOf('/');
        return (path || longestWord(chars) >= LONG_WORD) && LetterPairs.rare(chars) * 10 < LENGTH;
    }

    private static int longestWord(String chars) {
        int run = 0;
        int longest = 0;
        for (int i = 0; i < chars.length(); i++) {
            run = Chars.isLower(chars.charAt(i)) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Hashes are hexadecimal; secret keys hold letters of both cases. */
    private static boolean isRandom(String chars) {
        boolean lower = false;
        boolean upper = false;
        boolean digit = false;
        for (int i = 0; i < chars.length(); i++) {
            lower |= chars.charAt(i) >= 'a';
            digit |= Chars.isDigit(chars.charAt(i));
            upper |= chars.charAt(i) >= 'A' && chars.charAt(i) <= 'Z';
        }
        return lower && upper && digit && Randomness.bits(chars) >= 4;
    }
}
