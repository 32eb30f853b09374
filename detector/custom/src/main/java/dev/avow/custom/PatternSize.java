package dev.avow.custom;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Estimates, before it is compiled, how large a pattern's program becomes: RE2 writes out what is
 * repeated, so that {@code ((a{100}){100}){100}} has a million steps. The estimate is never far too
 * small; it is what a repetition multiplies.
 */
public final class PatternSize {

    private static final long TOO_MANY = 1L << 40;

    /** RE2 itself refuses more than 1,000. */
    private static final long MOST_TIMES = 1L << 20;

    private final String regex;
    private int at;

    private PatternSize(String regex) {
        this.regex = regex;
    }

    /** Steps, roughly. */
    public static long of(String regex) {
        return new PatternSize(regex).count();
    }

    private long count() {
        Deque<Long> outer = new ArrayDeque<>();
        long sum = 0;
        long last = 0;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            switch (c) {
                case '(' -> {
                    at++;
                    outer.push(sum + last);
                    sum = 0;
                    last = 0;
                }
                case ')' -> {
                    at++;
                    last = 1 + sum + last;
                    sum = outer.isEmpty() ? 0 : outer.pop();
                }
                case '{' -> last = Math.min(TOO_MANY, Math.max(1, last) * repetition());
                default -> {
                    sum = Math.min(TOO_MANY, sum + last);
                    last = 1;
                    skipOne(c);
                }
            }
        }
        long total = sum + last;
        for (long rest : outer) {
            total += rest;
        }
        return Math.min(TOO_MANY, total);
    }

    /** Skips an atom of one step: a class, what is escaped, or a char. */
    private void skipOne(char c) {
        if (c == '\\') {
            at += 2;
        } else if (c == '[') {
            skipClass();
        } else {
            at++;
        }
    }

    private void skipClass() {
        at++;
        if (at < regex.length() && regex.charAt(at) == '^') {
            at++;
        }
        boolean first = true;
        while (at < regex.length() && (first || regex.charAt(at) != ']')) {
            at += regex.charAt(at) == '\\' ? 2 : 1;
            first = false;
        }
        at++;
    }

    /** The largest number between the braces; 1 where there is none. */
    private long repetition() {
        long most = 1;
        long number = 0;
        at++;
        while (at < regex.length() && "0123456789,".indexOf(regex.charAt(at)) >= 0) {
            char c = regex.charAt(at++);
            number = c == ',' ? 0 : Math.min(MOST_TIMES, number * 10 + (c - '0'));
            most = Math.max(most, number);
        }
        return most;
    }
}
