package dev.avow.detector.names;

/** Which shape a word has. */
final class Shapes {

    private Shapes() {}

    /**
     * The shape.
     *
     * @param letters of the word, digits among them
     * @param upper capitals
     * @param uncased letters of scripts without capitals
     * @param firstUpper whether it begins with a capital
     */
    static int of(int letters, int upper, int digits, int uncased, boolean firstUpper) {
        if (digits > 0) {
            return digits == letters ? Tokens.NUMBER : Tokens.WITH_DIGITS;
        }
        if (uncased > 0 || letters == 0) {
            return Tokens.UNCASED;
        }
        if (upper == 0) {
            return Tokens.LOWER;
        }
        if (letters == 1) {
            return Tokens.INITIAL;
        }
        if (upper == letters) {
            return Tokens.UPPER;
        }
        return upper == 1 && firstUpper ? Tokens.CAPITALIZED : Tokens.MIXED;
    }
}
