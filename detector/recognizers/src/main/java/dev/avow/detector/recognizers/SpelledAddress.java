package dev.avow.detector.recognizers;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import java.util.Set;

/**
 * E-mail addresses whose signs are written as words: {@code alice (at) mail (dot) example}, {@code
 * alice [at] mail.example}, {@code alice at mail dot example}.
 *
 * <p>Where the sign stands between blanks, at least one dot must be a word, the last label must be
 * one that is common (a country's two letters, or a name of {@link #TOPS}), and neither side may be
 * a word that prose has there ({@code look at the dot}, {@code find us at example dot com}).
 *
 * <p>Reads at most {@link #LONGEST} letters and digits on either side.
 */
final class SpelledAddress {

    private static final Set<String> DOTS =
            Set.of("dot", "punkt", "point", "punto", "ponto", "punt", "kropka");

    private static final Set<String> TOPS =
            Set.of(
                    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "app", "dev",
                    "example", "test", "cloud", "online", "shop", "site", "tech", "email", "mail",
                    "xyz", "blog", "name", "eu", "health", "agency", "legal", "group", "team");

    private static final Set<String> PROSE =
            Set.of(
                    "the",
                    "a",
                    "an",
                    "this",
                    "that",
                    "each",
                    "every",
                    "our",
                    "your",
                    "my",
                    "his",
                    "her",
                    "their",
                    "one",
                    "me",
                    "us",
                    "you",
                    "him",
                    "them",
                    "it",
                    "is",
                    "be",
                    "are",
                    "was",
                    "were",
                    "been",
                    "up",
                    "out",
                    "in",
                    "on",
                    "here",
                    "there",
                    "live",
                    "available",
                    "online",
                    "site",
                    "website",
                    "page",
                    "blog",
                    "more",
                    "hosted",
                    "found",
                    "find",
                    "visit",
                    "look",
                    "looking",
                    "check",
                    "see",
                    "meet",
                    "work",
                    "works",
                    "start",
                    "arrive",
                    "arrived",
                    "now",
                    "and",
                    "or",
                    "also",
                    "ends",
                    "stop",
                    "stopped",
                    "put",
                    "placed",
                    "place",
                    "positioned",
                    "draw",
                    "only",
                    "red",
                    "blue",
                    "green",
                    "black");

    private static final int LONGEST = 100;
    private static final int LONGEST_LOCAL = 64;

    private final Text text;
    private boolean spelledDot;
    private boolean dot;

    private SpelledAddress(Text text) {
        this.text = text;
    }

    /**
     * The address around a spelled sign.
     *
     * @return start and end, or an empty array where there is none
     */
    static int[] around(Text text, int start, int end, boolean bracketed) {
        SpelledAddress address = new SpelledAddress(text);
        int to = address.domain(end, !bracketed);
        if (to < 0 || (!bracketed && !address.spelledDot)) {
            return new int[0];
        }
        int from = address.local(start, !bracketed);
        return from < 0 ? new int[0] : new int[] {from, to};
    }

    /** Where a domain ends that has a spelled dot and begins behind a real at sign; else -1. */
    static int spelledDomain(Text text, int end) {
        SpelledAddress address = new SpelledAddress(text);
        int to = address.domain(end, true);
        return address.spelledDot ? to : -1;
    }

    private int domain(int place, boolean strict) {
        int p = blank(place);
        int found = -1;
        StringBuilder label = new StringBuilder();
        for (int labels = 1; p - place < LONGEST; labels++) {
            int next = label(p, label);
            if (label.isEmpty() || (labels == 1 && strict && PROSE.contains(label.toString()))) {
                return found;
            }
            if (labels > 1 && isTop(label, strict)) {
                found = next;
            }
            p = dot(next);
            if (p < 0) {
                return found;
            }
            spelledDot |= !dot && found < 0;
        }
        return found;
    }

    private static boolean isTop(StringBuilder label, boolean strict) {
        for (int i = 0; i < label.length(); i++) {
            if (!Character.isLetter(label.charAt(i))) {
                return false;
            }
        }
        return strict
                ? label.length() == 2 || TOPS.contains(label.toString())
                : label.length() >= 2 && label.length() <= 24;
    }

    private int label(int place, StringBuilder label) {
        label.setLength(0);
        int p = place;
        int unit = text.at(p);
        int end = place;
        while (label.length() < LONGEST_LOCAL && (isLetter(Text.of(unit)) || isHyphen(unit, p))) {
            label.append(Character.toLowerCase(Text.of(unit)));
            p += Text.size(unit);
            end = p;
            unit = text.at(p);
        }
        return end;
    }

