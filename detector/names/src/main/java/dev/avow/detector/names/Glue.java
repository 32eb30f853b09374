package dev.avow.detector.names;

/** What stands directly before and after a token. */
final class Glue {

    private Glue() {}

    /** Sorts a neighbouring character: blank, line end, quote or bracket, and what code has. */
    static int of(char c) {
        return switch (c) {
            case '\'', '"', 0x201C, 0x201D, 0x201E, 0x2019, '«', '»' -> 1;
            case '(', ')', '[', ']', '{', '}', '<', '>' -> 2;
            case '.', ',', ':', ';', '!', '?' -> 3;
            case '@', '#', '$', '\\', '&' -> 4;
            case '/', '_', '=', '%', '*', '+', '~', '^', '|', '`' -> 5;
            case '-' -> 6;
            default -> Letters.isWord(c) ? 7 : 0;
        };
    }

    /** Both neighbours in one number. */
    static byte of(char before, char after) {
        return (byte) (of(before) * 8 + of(after));
    }

    /** Whether a sign between two neighbours is more usual in source code than in prose. */
    static boolean isCode(char c, byte both) {
        int before = both >> 3 & 7;
        int after = both & 7;
        return switch (c) {
            case '{', '}', '[', ']', '<', '>', '=', '_', '|', '+', '^', '~', '`' -> true;
            case '(', '.' -> before == 7 && (after == 7 || c == '(');
            case ';' -> after == 0 && before != 7;
            default -> false;
        };
    }
}
