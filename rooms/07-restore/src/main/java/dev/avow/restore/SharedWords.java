package dev.avow.restore;

import java.util.List;

/**
 * Whether one text quotes others: whether they share a run of {@value #RUN} characters, which is
 * more than any name or phrase of a protocol. Time is that of searching each other text for every
 * tenth place of the first.
 */
final class SharedWords {

    static final int RUN = 20;

    /** Every shared run holds one of these whole, from a place that is a multiple of it. */
    private static final int STEP = RUN / 2;

    private SharedWords() {}

    static boolean in(String text, List<String> others) {
        for (String other : others) {
            for (int at = 0; at + STEP <= text.length(); at += STEP) {
                if (sharesRunAt(text, at, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sharesRunAt(String text, int at, String other) {
        String piece = text.substring(at, at + STEP);
        for (int found = other.indexOf(piece);
                found >= 0;
                found = other.indexOf(piece, found + 1)) {
            if (run(text, at, other, found) >= RUN) {
                return true;
            }
        }
        return false;
    }

    /** How long the run is that holds both places, counted up to {@link #RUN} to either side. */
    private static int run(String text, int at, String other, int found) {
        int before = 0;
        while (before < RUN
                && before < Math.min(at, found)
                && text.charAt(at - before - 1) == other.charAt(found - before - 1)) {
            before++;
        }
        int after = 0;
        int most = Math.min(text.length() - at, other.length() - found);
        while (after < Math.min(RUN, most)
                && text.charAt(at + after) == other.charAt(found + after)) {
            after++;
        }
        return before + after;
    }
}
