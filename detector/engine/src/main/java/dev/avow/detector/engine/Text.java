package dev.avow.detector.engine;

import org.jspecify.annotations.Nullable;

/**
 * A text read in <em>units</em>: one logical character each, however it is written.
 *
 * <p>A unit is a plain character, a JSON escape ({@code \\u0040}, {@code \\x40}, {@code \\n},
 * {@code \\"}; the first two also with further backslashes, as JSON within JSON has them), a sign
 * of addresses and numbers that Markdown escapes ({@code \\_}), a percent-encoded character of one
 * to three UTF-8 bytes ({@code %40}, {@code %C2%A0}; the at sign, plus, dot and blank also encoded
 * again, {@code %2540}), or an HTML entity: a number's, or the name of a blank, of what is not
 * seen, or of a sign that stands in values ({@link Entities}). It is an int: the folded character
 * ({@link Chars#fold}) in the low 16 bits, its length in the text above. So a value is recognised
 * in JSON within text or in a URL without decoding the text first, and its place in the text stays
 * exact.
 *
 * <p>Not safe for threads: one scan owns it. It prints no content.
 */
public final class Text {

    /** The character of a unit that nobody sees: zero-width, soft hyphen, direction marks. */
    public static final char IGNORABLE = '\uFFFF';

    /** The character of the unit before the first and after the last; its length is 0. */
    public static final char EDGE = '\uFFFE';

    private static final char UNDECODABLE = '\uFFFD';

    /** The most backslashes that one escape begins with: JSON in JSON in JSON in JSON. */
    private static final int MOST_SLASHES = 8;

    /** The longest of {@code %25252540}. */
    private static final int LONGEST_PERCENT = 9;

    /** The longest entity that is read, with its ampersand and semicolon. */
    private static final int LONGEST_ENTITY = 10;

    /** Signs of addresses and numbers that Markdown and TeX put a backslash before. */
    private static final String ESCAPED_SIGNS = "_@.-+()";

    /** How many stretches are remembered: four bits of a hash. */
    private static final int STRETCHES = 16;

    /** What a character may be the last of besides itself: an entity, an octet, an escape. */
    private static final boolean[] ENDS_CODED = new boolean[128];

    static {
        for (char c = 0; c < ENDS_CODED.length; c++) {
            ENDS_CODED[c] = c == ';' || Chars.hex(c) >= 0;
        }
    }

    private final char[] chars;
    private final int length;
    private final boolean coded;
    private final @Nullable NearbyWords[] stretches = new NearbyWords[STRETCHES];
    private final Unbroken unbroken = new Unbroken(this);
    // Unsigned. A long is an object in the compiled JavaScript, and this is counted per character.
    private int steps;

    /**
     * A text.
     *
     * @param coded whether it may hold an escape, an octet or an entity
     */
    Text(char[] chars, int length, boolean coded) {
        this.chars = chars;
        this.length = length;
        this.coded = coded;
    }

    /** A text for whoever reads one outside of a scan; copied. */
    public static Text over(CharSequence text) {
        String string = text.toString();
        return new Text(string.toCharArray(), string.length(), mayBeCoded(string));
    }

    /**
     * Whether a text may hold an escape, an octet or an entity; searched at the JVM's best speed.
     */
    static boolean mayBeCoded(String text) {
        return text.indexOf('%') >= 0 || text.indexOf('\\') >= 0 || text.indexOf('&') >= 0;
    }

    /** Whether this text may hold an escape, an octet or an entity. */
    boolean mayBeCoded() {
        return coded;
    }

    /** The folded character of a unit. */
    public static char of(int unit) {
        return (char) unit;
    }

    /** The length of a unit in UTF-16 code units; 0 at the edges. */
    public static int size(int unit) {
        return unit >>> 16;
    }

    /** How many characters are scanned. */
    public int length() {
        return length;
    }

    /** What readers of this text have gone through without stopping. */
    public Unbroken unbroken() {
        return unbroken;
    }

    /** The character as it stands at a place within the text. */
    public char raw(int place) {
        steps++;
        return chars[place];
    }

    /** The unit that begins at a place; the edge where the text has ended. */
    public int at(int place) {
        steps++;
        if (place >= length) {
            return EDGE;
        }
        char c = chars[place];
        if (!coded) {
            return unit(1, Chars.fold(c));
        }
        return switch (c) {
            case '%' -> percent(place);
            case '\\' -> escape(place);
            case '&' -> entity(place);
            default -> unit(1, Chars.fold(c));
        };
    }

    /** The unit that begins at a place or after the ignorable ones there. */
    public int skipIgnorable(int place) {
        int p = place;
        int unit = at(p);
        while (of(unit) == IGNORABLE) {
            p += size(unit);
            unit = at(p);
        }
        return p;
    }

