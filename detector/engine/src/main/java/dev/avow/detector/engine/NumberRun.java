package dev.avow.detector.engine;

import java.util.Arrays;

/**
 * Groups of digits that stand in a row, parted only by what people put between the digits of one
 * number: blanks, dots, dashes, slashes, parentheses, and what tables and file names part them by.
 *
 * <p>Reading is bounded: a group of more than {@link #LONGEST_GROUP} digits ends the run, for no
 * value holds one; after {@link #MOST_GROUPS} groups the run is handed over and the next one begins
 * {@link #OVERLAP} groups earlier, so that no value is cut. So a character is read for runs at most
 * a constant number of times. Reused within one scan by one thread; prints no content.
 */
public final class NumberRun {

    /** A separator holds a blank of any width. */
    public static final int BLANK = 1;

    /** A separator holds a dot. */
    public static final int DOT = 2;

    /** A separator holds a hyphen or dash. */
    public static final int DASH = 4;

    /** A separator holds a slash. */
    public static final int SLASH = 8;

    /** A separator holds an opening parenthesis. */
    public static final int OPEN = 16;

    /** A separator holds a closing parenthesis. */
    public static final int CLOSE = 32;

    /** A separator holds a tab, as tables that were pasted do. */
    public static final int TAB = 64;

    /** A separator holds an underscore. */
    public static final int UNDERSCORE = 128;

    static final int LONGEST_GROUP = 24;
    static final int MOST_GROUPS = 64;
    static final int OVERLAP = 40;
    private static final int MOST_SEPARATORS = 3;
    private static final int LONGEST_IN_FORM = 6;

    /** Room for so many is made at first, since most runs are short; then for all. */
    private static final int FEW_GROUPS = 8;

    private final Text text;
    private byte[] digits = new byte[(LONGEST_GROUP + 1) * FEW_GROUPS];
    private int[] first = new int[FEW_GROUPS + 1];
    private int[] starts = new int[FEW_GROUPS];
    private int[] ends = new int[FEW_GROUPS];
    private int[] separators = new int[FEW_GROUPS];
    private final int[] lastOf = new int[LONGEST_GROUP + 1];
    private int measured;
    private int measuredLengths;
    private int measuredLast;
    private int wordAfter;
    private int amidAsked;
    private boolean amid;
    private int groups;
    private int resume;
    private boolean cut;
    private char before;
    private char after;
    private char afterSeparator;

    NumberRun(Text text) {
        this.text = text;
    }

    /** Reads the run whose first digit stands at a place. */
    void read(int place) {
        groups = 0;
        measured = -1;
        wordAfter = -1;
        amidAsked = -1;
        cut = false;
        before = text.seenBefore(place);
        int p = place;
        while (p >= 0) {
            p = readSeparator(readGroup(p));
        }
    }

