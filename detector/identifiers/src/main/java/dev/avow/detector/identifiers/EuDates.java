package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/** Dates of birth within numbers. Indexes point at digits, 0 to 9 each. */
final class EuDates {

    private EuDates() {}

    /** Two digits as a number. */
    static int two(int[] digits, int at) {
        return digits[at] * 10 + digits[at + 1];
    }

    /** Whether a day exists in a year of which two digits are known, whatever the century. */
    static boolean isDate(int year, int month, int day) {
        return Checksums.isDate(2000 + year, month, day);
    }

    /** Whether six digits from an index on are a day as {@code YYMMDD}. */
    static boolean yearFirst(int[] digits, int at) {
        return isDate(two(digits, at), two(digits, at + 2), two(digits, at + 4));
    }

    /** Whether six digits from an index on are a day as {@code DDMMYY}. */
    static boolean dayFirst(int[] digits, int at) {
        return isDate(two(digits, at + 4), two(digits, at + 2), two(digits, at));
    }
}
