package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Parts;

/**
 * Keys and tokens of nobody in particular, given to a name that asks for one.
 *
 * <p>Specification: none. What is given must look as if chance had made it ({@link Randomness}),
 * or, in quotes, at least mix letters and digits as no word does; a UUID is one where it is given
 * to such a name.
 *
 * <p>Legal basis: whoever knows one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code client_secret: 9f2c + 28 more}.
 */
final class SecretRecognizer extends SignSecret {

    static final FindingType TYPE = new FindingType("secret", 2);

    private static final int SHORTEST_SIGNED = 20;
    private static final double SIGNED_BITS = 3.8;
    private static final int SHORTEST_QUOTED = 8;
    private static final int FEWEST_DIGITS = 28;
    private static final int FEWEST_DIFFERENT = 7;

    /** A number that ends a name; a longer one is typed or none. */
    private static final int LONGEST_NUMBER = 4;

    /** In mixed letters and digits, chance seldom puts so many small letters in a row. */
    private static final int LONGEST_OF_CHANCE = 4;

    SecretRecognizer() {
        super(TYPE, Assignment.SIGNS);
    }

    @Override
    public void sign(Text text, int start, int end, Sink sink) {
        Assignment assignment = Assignment.read(text, start, end);
        if (assignment == null || assignment.kind() == SecretNames.Kind.PASSWORD) {
            return;
        }
        Value value = assignment.value();
        boolean secret =
                assignment.kind() == SecretNames.Kind.SECRET
                        ? isSecret(value)
                        : isBody(value.chars()) && Randomness.isToken(value.chars());
        if (secret
                && !Placeholders.is(value.chars())
                && !Typed.is(value.chars())
                && !isSaid(value.chars())
                && !Values.isCutShort(text, value.end(), value.length())) {
            sink.found(value.start(), value.end(), Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
        }
    }

    private static boolean isSecret(Value value) {
        String chars = value.chars();
        if (chars.length() < SHORTEST_QUOTED || isVersion(chars)) {
            return false;
        }
        if (!isBody(chars)) {
            return value.quoted() && isSigned(chars);
        }
        if (Randomness.isToken(chars) || isLongNumber(chars)) {
            return true;
        }
        if (value.quoted() && Randomness.isShuffled(chars)) {
            return true;
        }
        boolean strong = chars.length() > SHORTEST_QUOTED && Randomness.isDense(chars);
        return (value.quoted() || strong)
                && Randomness.mixed(chars)
                && Randomness.distinct(chars) * 2 >= chars.length()
                && !isName(chars)
                && !isMostlyWords(chars);
    }

    /**
     * Any signs in quotes, as frameworks make their secrets; no blank, and no piece of a program.
     */
    private static boolean isSigned(String chars) {
        int digits = 0;
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (c <= ' ' || c > '~') {
                return false;
            }
            digits += Chars.isDigit(c) ? 1 : 0;
        }
        return chars.length() >= SHORTEST_SIGNED
                && digits > 1
                && "{[(<$%/.".indexOf(chars.charAt(0)) < 0
                && !chars.contains("://")
                && Randomness.bits(chars) >= SIGNED_BITS
                && LetterPairs.rare(chars) > 1;
    }