    /** Reads one group and returns where it ends; skips the tail of one that is too long. */
    private int readGroup(int place) {
        if (groups == starts.length) {
            makeRoom();
        }
        int at = first[groups];
        int begin = at;
        int end = place;
        int p = place;
        while (true) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (Chars.isDigit(c)) {
                if (at - begin <= LONGEST_GROUP) {
                    digits[at++] = (byte) (c - '0');
                }
                p += Text.size(unit);
                end = p;
            } else if (c == Text.IGNORABLE) {
                p += Text.size(unit);
            } else {
                after = c;
                break;
            }
        }
        starts[groups] = place;
        ends[groups] = end;
        separators[groups] = 0;
        groups++;
        first[groups] = at;
        resume = end;
        return p;
    }

    private void makeRoom() {
        digits = Arrays.copyOf(digits, (LONGEST_GROUP + 1) * MOST_GROUPS);
        first = Arrays.copyOf(first, MOST_GROUPS + 1);
        starts = Arrays.copyOf(starts, MOST_GROUPS);
        ends = Arrays.copyOf(ends, MOST_GROUPS);
        separators = Arrays.copyOf(separators, MOST_GROUPS);
    }

    /** Reads what parts two groups; returns where the next one begins, or -1 at the run's end. */
    private int readSeparator(int place) {
        afterSeparator = after;
        if (digitCount(groups - 1) > LONGEST_GROUP) {
            return -1;
        }
        int kinds = 0;
        int p = place;
        for (int count = 0; count <= MOST_SEPARATORS; ) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (Chars.isDigit(c)) {
                if (groups == MOST_GROUPS) {
                    cut = true;
                    resume = starts[MOST_GROUPS - OVERLAP];
                    return -1;
                }
                separators[groups - 1] = kinds;
                return p;
            }
            int kind = c == '+' && isBlankOfForm(p, unit, kinds) ? BLANK : kind(c);
            if (kind == 0 && c != Text.IGNORABLE) {
                break;
            }
            kinds |= kind;
            count += c == Text.IGNORABLE ? 0 : 1;
            p += Text.size(unit);
        }
        separators[groups - 1] = kinds;
        afterSeparator = Text.of(text.at(p));
        return -1;
    }

    /**
     * As forms and addresses of pages write each blank: {@code card=4111+1111+1111+1111}. A plus
     * before many digits, or after blanks that are none, begins another number.
     */
    private boolean isBlankOfForm(int place, int unit, int kinds) {
        boolean form = groups == 1 || Text.of(text.before(starts[groups - 1])) == '+';
        int p = place + 1;
        while (p <= place + LONGEST_IN_FORM && Chars.isDigit(Text.of(text.at(p)))) {
            p++;
        }
        return form
                && kinds == 0
                && Text.size(unit) == 1
                && p > place + 1
                && !Chars.isDigit(Text.of(text.at(p)));
    }

    private static int kind(char c) {
        return switch (c) {
            case ' ' -> BLANK;
            case '\t' -> TAB;
            case '_' -> UNDERSCORE;
            case '.' -> DOT;
            case '-' -> DASH;
            case '/' -> SLASH;
            case '(' -> OPEN;
            case ')' -> CLOSE;
            default -> 0;
        };
    }

    /** The text that the run stands in. */
    public Text text() {
        return text;
    }

    /** How many groups there are; at least one. */
    public int groups() {
        return groups;
    }

    /** How many digits a group has; one more than the longest allowed where it is longer. */
    public int digitCount(int group) {
        return first[group + 1] - first[group];
    }

    /** How many digits stand from one group's start to another's end, both included. */
    public int digitCount(int from, int to) {
        return first[to + 1] - first[from];
    }

    /** For each number of digits from a group's start to some group's end, the bit of it. */
    int lengths(int group) {
        if (measured != group) {
            measured = group;
            measuredLengths = measure(group);
        }
        return measuredLengths;
    }

    private int measure(int group) {
        int lengths = 0;
        measuredLast = group;
        for (int last = group; last < groups; last++) {
            int count = digitCount(group, last);
            if (count > LONGEST_GROUP) {
                return lengths | 1 << (LONGEST_GROUP + 1);
            }
            measuredLast = last;
            lengths |= 1 << count;
            lastOf[count] = last;
        }
        return lengths;
    }

    /**
     * Whether a group stands amid numbers: others before it in the row, and no word as far before
     * it and after whatever begins with it as words count.
     */
    public boolean amid(int group) {
        if (amidAsked != group) {
            amidAsked = group;
            amid = group > 0 && groups >= FEW_GROUPS && !wordAfter(group) && !wordBefore(group);
        }
        return amid;
    }

    private boolean wordBefore(int group) {
        int from = Math.max(0, starts[group] - ContextWords.BEFORE);
        boolean allDigits = starts[0] <= from && !text.mayBeCoded();
        return !allDigits && text.words(from, starts[group]).count(true) > 0;
    }

    private boolean wordAfter(int group) {
        lengths(group);
        int until = ends[measuredLast] + ContextWords.AFTER;
        return until > ends[groups - 1] && until > wordAfter();
    }

    /** Where the first letter stands behind the row, as far as words count. */
    private int wordAfter() {
        if (wordAfter < 0) {
            int p = ends[groups - 1];
            int most = p + ContextWords.AFTER;
            int unit = text.at(p);
            while (p < most && Text.size(unit) > 0 && !NearbyWords.isLetter(Text.of(unit))) {
                p += Text.size(unit);
                unit = text.at(p);
            }
            wordAfter = p < most && Text.size(unit) > 0 ? p : Integer.MAX_VALUE;
        }
        return wordAfter;
    }

    /**
     * The group at whose end so many digits are reached from a group's start.
     *
     * @param length 1 to 24
     * @return -1 where no group ends there
     */
    public int last(int group, int length) {
        return (lengths(group) >>> length & 1) == 0 ? -1 : lastOf[length];
    }

    /** Index of a group's first digit, for {@link #digit}. */
    public int firstDigit(int group) {
        return first[group];
    }

    /** The value, 0 to 9, of a digit by its index in the run. */
    public int digit(int index) {
        return digits[index];
    }

    /** Where a group starts in the text. */
    public int start(int group) {
        return starts[group];
    }

    /** Where a group ends in the text, exclusive. */
    public int end(int group) {
        return ends[group];
    }

    /** What stands after a group: a set of the separator bits; 0 where nothing of that kind. */
    public int separatorAfter(int group) {
        return separators[group];
    }

    /** What stands before a group within the run: 0 for the first. */
    public int separatorBefore(int group) {
        return group == 0 ? 0 : separators[group - 1];
    }

    /** The character seen before a group. */
    public char charBefore(int group) {
        return group == 0 ? before : text.seenBefore(starts[group]);
    }

    /** The character seen right after the last group. */
    public char charAfterRun() {
        return after;
    }

    /** The character after the last group and the separators that follow it. */
    public char charAfterSeparator() {
        return afterSeparator;
    }

    /** Whether the run goes on after its last group and was cut for its length. */
    boolean cut() {
        return cut;
    }

    /** Where the pass goes on. */
    int resume() {
        return resume;
    }

    @Override
    public String toString() {
        return "run[" + groups + "]";
    }
}
