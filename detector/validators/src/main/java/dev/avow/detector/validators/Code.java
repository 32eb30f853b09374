package dev.avow.detector.validators;

/**
 * A code of letters and digits that was read from a text.
 *
 * @param value upper-case letters and digits, without what parts them
 * @param start first char in the text
 * @param end after its last char
 */
public record Code(String value, int start, int end) {

    /** The digit at an index, 0 to 9; what stands there must be one. */
    public int digit(int index) {
        return value.charAt(index) - '0';
    }

    /** The value of a letter or digit: 0 to 9, and A is 10 to Z is 35. */
    public int alphanumeric(int index) {
        char c = value.charAt(index);
        return c <= '9' ? c - '0' : c - 'A' + 10;
    }

    /** The digits from one index to another as a number. */
    public long number(int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + digit(i);
        }
        return number;
    }

    /** Prints its length: what it holds may be personal data. */
    @Override
    public String toString() {
        return "code[" + value.length() + "]";
    }
}
