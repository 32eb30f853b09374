package dev.avow.detector.secrets;

import dev.avow.detector.engine.Chars;

/**
 * Whether something without quotes is a piece of a program: a variable, a field, a call, a type.
 */
final class CodeReference {

    private CodeReference() {}

    /**
     * {@code user.password}, {@code getPassword()}, {@code $this->x}, {@code args[0]}, {@code
     * a::b}, and the {@code +dir} of {@code "PWD="+dir}.
     */
    static boolean is(String chars) {
        int p = 0;
        if (chars.charAt(0) == '$'
                || chars.startsWith("!$")
                || chars.charAt(0) == '&'
                || chars.charAt(0) == '*'
                || chars.charAt(0) == '+') {
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
}
