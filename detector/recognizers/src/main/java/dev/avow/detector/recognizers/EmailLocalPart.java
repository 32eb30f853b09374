package dev.avow.detector.recognizers;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;

/**
 * The local part of an e-mail address, read backwards from the at sign.
 *
 * <p>RFC 5322 allows much that in running text more often parts the address from what precedes it:
 * {@code ?email=alice@…}, {@code **alice@…**}, {@code 'alice@…'}. So the longest dot-atom is read
 * and then cut after the last such sign; where nothing would remain, the whole atom counts. Letters
 * of a script without blanks end a local part in Latin letters, so that Chinese text may stand
 * right before an address.
 */
final class EmailLocalPart {

    private static final String ATOM = "!#$%&'*+-/=?^_`{|}~.";
    private static final String CUTS = "?&/|`{}^=#$!";
    private static final String LEADING = "*~'-.%+";
    private static final int LONGEST_QUOTED = 66;
    private static final int LONGEST = 320;

    private EmailLocalPart() {}

    /**
     * Where the local part that ends at a place begins.
     *
     * @param at where the at sign begins
     * @param end where the whole address ends
     * @return -1 where there is no local part
     */
    static int start(Text text, int at, int end) {
        char last = text.seenBefore(at);
        if (last == '"') {
            return quoted(text, at);
        }
        if (last == '.') {
            return -1;
        }
        int atom = atom(text, at);
        if (atom == at) {
            return -1;
        }
        int start = cut(text, atom, at);
        if (Text.of(text.at(start)) == '_' && Text.of(text.at(end)) == '_') {
            start = trimmed(text, start + 1, at);
        }
        if (start == at && last == '`') {
            return -1; // code in Markdown: `@scope/package`
        }
        return start < at ? start : atom;
    }

    private static int atom(Text text, int at) {
        int p = at;
        int start = at;
        boolean latin = false;
        boolean dot = false;
        int count = 0;
        while (true) {
            int unit = text.before(p);
            char c = Text.of(unit);
            if (c == Text.IGNORABLE) {
                p -= Text.size(unit);
                continue;
            }
            boolean other = Chars.isOtherLetter(c);
            boolean plain = Chars.isLatin(c) || Chars.isDigit(c);
            if (c == '.' && dot) {
                // Two dots in a row: an ellipsis before the address
                return start;
            }
            if ((other && latin) || (!other && !plain && ATOM.indexOf(c) < 0)) {
                return start;
            }
            latin |= plain;
            dot = c == '.';
            if (++count > LONGEST) {
                return at;
            }
            p -= Text.size(unit);
            start = dot ? start : p;
        }
    }

    /** After the last sign that parts an address from what precedes it, and leading signs. */
    private static int cut(Text text, int atom, int at) {
        int start = atom;
        boolean tagged = false;
        boolean query = false;
        int p = atom;
        while (p < at) {
            int unit = text.at(p);
            char c = Text.of(unit);
            int next = p + Math.max(1, Text.size(unit));
            tagged |= c == '+';
            query |= c == '?' || c == '&';
            // bounce+alice=mail.example@… is one local part (VERP); email=alice@… is not
            boolean verp = c == '=' && tagged && !query;
            if (CUTS.indexOf(c) >= 0 && !verp && next < at) {
                start = next;
            }
            p = next;
        }
        return trimmed(text, start, at);
    }

    private static int trimmed(Text text, int from, int at) {
        int p = from;
        while (p < at) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (c != Text.IGNORABLE && LEADING.indexOf(c) < 0) {
                return p;
            }
            p += Text.size(unit);
        }
        return at;
    }

    /** {@code "john doe"@example.com}: back to the opening quote, which is near. */
    private static int quoted(Text text, int at) {
        int p = at - Text.size(text.before(at));
        int close = p;
        for (int i = 0; i < LONGEST_QUOTED; i++) {
            int unit = text.before(p);
            char c = Text.of(unit);
            if (c == Text.EDGE || c == '\n') {
                return -1;
            }
            p -= Text.size(unit);
            if (c == '"') {
                return p + 1 < close ? p : -1;
            }
        }
        return -1;
    }
}
