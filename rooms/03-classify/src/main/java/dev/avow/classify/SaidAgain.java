package dev.avow.classify;

import dev.avow.detector.api.Finding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds values that were found in one text of a request where they stand in its other texts too.
 * What a number is may be said once: a person's message tells whose telephone it is, and the
 * model's answer, which is in the next request, only repeats it.
 *
 * <p>A value is searched as it was written, and one of digits in any grouping by single signs. Each
 * character of a text is looked at a constant number of times, however many values there are. For
 * one request; not safe for more than one thread.
 */
final class SaidAgain {

    /** Fewer letters and digits could mean anything elsewhere. */
    private static final int FEWEST = 6;

    private static final int LONGEST = 256;
    private static final int HASHES = 1 << 12;

    /** Of values that end alike, so many are told apart. */
    private static final int MOST_ALIKE = 16;

    private final BitSet hashes = new BitSet(HASHES);
    private final Map<String, List<Known>> byEnd = new HashMap<>();
    private final Map<String, Finding> byDigits = new HashMap<>();

    /** A value, and what it was found to be. */
    private record Known(String value, Finding found) {
        @Override
        public String toString() {
            return "Known of " + value.length() + " chars";
        }
    }

    /** Notes what was found in a text. */
    void know(String text, List<Finding> findings) {
        for (Finding each : findings) {
            String value = text.substring(each.start(), each.end());
            if (isTelling(value)) {
                know(value, each);
            }
        }
    }

    /** A name alone may be a word elsewhere; addresses of mail are found wherever they stand. */
    private static boolean isTelling(String value) {
        int inner = 0;
        int digits = 0;
        boolean blank = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            inner += Character.isLetterOrDigit(c) ? 1 : 0;
            digits += Character.isDigit(c) ? 1 : 0;
            blank |= c == ' ';
        }
        return inner >= FEWEST
                && value.length() <= LONGEST
                && (digits > 0 || blank)
                && value.indexOf('@') < 0;
    }

    private void know(String value, Finding found) {
        int end = value.length();
        List<Known> alike =
                byEnd.computeIfAbsent(value.substring(end - FEWEST), _ -> new ArrayList<>(1));
        if (alike.size() < MOST_ALIKE && alike.stream().noneMatch(k -> k.value.equals(value))) {
            alike.add(new Known(value, found));
            hashes.set(hash(value, end));
        }
        String digits = digits(value, 0, end);
        if (digits.length() >= FEWEST && numberEnd(value, firstDigit(value)) == end) {
            byDigits.putIfAbsent(digits, found);
        }
    }

    boolean isEmpty() {
        return byEnd.isEmpty();
    }

    /** What stands there of all that is known, beside what was found there already, by place. */
    List<Finding> in(String text, List<Finding> findings) {
        Search search = new Search(text, findings);
        int number = -1;
        for (int end = 1; end <= text.length(); end++) {
            if (end >= FEWEST && hashes.get(hash(text, end))) {
                written(search, end);
            }
            if (end > number && isDigit(text.charAt(end - 1))) {
                number = numberEnd(text, end - 1);
                grouped(search, end - 1, number);
            }
        }
        return search.again;
    }

    private void written(Search in, int end) {
        List<Known> known = byEnd.get(in.text.substring(end - FEWEST, end));
        if (known == null) {
            return;
        }
        for (Known each : known) {
            int start = end - each.value.length();
            if (start >= 0 && in.text.startsWith(each.value, start)) {
                in.add(start, end, each.found);
            }
        }
    }

    private void grouped(Search in, int start, int end) {
        Finding known =
                end - start < FEWEST || byDigits.isEmpty()
                        ? null
                        : byDigits.get(digits(in.text, start, end));
        if (known != null) {
            in.add(start, end, known);
        }
    }

    /** One text that is looked through. */
    private static final class Search {
        private final String text;
        private final List<Finding> findings;
        private final List<Finding> again = new ArrayList<>(0);
        private @Nullable BitSet taken;

        Search(String text, List<Finding> findings) {
            this.text = text;
            this.findings = findings;
        }

        void add(int start, int end, Finding like) {
            if (isWhole(start, end) && isFree(start, end)) {
                again.add(new Finding(like.type(), start, end, like.confidence(), like.reason()));
            }
        }

        private boolean isWhole(int start, int end) {
            return (start == 0 || !isInner(text.charAt(start - 1)) || !isInner(text.charAt(start)))
                    && (end == text.length()
                            || !isInner(text.charAt(end))
                            || !isInner(text.charAt(end - 1)));
        }

        private boolean isFree(int start, int end) {
            BitSet known = taken;
            if (known == null) {
                known = new BitSet(text.length());
                for (Finding each : findings) {
                    known.set(each.start(), each.end());
                }
                taken = known;
            }
            int next = known.nextSetBit(start);
            if (next >= 0 && next < end) {
                return false;
            }
            known.set(start, end);
            return true;
        }
    }

    private static boolean isInner(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int firstDigit(String value) {
        int at = 0;
        while (at < value.length() && !isDigit(value.charAt(at))) {
            at++;
        }
        return value.startsWith("+") ? at - 1 : at;
    }

    /** Where a number ends that begins there: digits, with single signs in between. */
    private static int numberEnd(String text, int start) {
        int end = start;
        for (int at = start; at < text.length() && end >= at - 1; at++) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                end = at + 1;
            } else if (" .-/\u00a0".indexOf(c) < 0 && at > start) {
                break;
            }
        }
        return end;
    }

    private static String digits(String text, int start, int end) {
        StringBuilder digits = new StringBuilder(16);
        for (int at = start; at < end && digits.length() < LONGEST; at++) {
            if (isDigit(text.charAt(at))) {
                digits.append(text.charAt(at));
            }
        }
        return digits.toString();
    }

    private static int hash(String text, int end) {
        int hash = 0;
        for (int at = end - FEWEST; at < end; at++) {
            hash = hash * 31 + text.charAt(at);
        }
        return (hash ^ hash >>> 12 ^ hash >>> 24) & (HASHES - 1);
    }

    /** Prints nothing of what it holds. */
    @Override
    public String toString() {
        return "SaidAgain of " + byEnd.size();
    }
}
