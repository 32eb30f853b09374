package dev.avow.detector.recognizers;

import dev.avow.detector.engine.NumberRun;

/** Where one number ends and another begins in a row of groups. */
final class RunBounds {

    private RunBounds() {}

    /** Whether what stands on either side in the row is parted further than the groups within. */
    static boolean apart(NumberRun run, int from, int to) {
        int within = 0;
        for (int g = from; g < to; g++) {
            within |= run.separatorAfter(g);
        }
        return (from == 0 || parts(run.separatorBefore(from), within, NumberRun.OPEN))
                && (to == run.groups() - 1
                        || parts(run.separatorAfter(to), within, NumberRun.CLOSE));
    }

    /** Whether something that begins with a group may be {@link #apart} at all. */
    static boolean mayBegin(NumberRun run, int from) {
        return from == 0
                || parts(run.separatorBefore(from), run.separatorAfter(from), NumberRun.OPEN);
    }

    private static boolean parts(int separator, int within, int parenthesis) {
        boolean blank = (separator & NumberRun.BLANK) != 0;
        int signs = NumberRun.DOT | NumberRun.DASH | NumberRun.SLASH | parenthesis;
        return (separator & NumberRun.TAB) != 0
                || (blank && (separator & signs) != 0)
                || (blank && within != 0 && (within & NumberRun.BLANK) == 0);
    }
}
