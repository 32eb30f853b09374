package dev.avow.detector.secrets;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import org.jspecify.annotations.Nullable;

/** Reads values. Each reading is bounded: at most {@link #LONGEST} characters and some blanks. */
final class Values {

    /** The longest value that is read; a longer one is a document. */
    static final int LONGEST = 512;

    /** From here on a value is reported even if dots follow it. */
    private static final int LONG = 32;

    private static final int MOST_BLANKS = 16;
    private static final String QUOTES = "\"'`\u201c\u201e\u00ab\u2018";
    private static final String CLOSING = "\"'`\u201d\u201c\u201d\u00bb\u2019";
    private static final String AFTER_SENTENCE = ".,;:?)]}>\"'`\u201d\u00bb\u3002\uff0c";

    private Values() {}

    /** The place after some characters if they stand there, or -1. */
    static int follow(Text text, int start, String chars) {
        int p = start;
        for (int i = 0; i < chars.length(); i++) {
            int unit = text.at(p);
            if (Text.of(unit) != chars.charAt(i)) {
                return -1;
            }
            p += Text.size(unit);
        }
        return p;
    }

    /** The place before some characters if they stand right before, or the place itself. */
    static int precede(Text text, int start, String chars) {
        int p = start;
        for (int i = chars.length() - 1; i >= 0; i--) {
            int unit = text.before(p);
            if (Text.of(unit) != chars.charAt(i)) {
                return start;
            }
            p -= Text.size(unit);
        }
        return p;
    }

    /** The place after some blanks, at most 16. */
    static int skipBlanks(Text text, int start) {
        int p = start;
        for (int i = 0; i < MOST_BLANKS && isBlank(Text.of(text.at(p))); i++) {
            p += Text.size(text.at(p));
        }
        return p;
    }

    /** The same, and after one double quote. */
    static int skipBlanksAndQuote(Text text, int start) {
        int p = skipBlanks(text, start);
        int unit = text.at(p);
        return Text.of(unit) == '"' ? p + Text.size(unit) : p;
    }

    /** A blank within a line; zero-width characters count too. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == Text.IGNORABLE;
    }

    static boolean endsLine(char c) {
        return c == '\n' || c == '\r' || c == Text.EDGE;
    }

    /**
     * Reads the value that begins at a place or after blanks there.
     *
     * @param ends what ends a value without quotes, blanks and line ends aside
     * @return null where there is none, or one that is too long
     */
    static @Nullable Value read(Text text, int start, String ends) {
        return read(text, start, ends, LONGEST);
    }

    /**
     * The same with a bound of its own for values without quotes.
     *
     * @param longest the most characters of one; at most {@link #LONGEST}
     */
    static @Nullable Value read(Text text, int start, String ends, int longest) {
        int p = skipBlanks(text, start);
        int unit = text.at(p);
        char c = Text.of(unit);
        if ((c | 0x20) == 'b' || c == 'r' || c == 'f' || c == 'u' || c == '@' || c == 'L') {
            // A string's mark: b"…" in Python, @"…" in C#.
            int next = text.at(p + Text.size(unit));
            if (Text.of(next) == '"' || Text.of(next) == '\'') {
                p += Text.size(unit);
                unit = next;
                c = Text.of(next);
            }
        }
        int quote = QUOTES.indexOf(c);
        if (quote >= 0) {
            int size = Text.size(unit);
            Value value = quoted(text, p + size, c, CLOSING.charAt(quote), size);
            if (value != null) {
                return value;
            }
            p += size;
        }
        return plain(text, p, ends, longest);
    }

    private static @Nullable Value quoted(Text text, int start, char open, char close, int size) {
        StringBuilder chars = new StringBuilder();
        int p = start;
        while (chars.length() < LONGEST) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (endsLine(c)) {
                return null;
            }
            // A quote that is escaped more than the opening one is part of the value.
            if ((c == close || c == open) && Text.size(unit) <= size) {
                return chars.isEmpty() ? null : new Value(chars.toString(), start, p, true, true);
            }
            if (c != Text.IGNORABLE) {
                chars.append(c);
            }
            p += Math.max(1, Text.size(unit));
        }
        return null;
    }

    private static @Nullable Value plain(Text text, int start, String ends, int longest) {
        if (text.unbroken()
                .goesOn(ends, start, longest + 1, (place, c) -> isEnd(text, place, c, ends))) {
            return null;
        }
        StringBuilder chars = new StringBuilder();
        int known = text.unbroken().end(ends, start);
        int p = start;
        int end = start;
        char c = Text.EDGE;
        while (chars.length() <= longest) {
            int unit = text.at(p);
            c = Text.of(unit);
            if (p >= known && isEnd(text, p, c, ends)) {
                break;
            }
            p += Math.max(1, Text.size(unit));
            if (c != Text.IGNORABLE) {
                chars.append(c);
                end = p;
            }
        }
        if (chars.length() > longest) {
            if (p - start == chars.length()) {
                text.unbroken().add(ends, start, p);
            }
            return null;
        }
        if (p - start == chars.length() && p > known) {
            text.unbroken().addEnded(ends, start, p);
        }
        boolean endsLine = endsLine(Text.of(text.at(skipBlanks(text, p)))) || isClosing(c);
        int length = chars.length();
        while (length > 0 && isTail(chars, length)) {
            int before = text.before(end);
            end -= Text.size(before);
            endsLine &= Text.of(before) != ')' && Text.of(before) != ']';
            length--;
        }
        return length == 0
                ? null
                : new Value(chars.substring(0, length), start, end, false, endsLine);
    }

    private static boolean isEnd(Text text, int place, char c, String ends) {
        return c == ' '
                || c == '\t'
                || endsLine(c)
                || ends.indexOf(c) >= 0
                || isEntity(text, place, c);
    }

    /**
     * Whether dots or an ellipsis stand where a value ends: only its beginning is shown. A long one
     * would do harm even so, and may be whole, with dots of the sentence after it.
     *
     * @param length of the value
     */
    static boolean isCutShort(Text text, int end, int length) {
        return length < LONG && isFollowedByDots(text, end);
    }

    /** Whether dots or an ellipsis follow. */
    static boolean isFollowedByDots(Text text, int end) {
        return Text.of(text.at(end)) == '\u2026' || follow(text, end, "...") > 0;
    }

    /** A quote or an angle bracket as HTML names it. */
    private static boolean isEntity(Text text, int place, char c) {
        return c == '&'
                && (follow(text, place, "&quot;") > 0
                        || follow(text, place, "&lt;") > 0
                        || follow(text, place, "&gt;") > 0);
    }

    private static boolean isClosing(char c) {
        return c == ';' || c == '"' || c == '\'' || c == '}' || c == '<' || c == '&';
    }

    /** Whether a sign ends the sentence and not the value: a bracket that was opened is part. */
    private static boolean isTail(StringBuilder chars, int length) {
        char c = chars.charAt(length - 1);
        if (AFTER_SENTENCE.indexOf(c) < 0) {
            return false;
        }
        char open = c == ')' ? '(' : c == ']' ? '[' : c == '}' ? '{' : c == '>' ? '<' : 0;
        return open == 0 || chars.indexOf(String.valueOf(open)) < 0;
    }

    /** Whether a folded character may be part of a name in a program or a document. */
    static boolean isName(char c) {
        return Chars.isLatin(c) || Chars.isDigit(c) || c == '_' || c == '-' || c == '.';
    }
}
