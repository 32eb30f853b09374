package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/** The range and check digit of New Zealand's IRD numbers. */
final class NzIrdCheck {

    private static final int LEAST = 10_000_000;
    private static final int MOST = 150_000_000;

    private NzIrdCheck() {}

    /** Whether a number, its check digit included, is one. */
    static boolean fits(int number) {
        if (number < LEAST || number > MOST) {
            return false;
        }
        int[] digits = new int[8];
        int rest = number / 10;
        for (int i = 7; i >= 0; i--) {
            digits[i] = rest % 10;
            rest /= 10;
        }
        int check = check(Checksums.weighted(digits, 3, 2, 7, 6, 5, 4, 3, 2));
        if (check == 10) {
            check = check(Checksums.weighted(digits, 7, 4, 3, 2, 5, 2, 7, 6));
        }
        return check == number % 10;
    }

    private static int check(int sum) {
        return (11 - sum % 11) % 11;
    }
}
