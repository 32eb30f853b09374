package dev.avow.detector.terms;

import java.util.Set;

/** Numbers of articles and sections, and of their parts. */
final class Provisions {

    private static final int MOST_PARTS = 8;
    private static final Set<String> PARTS =
            Set.of(
                    "Abs",
                    "Absatz",
                    "S",
                    "Satz",
                    "Nr",
                    "Nummer",
                    "lit",
                    "Buchst",
                    "Buchstabe",
                    "Alt",
                    "Hs",
                    "UAbs",
                    "Unterabs",
                    "para",
                    "paras",
                    "paragraph",
                    "point",
                    "al",
                    "alinea",
                    "alin\u00E9a",
                    "apartado",
                    "letra",
                    "let",
                    "ff",
                    "f",
                    "et",
                    "seq",
                    "und",
                    "and",
                    "y",
                    "u",
                    "i",
                    "bis",
                    "ter",
                    "quater",
                    "V",
                    "m");

    private Provisions() {}

    /**
     * Reads the number: digits, then a letter and further numbers after dashes, and before it the
     * letter that French codes have ({@code L. 1234-5}).
     */
    static boolean number(Window window) {
        if ("LRDA".indexOf(window.next()) >= 0) {
            window.word();
            window.sign('.');
            window.sign('*');
            window.blanks();
        }
        if (!window.digits(1, 5)) {
            return false;
        }
        int end = window.place();
        String letter = window.word();
        if (letter.length() > 2) {
            window.go(end);
        }
        end = window.place();
        while (window.sign('-') && window.digits(1, 4)) {
            end = window.place();
        }
        window.go(end);
        return true;
    }

    /** Reads what is said of its parts: {@code (1)(f)}, {@code Abs. 1 lit. f}, {@code ff.} */
    static void parts(Window window) {
        for (int i = 0; i < MOST_PARTS; i++) {
            int before = window.place();
            window.blanks();
            if (!parenthesis(window) && !part(window)) {
                window.go(before);
                return;
            }
        }
    }

    private static boolean parenthesis(Window window) {
        if (!window.sign('(')) {
            return false;
        }
        boolean digits = window.digits(1, 3);
        String letters = window.word();
        return (digits || !letters.isEmpty()) && letters.length() <= 4 && window.sign(')');
    }

    private static boolean part(Window window) {
        window.sign(',');
        window.blanks();
        if (!PARTS.contains(window.word())) {
            return false;
        }
        window.sign('.');
        int end = window.place();
        window.blanks();
        boolean digits = window.digits(1, 4);
        int afterDigits = window.place();
        String letter = window.word();
        if (letter.length() > 1 || (letter.isEmpty() && !digits)) {
            window.go(digits ? afterDigits : end);
        } else if (window.sign(')')) {
            return true;
        }
        return true;
    }
}
