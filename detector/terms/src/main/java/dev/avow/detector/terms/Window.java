package dev.avow.detector.terms;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;

/**
 * A short stretch of a text in folded characters, one for each, so that places in it are places in
 * the text less where it begins. Escapes are not read: what law reports write has none.
 *
 * <p>Reads a constant number of characters. For one thread; prints no content.
 */
final class Window {

    private final int from;
    private final String chars;
    private int at;

    private Window(int from, String chars) {
        this.from = from;
        this.chars = chars;
    }

    /** So many characters from a place on, fewer where the text ends. */
    static Window after(Text text, int place, int length) {
        return between(text, place, Math.min(text.length(), place + length));
    }

    /** So many characters before a place, fewer where the text begins; read from its start. */
    static Window before(Text text, int place, int length) {
        return between(text, Math.max(0, place - length), place);
    }

    private static Window between(Text text, int from, int to) {
        StringBuilder chars = new StringBuilder(Math.max(0, to - from));
        for (int i = from; i < to; i++) {
            chars.append(Chars.fold(text.raw(i)));
        }
        return new Window(from, chars.toString());
    }

    /** Where the reading is, in the text. */
    int place() {
        return from + at;
    }

    /** Goes back or on to a place in the text. */
    void go(int place) {
        at = place - from;
    }

    /** The character that comes, or a line feed at the end. */
    char next() {
        return at < chars.length() ? chars.charAt(at) : '\n';
    }

    /** Reads a character if it comes. */
    boolean sign(char c) {
        if (next() != c) {
            return false;
        }
        at++;
        return true;
    }

    /** Reads blanks, at most two; whether there was one. */
    boolean blanks() {
        boolean one = sign(' ');
        sign(' ');
        return one;
    }

    /** Reads digits, so many that they are a number of their own; else reads none. */
    boolean digits(int least, int most) {
        int end = at;
        while (end < chars.length() && Chars.isDigit(chars.charAt(end))) {
            end++;
        }
        boolean fits = end - at >= least && end - at <= most;
        at = fits ? end : at;
        return fits;
    }

    /** The letters that come, read; empty where none do. */
    String word() {
        int end = at;
        while (end < chars.length() && Chars.isLatin(chars.charAt(end))) {
            end++;
        }
        String word = chars.substring(at, end);
        at = end;
        return word;
    }

    /** Whether nothing follows that makes what was read a part of something longer. */
    boolean free() {
        char c = next();
        boolean joins = c == '-' || c == '/' || c == '.';
        char then = at + 1 < chars.length() ? chars.charAt(at + 1) : ' ';
        return !isWord(c) && !(joins && isWord(then));
    }

    /** All characters. */
    String all() {
        return chars;
    }

    private static boolean isWord(char c) {
        return Chars.isLatin(c) || Chars.isDigit(c) || c == '_';
    }

    @Override
    public String toString() {
        return "window[" + chars.length() + "]";
    }
}
