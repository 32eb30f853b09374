package dev.avow.detector.validators;

/**
 * Check digits that many numbers have. Digits are values 0 to 9 unless said otherwise; arrays are
 * only read. For {@link Luhn}, which most have, see there.
 */
public final class Checksums {

    /** Verhoeff's multiplication table of the dihedral group D5. */
    private static final int[][] D5 = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
        {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
        {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
        {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
        {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
        {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };

    private static final int[][] PERMUTATION = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
        {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
        {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
        {9, 4, 5, 3, 1, 2, 6, 8, 7, 0},
        {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
        {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
        {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
    };

    private Checksums() {}

    /** The sum of each digit by its weight, over as many as there are weights. */
    public static int weighted(int[] digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digits[i] * weights[i];
        }
        return sum;
    }

    /** Verhoeff's check over all digits, the last being the check digit. Source: Verhoeff 1969. */
    public static boolean verhoeff(int[] digits) {
        int c = 0;
        for (int i = 0; i < digits.length; i++) {
            c = D5[c][PERMUTATION[i & 7][digits[digits.length - 1 - i]]];
        }
        return c == 0;
    }

    /** ISO/IEC 7064 MOD 11,10 over all digits, the last being the check digit. */
    public static boolean mod11And10(int[] digits) {
        int product = 10;
        for (int i = 0; i < digits.length - 1; i++) {
            int sum = (digits[i] + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digits[digits.length - 1];
    }

    /** The rest of a number of any length by a divisor below 2^31 / 10. */
    public static int rest(int[] digits, int from, int to, int divisor) {
        int rest = 0;
        for (int i = from; i < to; i++) {
            rest = (rest * 10 + digits[i]) % divisor;
        }
        return rest;
    }

    /** Luhn's check over all digits, the last being the check digit. */
    public static boolean luhn(int[] digits) {
        int sum = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = digits[digits.length - 1 - i];
            int weighed = (i & 1) == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** Whether a day exists; {@code year} with four digits. */
    public static boolean isDate(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || year < 1) {
            return false;
        }
        int days =
                switch (month) {
                    case 2 -> (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
                    case 4, 6, 9, 11 -> 30;
                    default -> 31;
                };
        return day <= days;
    }
}