    private static boolean isBody(String chars) {
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (!Alphabet.SIGNED.has(c)) {
                return false;
            }
        }
        // A path may be all of these; base64 that begins like one holds letters as no path does.
        boolean path =
                chars.startsWith("~/")
                        || (chars.startsWith("/") && LetterPairs.rare(chars) * 10 < chars.length());
        return !path && !chars.contains("://");
    }

    /** What a person named: a name of a program, words with a number, a hash with its kind. */
    private static boolean isSaid(String chars) {
        return SecretNames.isName(chars)
                || isCapitalized(chars)
                || isWordsAndNumbers(chars)
                || isHash(chars);
    }

    /**
     * Words with capitals, such as {@code DBSubnetGroups}: mostly small letters, two or more in a
     * row, with few rare pairs. Of letters that chance chose one in some hundreds is so.
     */
    private static boolean isCapitalized(String chars) {
        int starts = 0;
        int lower = 0;
        int run = 0;
        StringBuilder small = new StringBuilder();
        for (int i = 0; i <= chars.length(); i++) {
            char c = i < chars.length() ? chars.charAt(i) : 'A';
            if (!Chars.isAsciiLetter(c)) {
                return false;
            }
            if (!Chars.isLower(c) && run == 1) {
                return false;
            }
            starts += !Chars.isLower(c) && run > 0 ? 1 : 0;
            run = Chars.isLower(c) ? run + 1 : 0;
            lower += run > 0 ? 1 : 0;
            small.append(run > 0 ? c : ' ');
        }
        return starts > 1
                && lower * 10 >= chars.length() * 7
                && LetterPairs.rare(small.toString()) * 6 <= chars.length();
    }

    /**
     * Two words or more, one of which says what this is, and short or typed numbers, such as {@code
     * test-api-key-12345}.
     */
    private static boolean isWordsAndNumbers(String chars) {
        int words = 0;
        boolean told = false;
        for (String part : Parts.of(chars.replace('_', '-').replace('.', '-'), "-")) {
            if (PasswordRules.isNumber(part)) {
                if (part.length() > LONGEST_NUMBER && !Typed.is(part)) {
                    return false;
                }
            } else if (PasswordRules.isWord(part) && LetterPairs.rare(part) == 0) {
                words++;
                told |= Placeholders.isWord(part);
            } else {
                return false;
            }
        }
        return words > 1 && told;
    }

    /** Digits alone are mostly numbers of something; so many nobody counts to. */
    private static boolean isLongNumber(String chars) {
        return chars.length() >= FEWEST_DIGITS
                && PasswordRules.isNumber(chars)
                && Randomness.distinct(chars) >= FEWEST_DIFFERENT;
    }

    /** A hash with its kind, such as {@code sha256:9f86…}. */
    private static boolean isHash(String chars) {
        int colon = chars.indexOf(':');
        return colon > 2 && colon < 7 && (chars.startsWith("sha") || chars.startsWith("md5"));
    }

    /** What ends with a version, such as {@code jjwt-jackson-0.11.2}. */
    private static boolean isVersion(String chars) {
        int from = Math.max(chars.lastIndexOf('-'), chars.lastIndexOf('@')) + 1;
        int dots = 0;
        for (int i = from; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (c != '.' && !Chars.isDigit(c)) {
                return false;
            }
            dots += c == '.' ? 1 : 0;
        }
        return from > 0 && dots > 0 && Chars.isDigit(chars.charAt(chars.length() - 1));
    }

    /** Words with something before them, such as {@code doc4711:ListOfCountryCodes}. */
    private static boolean isMostlyWords(String chars) {
        int letters = 0;
        int runs = 0;
        int run = 0;
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            letters += Chars.isAsciiLetter(c) ? 1 : 0;
            run = Chars.isLower(c) ? run + 1 : 0;
            runs += run == LONGEST_OF_CHANCE ? 1 : 0;
        }
        return runs > 1 && letters * 4 > 3 * chars.length() && LetterPairs.rare(chars) < 2;
    }

    /** Words with a number at the end, such as {@code token-2} and {@code my_secret_v1}. */
    private static boolean isName(String chars) {
        int digits = 0;
        int groups = 0;
        for (int i = 0; i < chars.length(); i++) {
            boolean digit = Character.isDigit(chars.charAt(i));
            digits += digit ? 1 : 0;
            groups += digit && (i == 0 || !Character.isDigit(chars.charAt(i - 1))) ? 1 : 0;
        }
        boolean last = Character.isDigit(chars.charAt(chars.length() - 1));
        return groups == 1 && digits <= 4 && (last || chars.indexOf('-') > 0);
    }
}
