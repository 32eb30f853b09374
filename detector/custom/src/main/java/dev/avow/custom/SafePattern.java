package dev.avow.custom;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A regular expression whose time is linear in the text, whatever both are.
 *
 * <p>RE2/J takes linear time for one match. To look for all of them is another matter: {@code
 * [^x]*x|.} reads to the end of a text without an x for each of its characters. {@link ReadAhead}
 * refuses such patterns, as far as it sees them. So the text is shown in windows of {@value
 * #WINDOW} characters: each match reads one window at most. Neighbours overlap by {@value #LONGEST}
 * characters, so that every match up to that length is found whole; a longer one may be reported in
 * pieces. A window begins one character early, so that {@code ^} and {@code \b} see what stands
 * before.
 *
 * <p>Source: R. Cox, "Regular Expression Matching in the Wild", 2010. Immutable, safe for threads.
 */
final class SafePattern {

    /** UTF-16 code units of a window. */
    static final int WINDOW = 4_096;

    /** UTF-16 code units of a match that is found whole wherever it stands. */
    static final int LONGEST = 1_024;

    /** The group that is reported instead of the whole match. */
    private static final String VALUE = "value";

    /** Steps of a program: time is at most text times steps. */
    private static final int MOST_STEPS = 2_000;

    private static final int MOST_GROUPS = 20;

    /** Where a pattern that matches nothing would do so. */
    private static final String[] PROBES = {"", "a", "0", " ", "a b", "-"};

    /** Where a match stands; for the length of a call. */
    @FunctionalInterface
    interface Hits {
        void hit(int start, int end);
    }

    private final Pattern pattern;
    private final boolean hasValue;

    private SafePattern(Pattern pattern) {
        this.pattern = pattern;
        this.hasValue = pattern.namedGroups().containsKey(VALUE);
    }

    /**
     * Compiles one.
     *
     * @throws BadPattern where it cannot be used, with the reason and the remedy
     */
    static SafePattern checked(String regex) {
        SafePattern compiled = compile(regex);
        compiled.whyNot()
                .ifPresent(why -> {
                    throw new BadPattern(why);
                });
        return compiled;
    }

    /** Compiles one that was checked when it was written. */
    static SafePattern compile(String regex) {
        if (PatternSize.of(regex) > MOST_STEPS) {
            throw new BadPattern("it repeats too much; lower the numbers in its braces");
        }
        return new SafePattern(parsed(regex));
    }

    private static Pattern parsed(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException refused) {
            // Its description is a fixed phrase; its message would quote the pattern.
            throw new BadPattern(
                    refused.getDescription()
                            + "; the syntax is RE2's, without look-around and back references");
        } catch (StackOverflowError | IndexOutOfBoundsException tooDeep) {
            throw new BadPattern("it is nested too deeply; write it with fewer groups");
        }
    }

    private Optional<String> whyNot() {
        if (pattern.programSize() > MOST_STEPS) {
            return Optional.of("it is too large; shorten it, or make two of it");
        }
        if (pattern.groupCount() > MOST_GROUPS) {
            return Optional.of("it has more than " + MOST_GROUPS + " groups; write (?:…) for (…)");
        }
        for (String probe : PROBES) {
            Matcher matcher = pattern.matcher(probe);
            for (int at = 0; at <= probe.length() && matcher.find(at); at = matcher.end() + 1) {
                if (matcher.end() == matcher.start()) {
                    return Optional.of(
                            "it matches where there is nothing; let it ask for one character at"
                                    + " least");
                }
            }
        }
        if (ReadAhead.isFar(pattern)) {
            return Optional.of(
                    "it reads far ahead for every match; let each alternative begin with what tells"
                            + " it from the others, or make two patterns of it");
        }
        return Optional.empty();
    }

    /** Reports every match, from the first to the last. */
    void find(String text, Until until, Hits hits) {
        int length = text.length();
        int from = 0;
        while (from < length) {
            int begin = Math.max(0, from - 1);
            int end = Math.min(length, from + WINDOW);
            // What begins later is left to the next window, which shows all of it.
            int trusted = end == length ? length : end - LONGEST;
            boolean whole = begin == 0 && end == length;
            String window = whole ? text : text.substring(begin, end);
            from = Math.max(trusted, findIn(window, begin, from, trusted, until, hits));
        }
    }

    private int findIn(String window, int begin, int from, int trusted, Until until, Hits hits) {
        Matcher matcher = pattern.matcher(window);
        int at = from;
        while (at < trusted) {
            until.check();
            if (!matcher.find(at - begin) || begin + matcher.start() >= trusted) {
                return trusted;
            }
            if (matcher.end() > matcher.start()) {
                report(matcher, begin, hits);
            }
            at = Math.max(begin + matcher.end(), at + 1);
        }
        return at;
    }

    private void report(Matcher matcher, int begin, Hits hits) {
        boolean value = hasValue && matcher.start(VALUE) >= 0;
        int start = value ? matcher.start(VALUE) : matcher.start();
        int end = value ? matcher.end(VALUE) : matcher.end();
        if (end > start) {
            hits.hit(begin + start, begin + end);
        }
    }

    /** Whether it matches all of a text. */
    boolean matches(String text) {
        return pattern.matches(text);
    }

    /** No pattern: it may hold what must not be seen. */
    @Override
    public String toString() {
        return "SafePattern";
    }
}
