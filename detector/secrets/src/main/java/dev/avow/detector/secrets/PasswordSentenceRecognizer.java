package dev.avow.detector.secrets;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.HashSet;
import java.util.Set;

/**
 * Passwords that a sentence tells: {@code my password for the VPN is …}, {@code le mot de passe est
 * …}, {@code Passwort (WLAN): …}.
 *
 * <p>Specification: none. After the word for a password, within 60 characters and before the
 * sentence ends, a verb or a colon; what follows must not be a word ({@link
 * PasswordRules#fitsSaid}).
 *
 * <p>Legal basis: whoever knows one acts as its owner; kept confidential under GDPR Article 32.
 *
 * <p>Fictitious example: {@code my password is Rotkehlchen7}.
 */
final class PasswordSentenceRecognizer extends WordSecret {

    private static final int REACH = 60;
    private static final int MOST_WORDS = 6;
    private static final Set<String> VERBS =
            Set.of(
                    "is", "was", "be", "are", "est", "ist", "lautet", "war", "es", "era", "è", "é",
                    "to", "as", "becomes", "jest", "är", "er", "on", "e", "heißt", "sera");
    private static final Set<String> WORDS = words0();

    private static Set<String> words0() {
        Set<String> words = new HashSet<>();
        for (String word : SecretNames.PASSWORDS) {
            words.add(plain(word));
        }
        words.add("passe");
        words.removeAll(Set.of("pass", "pw", "parole", "psw"));
        return Set.copyOf(words);
    }

    /** As the engine shows words: without accents. */
    private static String plain(String word) {
        return word.replace('ñ', 'n').replace('ö', 'o').replace('ó', 'o');
    }

    PasswordSentenceRecognizer() {
        super(PasswordRecognizer.TYPE, WORDS);
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        if (word.equals("passe") && Values.precede(text, start, "mot de ") == start) {
            return;
        }
        if (bare(text, start, end, sink)) {
            return;
        }
        StringBuilder current = new StringBuilder();
        int words = 0;
        int p = end;
        while (p < end + REACH) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (Character.isLetter(c)) {
                current.append(Character.toLowerCase(c));
            } else {
                if (!current.isEmpty()) {
                    if (VERBS.contains(current.toString()) && Values.isBlank(c)) {
                        if (told(text, p, sink)) {
                            return;
                        }
                    }
                    current.setLength(0);
                    words++;
                }
                if (c == ':' && words > 0) {
                    told(text, p + Text.size(unit), sink);
                    return;
                }
                if (words > MOST_WORDS || ends(c)) {
                    return;
                }
            }
            p += Math.max(1, Text.size(unit));
        }
    }

    /**
     * {@code password X7…}, {@code password - X7…}, {@code password `x`}, {@code ENV PASSWORD x}.
     */
    private static boolean bare(Text text, int start, int end, Sink sink) {
        if (!Values.isBlank(Text.of(text.at(end)))) {
            return false;
        }
        int p = Values.skipBlanks(text, end);
        int dash = p;
        for (int i = 0; i < 3 && "->\u2192".indexOf(Text.of(text.at(dash))) >= 0; i++) {
            dash += Text.size(text.at(dash));
        }
        boolean dashed = dash > p && Values.isBlank(Text.of(text.at(dash)));
        Value value = Values.read(text, dashed ? dash : p, "\"<,");
        if (value == null) {
            return false;
        }
        boolean told = value.quoted() || dashed || Text.of(text.before(start)) == '_';
        boolean fits =
                told
                        ? PasswordRules.fitsSaid(value) && Randomness.mixed(value.chars())
                        : PasswordRules.fitsBare(value);
        if (fits) {
            sink.found(value.start(), value.end(), Confidence.RARE_PATTERN, Reason.CONTEXT);
        }
        return fits;
    }

    private static boolean ends(char c) {
        return Values.endsLine(c) || "=<>{};!?,.\"@/".indexOf(c) >= 0;
    }

    private static boolean told(Text text, int place, Sink sink) {
        int p = Values.skipBlanks(text, place);
        if (Text.of(text.at(p)) == ':') {
            p += Text.size(text.at(p));
        }
        Value value = Values.read(text, p, "\"<");
        if (value == null || !PasswordRules.fitsSaid(value)) {
            return false;
        }
        sink.found(value.start(), value.end(), Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
        return true;
    }
}
