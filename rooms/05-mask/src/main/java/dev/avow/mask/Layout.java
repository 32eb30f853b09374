package dev.avow.mask;

/** Digits apart from what stands between them. */
final class Layout {

    private Layout() {}

    /** The ASCII digits of a text. */
    static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    /** A text with other digits, as many as it has. */
    static String withDigits(String text, String digits) {
        StringBuilder filled = new StringBuilder(text);
        int next = 0;
        for (int i = 0; i < filled.length(); i++) {
            if (isDigit(filled.charAt(i))) {
                filled.setCharAt(i, digits.charAt(next++));
            }
        }
        return filled.toString();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * A number that looks like any, and is another for each n below 10 to the width.
     *
     * @param width 1 to 9
     */
    static String scattered(int n, int width) {
        long size = 1;
        for (int i = 0; i < width; i++) {
            size *= 10;
        }
        // A factor without 2 and 5 in it only changes the order of all numbers of that width.
        return padded((n * 736_338_717L + 418_053) % size, width);
    }

    static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
