package dev.avow.detector.secrets;

import dev.avow.detector.engine.Chars;

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
        if (isReference(chars) || isPath(chars)) {
            return false;
        }
        if (said(chars) && !(isNamed(chars) && !assignment.tight() && assignment.sign() == '=')) {
            return true;
        }
        return isWord(chars) && value.endsLine() && settled(assignment);
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
        return said(chars) && !isReference(chars) && !isPath(chars) && !isCount(chars);
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
        String name = assignment.name();
        String value = chars.substring(0, end).toLowerCase(java.util.Locale.ROOT);
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

    private static boolean isNumber(String chars) {
        for (int i = 0; i < chars.length(); i++) {
            if (!Chars.isDigit(chars.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Letters alone. */
    private static boolean isWord(String chars) {
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

    /**
     * {@code user.password}, {@code getPassword()}, {@code $this->x}, {@code args[0]}, {@code
     * a::b}.
     */
    private static boolean isReference(String chars) {
        int p = 0;
        if (chars.charAt(0) == '$'
                || chars.startsWith("!$")
                || chars.charAt(0) == '&'
                || chars.charAt(0) == '*') {
            p = chars.charAt(0) == '!' ? 2 : 1;
        }
        int first = p;
        while (p < chars.length() && isNamePart(chars.charAt(p))) {
            p++;
        }
        if (p == first || Chars.isDigit(chars.charAt(first))) {
            return p == first && "([{<|/".indexOf(chars.charAt(0)) >= 0;
        }
        if (p == chars.length()) {
            return first > 0 || (chars.indexOf('_') > 0 && !Randomness.mixed(chars));
        }
        char c = chars.charAt(p);
        char next = p + 1 < chars.length() ? chars.charAt(p + 1) : 0;
        return switch (c) {
            case '(' -> next == 0 || chars.indexOf(')') == p + 1 || chars.endsWith(")") || p > 8;
            case '[' -> true;
            case '.' -> isName(next) && onlyNames(chars, p);
            case '-' -> next == '>' || (next == 0 && first > 0);
            case ':' -> next == ':';
            case '?' -> next == 0 || next == '.' || next == ':';
            case '<' -> true;
            default -> false;
        };
    }

    private static boolean onlyNames(String chars, int from) {
        for (int i = from; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (c == '(' || c == '[') {
                return true;
            }
            boolean part = isNamePart(c) || c == '.' || c == '-' || c == '>';
            boolean numbered = Chars.isDigit(c) && !isName(chars.charAt(i - 1));
            if (!part || numbered) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(char c) {
        return c == '_' || c == '>' || Chars.isLatin(c) || Chars.isDigit(c);
    }

    private static boolean isNamePart(char c) {
        return c == '_' || Chars.isLatin(c) || Chars.isDigit(c);
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

    /** Some words in quotes count only where a passphrase is asked for. */
    private static boolean isPhrase(Assignment assignment) {
        return assignment.name().endsWith("passphrase")
                && assignment.value().chars().chars().filter(c -> c == ' ').count() >= 3;
    }

    /** A line of settings: a name in capitals with a tight sign, or a said name and a long word. */
    private static boolean settled(Assignment assignment) {
        return assignment.sign() == '='
                ? assignment.tight()
                : !assignment.tight() && assignment.value().length() >= 5;
    }
}
