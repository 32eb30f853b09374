package dev.avow.restore;

/**
 * Where at the end of a text a value could be under way. Values are words: the last one may go on,
 * and one with a digit, a capital or few letters may go on over white space, as cards, telephone
 * numbers and names do. Letters of scripts without white space count as white space. A key in
 * armour (RFC 7468) is under way until its last line.
 *
 * <p>Time is linear in the length of what could be under way, and in the text for armour.
 */
final class OpenEnd {

    private static final String ARMOUR = "-----BEGIN ";
    private static final String ARMOUR_END = "-----END ";
    private static final int FEW = 3;

    private OpenEnd() {}

    /** The place from which nothing is certain yet. */
    static int of(String text) {
        int armour = armour(text);
        int at = armour >= 0 ? armour : text.length();
        int open = at;
        while (at > 0) {
            int end = spacesBefore(text, at);
            int start = wordBefore(text, end);
            boolean unfinished = at == text.length() && end == at;
            if (start == end || (!unfinished && !mayGoOn(text, start, end))) {
                return open;
            }
            open = start;
            at = start;
        }
        return open;
    }

    /** The place from which what stands there looks like part of a value already. */
    static int ofLikely(String text) {
        int armour = armour(text);
        int at = armour >= 0 ? armour : text.length();
        int open = at;
        while (at > 0) {
            int end = spacesBefore(text, at);
            int start = wordBefore(text, end);
            if (start == end || lettersOnly(text, start, end)) {
                return open;
            }
            open = start;
            at = start;
        }
        return open;
    }

    /** Where armour begins that has not ended; -1 for none. */
    static int armour(String text) {
        int begin = text.lastIndexOf(ARMOUR);
        if (begin < 0) {
            return -1;
        }
        int end = text.indexOf(ARMOUR_END, begin);
        boolean ended = end >= 0 && text.indexOf("-----", end + ARMOUR_END.length()) >= 0;
        return ended ? -1 : begin;
    }

    private static int spacesBefore(String text, int at) {
        int end = at;
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int wordBefore(String text, int end) {
        int start = end;
        while (start > 0 && !isSpace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.OTHER_LETTER;
    }

    private static boolean mayGoOn(String text, int start, int end) {
        int letters = 0;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (Character.isDigit(c)) {
                return true;
            }
            letters += Character.isLetter(c) ? 1 : 0;
        }
        if (letters <= FEW) {
            return true;
        }
        return Character.isUpperCase(text.charAt(start))
                && ".!?;:".indexOf(text.charAt(end - 1)) < 0;
    }

    private static boolean lettersOnly(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (!Character.isLetter(c) && ",.!?;:'()\"".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
