package dev.avow.detector.terms;

import dev.avow.detector.engine.Chars;

/** Names of laws, as they follow an article or section. */
final class Laws {

    private static final int MOST_WORDS = 8;
    private static final int MOST_AFTER = 4;
    private static final int LONGEST_ABBREVIATION = 9;

    private Laws() {}

    /**
     * Reads the name of a law: an abbreviation, or words that hold one for a law ("Act", "Code"),
     * with its number or year after it.
     *
     * @param any whether any word with two capitals is a law here, known or not
     * @return whether one comes; where it does not, the window may have been read
     */
    static boolean named(Window window, boolean any) {
        window.sign(',');
        if (!window.blanks()) {
            return false;
        }
        String before = "";
        for (int i = 0; i < MOST_WORDS; i++) {
            String word = window.word();
            if (word.equals("DS") && window.sign('-')) {
                word = window.word();
            }
            if (word.isEmpty()) {
                return false;
            }
            String plain = plain(word);
            boolean linked = LawWords.LINKS.contains(before);
            boolean law = LawWords.KNOWN.contains(word) || (any && i == 0 && isAbbreviation(word));
            if (law && (i == 0 || linked)) {
                year(window);
                return true;
            }
            if (LawWords.NOUNS.contains(plain) && isLaw(word, plain, before)) {
                return tail(window);
            }
            if (i == 0 && plain.equals("c") && window.sign('.')) {
                window.blanks();
                return LawWords.FRENCH_CODES.contains(plain(window.word()));
            }
            boolean starts = LawWords.LINKS.contains(plain) || isCapital(word);
            if ((i == 0 && !starts) || !next(window)) {
                return false;
            }
            before = plain;
        }
        return false;
    }

    /** "the code" is a program's; "du code" and "la loi" are laws, and so is what has a capital. */
    private static boolean isLaw(String word, String plain, String before) {
        boolean french = plain.equals("code") && before.equals("du");
        return isCapital(word) || french || LawWords.SMALL_NOUNS.contains(plain);
    }

    /** What stands between two words of a name. */
    private static boolean next(Window window) {
        return window.sign('\'') || window.sign('\u2019') || window.sign('-') || window.blanks();
    }

    /**
     * Reads what belongs to a name after its noun: {@code du travail}, {@code civil}, {@code (EU)
     * 2016/679}, a year.
     *
     * @return false for a code of conduct, which is no law
     */
    private static boolean tail(Window window) {
        int noun = window.place();
        if (next(window) && window.word().equals("of") && next(window)) {
            if (plain(window.word()).equals("conduct")) {
                return false;
            }
        }
        window.go(noun);
        if (year(window) || number(window)) {
            return true;
        }
        int end = noun;
        for (int i = 0; i < MOST_AFTER && next(window); i++) {
            String plain = plain(window.word());
            boolean named = i > 0 && !plain.isEmpty() && !LawWords.LINKS.contains(plain);
            if (LawWords.AFTER_NOUN.contains(plain) || named) {
                end = window.place();
                break;
            }
            if (!LawWords.ABOUT.contains(plain)) {
                break;
            }
        }
        window.go(end);
        year(window);
        return true;
    }

    /** A year after a name, read where one comes. */
    private static boolean year(Window window) {
        int end = window.place();
        if (window.blanks() && window.digits(4, 4) && window.free()) {
            return true;
        }
        window.go(end);
        return false;
    }

    /** The number of a Union act: {@code (EU) 2016/679}, {@code 95/46/EC}; read where one comes. */
    private static boolean number(Window window) {
        int end = window.place();
        boolean blank = window.blanks();
        if (window.sign('(')) {
            window.word();
            window.sign(')');
            blank = window.blanks();
        }
        int beforeNo = window.place();
        if (window.word().isEmpty() || !window.blanks()) {
            window.go(beforeNo);
        }
        if (blank && window.digits(2, 4) && window.sign('/') && window.digits(1, 4)) {
            int digits = window.place();
            if (!window.sign('/') || window.word().isEmpty()) {
                window.go(digits);
            }
            return true;
        }
        window.go(end);
        return false;
    }

    /** Two capitals or more, such as GDPR, StGB, TFEU; not a Roman numeral. */
    private static boolean isAbbreviation(String word) {
        int capitals = 0;
        boolean roman = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            capitals += Character.isUpperCase(c) ? 1 : 0;
            roman &= "IVX".indexOf(c) >= 0;
        }
        return capitals >= 2 && word.length() <= LONGEST_ABBREVIATION && !roman;
    }

    private static boolean isCapital(String word) {
        return Character.isUpperCase(word.charAt(0));
    }

    private static String plain(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            plain.append(Chars.plain(word.charAt(i)));
        }
        return plain.toString();
    }
}
