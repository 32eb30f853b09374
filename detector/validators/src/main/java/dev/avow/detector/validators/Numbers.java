package dev.avow.detector.validators;

import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.NumberRun;

/** Numbers of a fixed length in a run of groups. */
public final class Numbers {

    private Numbers() {}

    /**
     * The last group of a number that begins with a group and has so many digits.
     *
     * @param words a letter right before is allowed where it ends one of these
     * @return -1 where no group ends there, or where the number is a part of something longer
     */
    public static int last(NumberRun run, int group, int length, ContextWords words) {
        int last = run.last(group, length);
        return last >= 0 && Surroundings.free(run, group, last, words) ? last : -1;
    }

    /**
     * Whether the groups from one to another have these numbers of digits.
     *
     * @param sizes such as 3, 2, 4; a number written together is one group
     */
    public static boolean grouped(NumberRun run, int from, int to, int... sizes) {
        if (to - from + 1 != sizes.length) {
            return false;
        }
        for (int i = 0; i < sizes.length; i++) {
            if (run.digitCount(from + i) != sizes[i]) {
                return false;
            }
        }
        return true;
    }

    /** So many digits from the group on, as values 0 to 9. */
    public static int[] digits(NumberRun run, int group, int length) {
        int[] digits = new int[length];
        for (int i = 0; i < length; i++) {
            digits[i] = run.digit(run.firstDigit(group) + i);
        }
        return digits;
    }
}