    /** The unit that ends at a place; the edge where the text begins. */
    public int before(int place) {
        steps++;
        if (place <= 0) {
            return EDGE;
        }
        char c = chars[place - 1];
        if (!coded || ((c >= 128 || !ENDS_CODED[c]) && (place < 2 || chars[place - 2] != '\\'))) {
            return unit(1, Chars.fold(c));
        }
        int escaped = hexEscapeBefore(place);
        if (escaped != 0) {
            return escaped;
        }
        int percents = percentsBefore(place);
        if (percents != 0) {
            return percents;
        }
        if (c == ';') {
            int entity = entityBefore(place);
            if (entity != 0) {
                return entity;
            }
        }
        if (place >= 3 && chars[place - 3] == '%' && octet(place - 3) >= 0) {
            return percentBefore(place);
        }
        if (place >= 2 && chars[place - 2] == '\\' && size(escape(place - 2)) == 2) {
            return escape(isEscapedSign(c) ? firstSlash(place - 2, 0) : place - 2);
        }
        return unit(1, Chars.fold(c));
    }

    /** The character before a place that is seen, or the edge. */
    public char seenBefore(int place) {
        int p = place;
        int unit = before(p);
        while (of(unit) == IGNORABLE) {
            p -= size(unit);
            unit = before(p);
        }
        return of(unit);
    }

    /** The words from one place to another; valid until others are asked for. */
    NearbyWords words(int from, int to) {
        int slot = (from * 0x9E3779B1 + to * 0x85EBCA77) >>> 28;
        NearbyWords words = stretches[slot];
        if (words == null) {
            words = new NearbyWords();
            stretches[slot] = words;
        }
        if (!words.is(from, to)) {
            words.read(this, from, to);
        }
        return words;
    }

    /**
     * The words from one place to another in lower case without accents, one blank before and after
     * each, but for a word that the stretch cuts. Read once where many ask.
     *
     * @return empty where fewer than two words stand there, so that no phrase can
     */
    public String spacedWords(int from, int to) {
        NearbyWords words = words(from, to);
        return words.count(true) < 2 ? "" : words.spaced(this);
    }

    /** Where the unit begins that a char belongs to, but never before {@code from}. */
    int unitStart(int place, int from) {
        if (!coded) {
            return place;
        }
        if (chars[place] == '@' && place > from && chars[place - 1] == '\\') {
            return firstSlash(place - 1, from);
        }
        for (int back = 1; back <= 2 && place - back >= from; back++) {
            if (chars[place - back] == '%' && octet(place - back) >= 0) {
                return place - back;
            }
        }
        for (int back = 2; back <= 5 && place - back >= from; back++) {
            int start = place - back;
            if (chars[start] == '\\' && size(escape(start)) > Math.max(2, back)) {
                return firstSlash(start, from);
            }
        }
        return place;
    }

    /** How many characters were read so far, apart from the pass itself. */
    long steps() {
        return Integer.toUnsignedLong(steps);
    }

    private int escape(int place) {
        if (place + 1 >= length) {
            return unit(1, '\\');
        }
        return switch (chars[place + 1]) {
            case 'n', 'r', 't', 'b', 'f' -> unit(2, '\n');
            case '"' -> unit(2, '"');
            case '/' -> unit(2, '/');
            case 'u', 'x', '\\' -> hexEscape(place);
            default -> isEscapedSign(chars[place + 1]) ? unit(2, chars[place + 1]) : unit(1, '\\');
        };
    }

    private static boolean isEscapedSign(char c) {
        return ESCAPED_SIGNS.indexOf(c) >= 0;
    }

    /** {@code \\u0040} or {@code \\x40} after one backslash or some. */
    private int hexEscape(int place) {
        int p = place;
        while (p < length && p < place + MOST_SLASHES && chars[p] == '\\') {
            p++;
        }
        if (p < length && isEscapedSign(chars[p])) {
            return unit(p + 1 - place, chars[p]);
        }
        int digits = p >= length ? 0 : chars[p] == 'u' ? 4 : chars[p] == 'x' ? 2 : 0;
        int end = p + 1 + digits;
        if (digits == 0 || end > length) {
            return unit(1, '\\');
        }
        int value = 0;
        for (int i = p + 1; i < end; i++) {
            int digit = Chars.hex(chars[i]);
            if (digit < 0) {
                return unit(1, '\\');
            }
            value = value << 4 | digit;
        }
        return unit(end - place, Chars.fold((char) value));
    }

    /** The escape that ends at a place, or 0. */
    private int hexEscapeBefore(int place) {
        for (int size = 4; size <= 6; size += 2) {
            int start = place - size;
            char kind = size == 4 ? 'x' : 'u';
            if (start >= 0
                    && chars[start] == '\\'
                    && chars[start + 1] == kind
                    && size(escape(start)) == size) {
                return escape(firstSlash(start, 0));
            }
        }
        return 0;
    }

