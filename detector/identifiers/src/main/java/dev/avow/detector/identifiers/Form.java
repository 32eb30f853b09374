package dev.avow.detector.identifiers;

import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.validators.Parts;

/**
 * One way to write a number down, such as {@code 999.999.999-99}: digits in groups, with one sign
 * between. Immutable and safe for threads.
 */
final class Form {

    private final int[] sizes;
    private final int[] signs;

    private Form(int[] sizes, int[] signs) {
        this.sizes = sizes;
        this.signs = signs;
    }

    /** A form as it looks, with {@code 9} for each digit; the signs are blank, dot, dash, slash. */
    static Form of(String looks) {
        String[] groups = Parts.of(looks, " ./-");
        int[] sizes = new int[groups.length];
        int[] signs = new int[groups.length - 1];
        int at = 0;
        for (int i = 0; i < groups.length; i++) {
            sizes[i] = groups[i].length();
            at += sizes[i];
            if (i < signs.length) {
                signs[i] = sign(looks.charAt(at++));
            }
        }
        return new Form(sizes, signs);
    }

    private static int sign(char c) {
        return switch (c) {
            case ' ' -> NumberRun.BLANK;
            case '.' -> NumberRun.DOT;
            case '/' -> NumberRun.SLASH;
            default -> NumberRun.DASH;
        };
    }

    /** How many digits its first group has. */
    int head() {
        return sizes[0];
    }

    /** Whether its groups are parted by blanks, as the columns of a table are. */
    boolean spaced() {
        return signs.length > 0 && signs[0] == NumberRun.BLANK;
    }

    /** Whether the groups from one to another are written so. */
    boolean fits(NumberRun run, int from, int to) {
        if (to - from + 1 != sizes.length) {
            return false;
        }
        for (int i = 0; i < sizes.length; i++) {
            if (run.digitCount(from + i) != sizes[i]
                    || (i < signs.length && run.separatorAfter(from + i) != signs[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the row goes on before or after with a group that such a number might have. */
    boolean goesOn(NumberRun run, int from, int to) {
        boolean left = from > 0 && run.digitCount(from - 1) <= sizes[0];
        boolean right = to < run.groups() - 1 && run.digitCount(to + 1) <= sizes[sizes.length - 1];
        return left || right;
    }
}
