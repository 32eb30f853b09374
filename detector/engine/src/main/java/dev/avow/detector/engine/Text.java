package dev.avow.detector.engine;

/**
 * A text read in <em>units</em>: one logical character each, however it is written.
 *
 * <p>A unit is a plain character, a JSON escape ({@code \\u0040}, {@code \\n}, {@code \\"}), or a
 * percent-encoded character of one to three UTF-8 bytes ({@code %40}, {@code %C2%A0}). It is an
 * int: the folded character ({@link Chars#fold}) in the low 16 bits, its length in the text above.
 * So a value is recognised in JSON within text or in a URL without decoding the text first, and its
 * place in the text stays exact.
 *
 * <p>Not safe for threads: one scan owns it. It prints no content.
 */
public final class Text {

    /** The character of a unit that nobody sees: zero-width, soft hyphen, direction marks. */
    public static final char IGNORABLE = '\uFFFF';

    /** The character of the unit before the first and after the last; its length is 0. */
    public static final char EDGE = '\uFFFE';

    private static final char UNDECODABLE = '\uFFFD';

    private final char[] chars;
    private final int length;
    private long steps;

    Text(char[] chars, int length) {
        this.chars = chars;
        this.length = length;
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
        return switch (c) {
            case '%' -> percent(place);
            case '\\' -> escape(place);
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
        if (place >= 6 && chars[place - 6] == '\\' && chars[place - 5] == 'u') {
            int unit = escape(place - 6);
            if (size(unit) == 6) {
                return unit;
            }
        }
        if (place >= 3 && chars[place - 3] == '%' && octet(place - 3) >= 0) {
            return percentBefore(place);
        }
        if (place >= 2 && chars[place - 2] == '\\' && size(escape(place - 2)) == 2) {
            return escape(place - 2);
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

    /** Where the unit begins that a char belongs to, but never before {@code from}. */
    int unitStart(int place, int from) {
        for (int back = 1; back <= 2 && place - back >= from; back++) {
            if (chars[place - back] == '%' && octet(place - back) >= 0) {
                return place - back;
            }
        }
        for (int back = 2; back <= 5 && place - back >= from; back++) {
            if (chars[place - back] == '\\' && size(escape(place - back)) == 6) {
                return place - back;
            }
        }
        return place;
    }

    /** How many characters were read so far, apart from the pass itself. */
    long steps() {
        return steps;
    }

    private int escape(int place) {
        if (place + 1 >= length) {
            return unit(1, '\\');
        }
        return switch (chars[place + 1]) {
            case 'n', 'r', 't', 'b', 'f' -> unit(2, '\n');
            case '"' -> unit(2, '"');
            case '/' -> unit(2, '/');
            case 'u' -> unicodeEscape(place);
            default -> unit(1, '\\');
        };
    }

    private int unicodeEscape(int place) {
        if (place + 6 > length) {
            return unit(1, '\\');
        }
        int value = 0;
        for (int i = place + 2; i < place + 6; i++) {
            int digit = Chars.hex(chars[i]);
            if (digit < 0) {
                return unit(1, '\\');
            }
            value = value << 4 | digit;
        }
        return unit(6, Chars.fold((char) value));
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
        if (lead < 0x80) {
            return unit(3, (char) lead);
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
