package dev.avow.custom;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Whether a pattern reads far ahead for every match, as {@code [^x]*x|.} does: each character that
 * it takes alone costs a whole window. It is tried on texts of one character and its reads are
 * counted, so the answer is the same on every machine.
 */
final class ReadAhead {

    private static final int LENGTH = 1_024;

    /** Reads for each character, on average; an ordinary pattern has fewer than ten. */
    private static final int MOST_READS = 100;

    private static final String[] UNITS = {"a", "A", "0", " ", ".", "-", "@", "\n", "\u00e9"};

    private ReadAhead() {}

    /** A text that counts how often it is read, and ends what reads it too often. */
    private static final class Counted implements CharSequence {

        private final String text;
        private int reads;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++reads > MOST_READS * LENGTH) {
                throw new Until.Over();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        /** Its length. */
        @Override
        public String toString() {
            return "Counted " + text.length();
        }
    }

    static boolean isFar(Pattern pattern) {
        for (String unit : UNITS) {
            try {
                Matcher matcher = pattern.matcher(new Counted(unit.repeat(LENGTH)));
                int at = 0;
                while (at < LENGTH && matcher.find(at)) {
                    at = Math.max(matcher.end(), at + 1);
                }
            } catch (Until.Over far) {
                return true;
            }
        }
        return false;
    }
}
