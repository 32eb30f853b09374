package dev.avow.detector.secrets;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.validators.Parts;
import java.util.Locale;

/**
 * Whether what is given to a name for a password is one.
 *
 * <p>In quotes nearly everything is, but for sentences and placeholders. Without quotes the same
 * place may hold a type, a variable, a call or the next word of a sentence: then it takes a digit
 * or a sign among letters, or digits alone. Letters alone pass only where a line of settings ends
 * with them.
 */
final class PasswordRules {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 128;

    /** With the signs after it that may be a sentence's. */
    static final int LONGEST_READ = LONGEST + 8;

    private static final int FEWEST_BARE = 6;
    private static final int FEWEST_WORDS = 4;

    private PasswordRules() {}

    /** In code, settings and documents. */
    static boolean fits(Assignment assignment) {
        Value value = assignment.value();
        String chars = value.chars();
        if (!sized(chars) || Placeholders.is(chars) || repeats(assignment)) {
            return false;
        }
        if (value.quoted()) {
            return chars.indexOf(' ') < 0 ? !isPath(chars) : isPhrase(assignment);
        }
        if (CodeReference.is(chars) || isPath(chars)) {
            return false;
        }
        if (said(chars) && !(isNamed(chars) && !assignment.tight() && assignment.sign() == '=')) {
            return true;
        }
        return isWord(chars) && settled(assignment);
    }

    /** In a sentence, after a verb. */
    static boolean fitsSaid(Value value) {
        String chars = value.chars();
        if (!sized(chars) || Placeholders.is(chars)) {
            return false;
        }
        if (value.quoted()) {
            return chars.indexOf(' ') < 0 && !chars.endsWith("()");
        }
        if (isNumber(chars) && !value.endsLine()) {
            return false;
        }
        if (isNamed(chars) && SecretNames.kind(chars) != SecretNames.Kind.NOTHING) {
            return false;
        }
        if (PasswordWords.COMMON.contains(chars)) {
            return value.endsLine();
        }
        return said(chars) && !CodeReference.is(chars) && !isPath(chars) && !isCount(chars);
    }

    private static boolean sized(String chars) {
        return chars.length() >= SHORTEST && chars.length() <= LONGEST;
    }

    /** {@code password=password}, {@code db_password: db_password2}: a name is passed on. */
    private static boolean repeats(Assignment assignment) {
        String chars = assignment.value().chars();
        int end = chars.length();
        if (!assignment.value().quoted() && Chars.isDigit(chars.charAt(end - 1))) {
            end--;
        }
        String name = assignment.name().toLowerCase(Locale.ROOT);
        String value = chars.substring(0, end).toLowerCase(Locale.ROOT);
        return value.equals(name)
                || (!assignment.value().quoted()
                        && isNamed(value)
                        && SecretNames.kind(value) != SecretNames.Kind.NOTHING)
                || (assignment.value().quoted()
                        && isWord(value)
                        && SecretNames.kind(chars) != SecretNames.Kind.NOTHING);
    }

    /** Letters with a digit or sign among them, or with capitals inside, or digits alone. */
    private static boolean said(String chars) {
        boolean letter = false;
        boolean digit = false;
        boolean sign = false;
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            letter |= Character.isLetter(c);
            digit |= Chars.isDigit(c);
            sign |= c < 128 && "!$%^*#@+=?~&|\\".indexOf(c) >= 0;
        }
        return (letter && (digit || sign)) || (digit && isNumber(chars));
    }

    /** Digits alone; also what is empty. */
    static boolean isNumber(String chars) {
        for (int i = 0; i < chars.length(); i++) {
            if (!Chars.isDigit(chars.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Letters alone. */
    static boolean isWord(String chars) {
        for (int i = 0; i < chars.length(); i++) {
            if (!Character.isLetter(chars.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** A name in a program with a digit in it, such as {@code value2}. */
    private static boolean isNamed(String chars) {
        if (Chars.isDigit(chars.charAt(0))) {
            return false;
        }
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (!(Character.isLetterOrDigit(c) || c == '_')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPath(String chars) {
        return (chars.startsWith("/") && chars.indexOf('/', 1) > 0)
                || chars.startsWith("./")
                || chars.startsWith("../")
                || chars.startsWith("~/")
                || chars.startsWith("C:\\")
                || chars.contains("://");
    }

    /** {@code 8-character}, {@code 90-day}, {@code 100%}: what a rule about passwords says. */
    private static boolean isCount(String chars) {
        int p = 0;
        while (p < chars.length() && Chars.isDigit(chars.charAt(p))) {
            p++;
        }
        if (p == 0 || p > 3 || p == chars.length()) {
            return false;
        }
        char c = chars.charAt(p);
        return c == '%' || c == '+' || (c == '-' && isWord(chars.substring(p + 1)));
    }

    /**
     * Some words in quotes are a passphrase where one is asked for, and elsewhere where they are
     * four or more in small letters and no sentence.
     */
    private static boolean isPhrase(Assignment assignment) {
        String[] words = Parts.of(assignment.value().chars(), " ");
        if (words.length < FEWEST_WORDS) {
            return false;
        }
        if (assignment.name().toLowerCase(Locale.ROOT).endsWith("passphrase")) {
            return true;
        }
        for (String word : words) {
            boolean small = word.chars().allMatch(Character::isLowerCase);
            if (!small || word.length() < 3 || PasswordWords.SENTENCE.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** A line of settings: a name in capitals, a tight sign, or a said name and a long word. */
    private static boolean settled(Assignment assignment) {
        Value value = assignment.value();
        if (assignment.sign() != '=') {
            return value.endsLine() && !assignment.tight() && value.length() >= 5;
        }
        return assignment.tight() && (value.endsLine() || isConstant(assignment.name()));
    }

    /** A name as environment variables have them. */
    private static boolean isConstant(String name) {
        return name.length() > 4 && name.equals(name.toUpperCase(Locale.ROOT));
    }

    /** Right after the word for a password, with nothing between: only what is no word at all. */
    static boolean fitsBare(Value value) {
        String chars = value.chars();
        int digits = 0;
        boolean upper = false;
        boolean sign = false;
        for (int i = 0; i < chars.length(); i++) {
            digits += Chars.isDigit(chars.charAt(i)) ? 1 : 0;
            upper |= i > 0 && Chars.isUpper(chars.charAt(i));
            sign |= "!$#@%^*+~".indexOf(chars.charAt(i)) >= 0;
        }
        boolean strong = Randomness.mixed(chars) && (digits > 1 || upper || sign);
        return chars.length() >= FEWEST_BARE
                && strong
                && fitsSaid(value)
                && !PasswordWords.isTechnical(chars);
    }
}
