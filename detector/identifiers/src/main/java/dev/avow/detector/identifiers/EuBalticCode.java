package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * The rule that personal codes of Estonia and Lithuania share: a digit for century and sex, the
 * date of birth as {@code YYMMDD}, three digits, and a check digit mod 11 with the weights 1 to 9
 * and 1; where that gives ten, with 3 to 9 and 1 to 3; where that does too, zero. Source: EVS
 * 585:2007.
 */
final class EuBalticCode {

    private EuBalticCode() {}

    /** Whether eleven digits are such a code. */
    static boolean isValid(int[] d) {
        if (d[0] < 1 || d[0] > 8 || !EuDates.yearFirst(d, 1)) {
            return false;
        }
        int rest = Checksums.weighted(d, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        if (rest == 10) {
            rest = Checksums.weighted(d, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11;
        }
        return rest % 10 == d[10];
    }
}
