package dev.avow.engines.presidio;

import java.util.ArrayList;
import java.util.List;

/**
 * A long text in pieces that overlap, so that one call does not take the time of all and no name is
 * cut without being whole in the next piece.
 */
final class Pieces {

    /** What a language model takes at once in a fraction of a second. In UTF-16 code units. */
    static final int LONGEST = 8_192;

    /** Longer than names are. */
    static final int OVERLAP = 256;

    /**
     * A part of a text.
     *
     * @param start in the whole, in UTF-16 code units
     */
    record Piece(int start, String text) {
        @Override
        public String toString() {
            return "Piece of " + text.length() + " chars";
        }
    }

    private Pieces() {}

    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from > LONGEST) {
            int to = gapBefore(text, from + LONGEST);
            pieces.add(new Piece(from, text.substring(from, to)));
            from = gapBefore(text, to - OVERLAP);
        }
        pieces.add(new Piece(from, text.substring(from)));
        return pieces;
    }

    /** White space at or a little before a place; else the place, but never within a pair. */
    private static int gapBefore(String text, int at) {
        for (int gap = at; gap > at - OVERLAP; gap--) {
            if (Character.isWhitespace(text.charAt(gap))) {
                return gap;
            }
        }
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
