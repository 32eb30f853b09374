package dev.avow.restore;

import dev.avow.json.JsonSplice;
import java.util.BitSet;

/**
 * A piece of text as a reader sees it. In JSON escapes are undone, so that they cannot hide a
 * value, and it is known which characters stand in no string: those that carry the structure. An
 * escape that is cut at the piece's end is not part of it.
 */
final class ReadText {

    private final String text;
    private final int[] places;
    private final BitSet structure;
    private final boolean json;

    private ReadText(String text, int[] places, BitSet structure, boolean json) {
        this.text = text;
        this.places = places;
        this.structure = structure;
        this.json = json;
    }

    /** A piece of a text that is none of JSON. */
    static ReadText plain(String raw) {
        return new ReadText(raw, new int[0], new BitSet(), false);
    }

    /** A piece of JSON. */
    static ReadText json(String raw, boolean beginsInString) {
        StringBuilder text = new StringBuilder(raw.length());
        int[] places = new int[raw.length() + 1];
        BitSet structure = new BitSet();
        boolean inString = beginsInString;
        int at = 0;
        while (at < raw.length()) {
            int length = escape(raw, at);
            if (length > raw.length() - at) {
                break;
            }
            char c = length == 1 ? raw.charAt(at) : undone(raw, at, length);
            if (length == 1 && c == '"') {
                inString = !inString;
                structure.set(text.length());
            } else if (!inString) {
                structure.set(text.length());
            }
            places[text.length()] = at;
            text.append(c);
            at += length;
        }
        places[text.length()] = at;
        return new ReadText(text.toString(), places, structure, true);
    }

    private static int escape(String raw, int at) {
        if (raw.charAt(at) != '\\') {
            return 1;
        }
        return at + 1 < raw.length() && raw.charAt(at + 1) == 'u' ? 6 : 2;
    }

    private static char undone(String raw, int at, int length) {
        if (length == 6) {
            try {
                return (char) Integer.parseInt(raw, at + 2, at + 6, 16);
            } catch (NumberFormatException noEscape) {
                return ' ';
            }
        }
        char c = raw.charAt(at + 1);
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b', 'f' -> ' ';
            default -> c;
        };
    }

    String text() {
        return text;
    }

    /** Where a character of the text stands in what was read. */
    int place(int at) {
        return json ? places[at] : at;
    }

    /** Whether what was read is inside a string there. */
    boolean isInString(int at, boolean began) {
        boolean inString = began;
        for (int i = structure.nextSetBit(0);
                json && i >= 0 && i < at;
                i = structure.nextSetBit(i + 1)) {
            inString = text.charAt(i) == '"' && !inString;
        }
        return inString;
    }

    /** Writes a stand-in for what is between two places, so that JSON stays JSON. */
    void replace(int from, int to, String standIn, StringBuilder into) {
        if (!json) {
            into.append(standIn);
            return;
        }
        int quote = text.indexOf('"', from);
        boolean bare = structure.nextClearBit(from) >= to && (quote < 0 || quote >= to);
        if (bare) {
            into.append('"');
            JsonSplice.escape(standIn, into);
            into.append('"');
            return;
        }
        boolean written = false;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (structure.get(at)) {
                into.append(Character.isDigit(c) ? '1' : c);
            } else if (!written) {
                written = true;
                JsonSplice.escape(standIn, into);
            }
        }
    }
}