    private int firstSlash(int slash, int from) {
        int first = slash;
        while (first > from && first > slash - MOST_SLASHES + 1 && chars[first - 1] == '\\') {
            first--;
        }
        return first;
    }

    /** An entity (HTML, section 13.5). */
    private int entity(int place) {
        if (place + 1 >= length) {
            return unit(1, '&');
        }
        if (chars[place + 1] != '#') {
            return named(place);
        }
        int p = place + 2;
        boolean hex = p < length && (chars[p] | 0x20) == 'x';
        int first = hex ? ++p : p;
        int value = 0;
        while (p < length && p < place + LONGEST_ENTITY - 1) {
            int digit = Chars.hex(chars[p]);
            if (digit < 0 || (!hex && digit > 9)) {
                break;
            }
            value = value * (hex ? 16 : 10) + digit;
            p++;
        }
        boolean whole = p > first && p < length && chars[p] == ';' && value < 0x10000;
        return whole ? unit(p + 1 - place, Chars.fold((char) value)) : unit(1, '&');
    }

    private int named(int place) {
        int p = place + 1;
        while (p < length && p < place + LONGEST_ENTITY - 1 && Chars.isAsciiLetter(chars[p])) {
            p++;
        }
        char meant =
                p < length && chars[p] == ';'
                        ? Entities.named(new String(chars, place + 1, p - place - 1))
                        : '&';
        return meant == '&' ? unit(1, '&') : unit(p + 1 - place, meant);
    }

    /** The entity that ends at a place, or 0. */
    private int entityBefore(int place) {
        for (int size = 4; size <= LONGEST_ENTITY && size <= place; size++) {
            if (chars[place - size] == '&') {
                int unit = entity(place - size);
                return size(unit) == size ? unit : 0;
            }
        }
        return 0;
    }

    /** The value of {@code %XX} at a place, or -1. */
    private int octet(int place) {
        if (place + 3 > length || chars[place] != '%') {
            return -1;
        }
        int high = Chars.hex(chars[place + 1]);
        int low = Chars.hex(chars[place + 2]);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private int percent(int place) {
        int lead = octet(place);
        if (lead < 0) {
            return unit(1, '%');
        }
        if (lead == '%') {
            return percentAgain(place);
        }
        if (lead < 0x80) {
            return unit(3, Chars.fold((char) lead));
        }
        int more = lead >= 0xE0 && lead < 0xF0 ? 2 : lead >= 0xC2 && lead < 0xE0 ? 1 : 0;
        int value = more == 2 ? lead & 0x0F : lead & 0x1F;
        for (int i = 1; i <= more; i++) {
            int next = octet(place + 3 * i);
            if (next < 0x80 || next >= 0xC0) {
                return unit(3, UNDECODABLE);
            }
            value = value << 6 | (next & 0x3F);
        }
        return more == 0 ? unit(3, UNDECODABLE) : unit(3 * (more + 1), Chars.fold((char) value));
    }

    /** What signs of an address become where a URL stands within a URL. */
    private int percentAgain(int place) {
        int p = place + 3;
        while (p + 2 < length
                && p + 2 < place + LONGEST_PERCENT
                && chars[p] == '2'
                && chars[p + 1] == '5') {
            p += 2;
        }
        if (p + 2 > length || p + 2 > place + LONGEST_PERCENT) {
            return unit(3, '%');
        }
        char sign =
                switch (Chars.hex(chars[p]) << 4 | Chars.hex(chars[p + 1])) {
                    case '@' -> '@';
                    case '+' -> '+';
                    case '.' -> '.';
                    case ' ' -> ' ';
                    default -> '%';
                };
        return sign == '%' ? unit(3, '%') : unit(p + 2 - place, sign);
    }

    /** The sign encoded more than once that ends at a place, or 0. */
    private int percentsBefore(int place) {
        for (int size = LONGEST_PERCENT; size > 3; size -= 2) {
            int start = place - size;
            if (start >= 0 && octet(start) == '%' && size(percent(start)) == size) {
                return percent(start);
            }
        }
        return 0;
    }

    private int percentBefore(int place) {
        for (int octets = 3; octets > 1; octets--) {
            int start = place - 3 * octets;
            if (start >= 0 && octet(start) >= 0xC2 && size(percent(start)) == 3 * octets) {
                return percent(start);
            }
        }
        return percent(place - 3);
    }

    private static int unit(int size, char folded) {
        return size << 16 | folded;
    }

    @Override
    public String toString() {
        return "text[" + length + "]";
    }
}
