package dev.avow.mask;

import org.jspecify.annotations.Nullable;

/** Makes values of one type that have the form of a real one and are nobody's. */
@FunctionalInterface
interface Synthetic {

    /**
     * The n-th value in the form of another.
     *
     * @param original gives form and length, and nothing else
     * @param n from 0; two numbers never give the same value for one original
     * @param checksumHolds whether a check digit is to be right
     * @return null where there is none: the form is unknown, or all are used up
     */
    @Nullable String like(String original, int n, boolean checksumHolds);
}
