package dev.avow.detector.validators;

import dev.avow.detector.engine.NumberRun;

/**
 * The check digit of ISO/IEC 7812-1, Annex B: every second digit from the right, the last excepted,
 * is doubled and its digits added; the sum is a multiple of ten. Finds every single wrong digit;
 * one random number in ten passes.
 */
public final class Luhn {

    private Luhn() {}

    /** Whether {@code count} digits of the run from index {@code first} on pass. */
    public static boolean passes(NumberRun run, int first, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int digit = run.digit(first + count - 1 - i);
            int weighed = (i & 1) == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
