package dev.avow.detector.engine;

import java.util.Arrays;

/**
 * Base64 (RFC 4648, both alphabets) that stands in a text, read a window at a time: what it says as
 * text, and where each of its groups of four letters stands.
 *
 * <p>It may be broken into lines of one length, as mail and tools do, hold escaped slashes and
 * percent-encoded signs, and lack its padding. What it says counts only where it is text: UTF-8
 * without control characters. By chance one in a hundred thousand words of the shortest length is.
 *
 * <p>For one thread, used again and again within one scan; prints no content.
 */
final class Base64Window {

    /** The fewest letters that count; they say twelve bytes. */
    static final int SHORTEST = 16;

    /** The most groups of a window, and how many of them the next one reads again. */
    private static final int MOST = 1 << 14;

    private static final int OVERLAP = 1 << 8;
    private static final int SHORTEST_LINE = 40;
    private static final int LETTERS = 4;
    private static final int BYTES = 3;
    private static final int MOST_PADDING = 2;

    private final Text text;
    private int[] places = new int[64];
    private byte[] bytes = new byte[64 * BYTES];
    private int groups;
    private int earlier;
    private int size;
    private int line;
    private int width;
    private boolean more;
    private char[] said = new char[0];
    private int[] from = new int[1];
    private int length;

    Base64Window(Text text) {
        this.text = text;
    }

    /** The value of a letter, or -1. */
    static int value(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
    }

    /** Whether the letters from a place on begin to say text. */
    boolean begins(int start) {
        return first(start, SHORTEST / LETTERS);
    }

    /** Reads the first window, or as much of it as is text; false where that is too short. */
    boolean first(int start) {
        return first(start, MOST);
    }

    private boolean first(int start, int most) {
        earlier = 0;
        line = 0;
        width = 0;
        return read(start, most) && size >= SHORTEST / LETTERS * BYTES;
    }

    /** Reads the window after this one; false where there is none, or none of text. */
    boolean next() {
        if (!more) {
            return false;
        }
        int start = places[groups - OVERLAP];
        earlier += groups - OVERLAP;
        int letters = earlier * LETTERS;
        int rest = width == 0 ? letters : letters % width;
        line = rest == 0 ? width : rest;
        return read(start, MOST);
    }

    private boolean read(int start, int most) {
        groups = 0;
        size = 0;
        more = true;
        int p = start;
        while (more && groups < most) {
            makeRoom();
            places[groups] = p;
            int value = 0;
            int count = 0;
            while (count < LETTERS) {
                int unit = text.at(p);
                int letter = value(Text.of(unit));
                if (letter >= 0) {
                    value = value << 6 | letter;
                    count++;
                    line++;
                } else if (!nextLine(unit, p)) {
                    break;
                }
                p += Text.size(unit);
            }
            more = count == LETTERS;
            append(value, count);
            p = count > 1 && !more ? afterPadding(p) : p;
        }
        places[groups] = p;
        int read = decode(more);
        return read == size || keepLines(read / BYTES);
    }

    /** Keeps the lines that are text; what follows base64 without padding may look like a line. */
    private boolean keepLines(int read) {
        int each = width / LETTERS;
        groups = each == 0 ? 0 : (earlier + read) / each * each - earlier;
        if (groups <= 0) {
            return false;
        }
        more = false;
        size = groups * BYTES;
        return decode(false) == size;
    }

    /** Whether the base64 goes on behind the end of a line. */
    private boolean nextLine(int unit, int place) {
        char c = Text.of(unit);
        if (c == '\r' && line > 0) {
            return Text.of(text.at(place + Text.size(unit))) == '\n';
        }
        boolean whole = width == 0 ? line >= SHORTEST_LINE && line % LETTERS == 0 : line == width;
        if (c != '\n' || !whole || value(Text.of(text.at(place + Text.size(unit)))) < 0) {
            return false;
        }
        width = line;
        line = 0;
        return true;
    }

    private int afterPadding(int place) {
        int p = place;
        for (int i = 0; i < MOST_PADDING && Text.of(text.at(p)) == '='; i++) {
            p += Text.size(text.at(p));
        }
        return p;
    }

    private void makeRoom() {
        if (groups + 2 > places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
            bytes = Arrays.copyOf(bytes, BYTES * places.length);
        }
    }

    private void append(int value, int count) {
        if (count < 2) {
            return;
        }
        int whole = value << (6 * (LETTERS - count));
        for (int i = 0; i < count - 1; i++) {
            bytes[size++] = (byte) (whole >> (8 * (2 - i)));
        }
        groups++;
    }

    /** Reads the bytes as UTF-8; returns how many of them are text. */
    private int decode(boolean cutAfter) {
        if (said.length < size) {
            said = new char[size];
            from = new int[size + 1];
        }
        length = 0;
        int at = 0;
        while (earlier > 0 && at < size && at < BYTES && (bytes[at] & 0xC0) == 0x80) {
            at++;
        }
        while (at < size) {
            int following = following(bytes[at] & 0xFF);
            if (cutAfter && at + following >= size) {
                break;
            }
            int value = following < 0 || at + following >= size ? -1 : value(at, following);
            if (value < 0) {
                from[length] = at;
                return at;
            }
            if (value >= 0x10000) {
                add(Character.highSurrogate(value), at);
                add(Character.lowSurrogate(value), at);
            } else {
                add((char) value, at);
            }
            at += 1 + following;
        }
        from[length] = at;
        return size;
    }

    /** How many bytes follow a first one, or -1 where it is none. */
    private static int following(int lead) {
        if (lead < 0x80) {
            return 0;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            return -1;
        }
        return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    }

    /** The character that a byte and so many further ones make up; -1 where it is none of text. */
    private int value(int at, int following) {
        int value = following == 0 ? bytes[at] : bytes[at] & (0x3F >> following);
        for (int i = 1; i <= following; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return -1;
            }
            value = value << 6 | (bytes[at + i] & 0x3F);
        }
        boolean control = value < ' ' && value != '\n' && value != '\r' && value != '\t';
        boolean tooLong = (following == 2 && value < 0x800) || (following == 3 && value < 0x10000);
        boolean none = value > 0x10FFFF || (value >= 0xD800 && value < 0xE000);
        return control || value == 0x7F || tooLong || none ? -1 : value;
    }

    private void add(char c, int at) {
        from[length] = at;
        said[length++] = c;
    }

    /** What the window says. */
    String said() {
        return new String(said, 0, length);
    }

    /** Where in the text the letters begin that say a character, its group whole. */
    int start(int character) {
        int p = places[from[character] / BYTES];
        while (value(Text.of(text.at(p))) < 0) {
            p += Text.size(text.at(p)); // the end of the line before
        }
        return p;
    }

    /** Where in the text the letters end that say the character before, its group whole. */
    int end(int character) {
        return places[(from[character] - 1) / BYTES + 1];
    }

    /** Where what was read ends. */
    int end() {
        return places[groups];
    }

    @Override
    public String toString() {
        return "base64[" + groups + "]";
    }
}
