package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * Keys and tokens that a sentence tells: {@code the API key is 9f2c…}, {@code our token was …}.
 *
 * <p>Specification: none. Right after such a word and a verb even a UUID is one, and a key in
 * pieces with dashes or of no more than twelve characters, which {@link TokenInContextRecognizer}
 * cannot take from anywhere in a sentence. Reads at most 24 characters to the value, and the value.
 *
 * <p>Legal basis: whoever knows one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code the api key is 0cbfa2de + 28 more}.
 */
final class SecretSentenceRecognizer extends WordSecret {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final int LONGEST_NAME = 32;
    private static final int UUID = 36;
    private static final Set<String> WORDS = Set.of("key", "token", "secret", "apikey");
    private static final Set<String> VERBS =
            Set.of("is", "was", "ist", "war", "lautet", "est", "es", "era", "e", "to", "as");
    private static final Set<String> KEYS =
            Set.of("api", "secret", "access", "auth", "private", "service", "account", "admin");

    SecretSentenceRecognizer() {
        super(SecretRecognizer.TYPE, WORDS);
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        if (Text.of(text.at(end)) != ' ') {
            return;
        }
        int verb = Values.skipBlanks(text, end);
        if (Text.of(text.at(verb)) == '(') {
            verb += Text.size(text.at(verb));
        }
        StringBuilder said = new StringBuilder();
        int p = verb;
        while (said.length() < 7 && Character.isLetter(Text.of(text.at(p)))) {
            int unit = text.at(p);
            said.append(Character.toLowerCase(Text.of(unit)));
            p += Text.size(unit);
        }
        if (!isSecret(text, start, word) || isHarmless(text, start)) {
            return;
        }
        if (!VERBS.contains(said.toString())) {
            right(text, verb, sink);
            return;
        }
        int from = Values.skipBlanks(text, p);
        if (Text.of(text.at(from)) == ':') {
            from = Values.skipBlanks(text, from + 1);
        }
        Value value = Values.read(text, from, "\"'`<>,;)");
        if (value != null && fits(value.chars())) {
            sink.found(value.start(), value.end(), Confidence.RARE_PATTERN, Reason.CONTEXT);
        }
    }

    /** A value right behind the word, without a verb, is none as easily: it must be random. */
    private static void right(Text text, int place, Sink sink) {
        Value value = Values.read(text, place, "\"'`<>,;)?");
        if (value == null
                || value.length() > LONGEST
                || !(Randomness.isUuid(value.chars()) || Randomness.mixed(value.chars()))) {
            return;
        }
        String chars = value.chars();
        boolean body = true;
        for (int i = 0; i < chars.length(); i++) {
            body &= Alphabet.BEARER.has(chars.charAt(i));
        }
        if (body
                && chars.indexOf('.') < 0
                && !(chars.indexOf('/') >= 0 && LetterPairs.rare(chars) * 10 < chars.length())
                && Randomness.isToken(chars)
                && !Placeholders.is(chars)) {
            sink.found(value.start(), value.end(), Confidence.RARE_PATTERN, Reason.CONTEXT);
        }
    }

    /** Whether the word ends a name of what opens nothing: {@code --next-token}. */
    private static boolean isHarmless(Text text, int start) {
        int from = Stretch.start(Alphabet.URL, text, start, LONGEST_NAME);
        return from < start
                && SecretNames.isHarmless(
                        Stretch.of(Alphabet.URL, text, from, 2 * LONGEST_NAME).chars());
    }

    /** A key opens something where the word before says so. */
    private static boolean isSecret(Text text, int start, String word) {
        if (!word.equals("key")) {
            return true;
        }
        StringBuilder before = new StringBuilder();
        int p = start;
        for (int i = 0; i < 10; i++) {
            int unit = text.before(p);
            char c = Text.of(unit);
            if (Text.size(unit) == 0 || (i > 0 && !Character.isLetter(c))) {
                break;
            }
            p -= Text.size(unit);
            if (Character.isLetter(c)) {
                before.append(Character.toLowerCase(c));
            }
        }
        return KEYS.contains(before.reverse().toString());
    }

    private static boolean fits(String chars) {
        if (chars.length() < SHORTEST
                || chars.length() > LONGEST
                || Placeholders.is(chars)
                || chars.contains("://")
                || chars.endsWith(")")) {
            return false;
        }
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (!Alphabet.BEARER.has(c) && c != ':') {
                return false;
            }
            digits += c >= '0' && c <= '9' ? 1 : 0;
            letters += Character.isLetter(c) ? 1 : 0;
        }
        boolean uuid = chars.length() == UUID && chars.charAt(8) == '-' && chars.charAt(23) == '-';
        return letters > 0
                && (uuid
                        || (digits > 2 && digits * 8 >= chars.length())
                        || Randomness.isToken(chars));
    }
}