    private boolean isHyphen(int unit, int place) {
        return Text.of(unit) == '-' && isLetter(Text.of(text.at(place + Text.size(unit))));
    }

    /** Where the next label begins after a dot, written as a sign or a word; -1 without one. */
    private int dot(int place) {
        int unit = text.at(place);
        dot = Text.of(unit) == '.';
        if (dot) {
            int next = place + Text.size(unit);
            return isLetter(Text.of(text.at(next))) ? next : -1;
        }
        int p = blank(place);
        boolean parted = p > place;
        unit = text.at(p);
        boolean bracket = isOpen(Text.of(unit));
        if (!bracket && !parted) {
            return -1;
        }
        p = bracket ? blank(p + Text.size(unit)) : p;
        unit = text.at(p);
        if (bracket && Text.of(unit) == '.') {
            p += Text.size(unit);
        } else {
            StringBuilder word = new StringBuilder();
            p = label(p, word);
            if (!isDot(word.toString(), bracket)) {
                return -1;
            }
        }
        int after = blank(p);
        unit = text.at(after);
        if (!bracket) {
            return after > p ? after : -1;
        }
        return isClose(Text.of(unit)) ? blank(after + Text.size(unit)) : -1;
    }

    private int local(int place, boolean strict) {
        int p = place;
        if (Text.of(text.before(p)) == ' ') {
            p -= Text.size(text.before(p));
        }
        int start = atom(p);
        if (start == p || (strict && PROSE.contains(word(start, p)))) {
            return -1;
        }
        int more = spelledDotBefore(start);
        while (more >= 0 && place - more < LONGEST) {
            int further = atom(more);
            if (further == more) {
                break;
            }
            start = further;
            more = spelledDotBefore(start);
        }
        return start;
    }

    /** Where the letters, digits and signs of a local part begin that end at a place. */
    private int atom(int place) {
        int p = place;
        int start = place;
        for (int i = 0; i < LONGEST_LOCAL; i++) {
            int unit = text.before(p);
            char c = Text.of(unit);
            if (!isLetter(c) && c != '.' && c != '_' && c != '-' && c != '+') {
                return start;
            }
            p -= Text.size(unit);
            start = isLetter(c) ? p : start;
        }
        return place;
    }

    /** Where the dot that is spelled before a place begins; -1 without one. */
    private int spelledDotBefore(int place) {
        int p = blankBefore(place);
        boolean parted = p < place;
        int unit = text.before(p);
        boolean bracket = isClose(Text.of(unit));
        if (!bracket && !parted) {
            return -1;
        }
        p = bracket ? blankBefore(p - Text.size(unit)) : p;
        int end = p;
        while (end - p < 8 && isLetter(Text.of(text.before(p)))) {
            p -= Text.size(text.before(p));
        }
        if (!isDot(word(p, end), bracket)) {
            return -1;
        }
        int before = blankBefore(p);
        if (!bracket) {
            return before < p ? before : -1;
        }
        unit = text.before(before);
        return isOpen(Text.of(unit)) ? blankBefore(before - Text.size(unit)) : -1;
    }

    /** Other words than "dot" are too common in prose to count outside brackets. */
    private static boolean isDot(String word, boolean bracket) {
        return bracket ? DOTS.contains(word) : word.equals("dot");
    }

    private String word(int from, int to) {
        StringBuilder word = new StringBuilder();
        for (int p = from; p < to; ) {
            int unit = text.at(p);
            word.append(Character.toLowerCase(Text.of(unit)));
            p += Math.max(1, Text.size(unit));
        }
        return word.toString();
    }

    private int blank(int place) {
        int unit = text.at(place);
        return Text.of(unit) == ' ' ? place + Text.size(unit) : place;
    }

    private int blankBefore(int place) {
        int unit = text.before(place);
        return Text.of(unit) == ' ' ? place - Text.size(unit) : place;
    }

    private static boolean isLetter(char c) {
        return Chars.isLatin(c) || Chars.isDigit(c) || Chars.isOtherLetter(c);
    }

    private static boolean isOpen(char c) {
        return c == '(' || c == '[' || c == '{';
    }

    private static boolean isClose(char c) {
        return c == ')' || c == ']' || c == '}';
    }
}
