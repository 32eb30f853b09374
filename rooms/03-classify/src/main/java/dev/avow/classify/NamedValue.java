package dev.avow.classify;

import dev.avow.arrive.Segment;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A value beside the names that it stands under, as JSON has them in a row. Room 01 takes JSON
 * apart so that no escape can hide a value; what a value is, its name may be the only one to say.
 */
final class NamedValue {

    /** As in tables: a shorter one is no value, and a longer one says itself what it is about. */
    private static final int SHORTEST = 4;

    private static final int LONGEST = 256;

    private final String before;
    private final String value;

    private NamedValue(String before, String value) {
        this.before = before;
        this.value = value;
    }

    /** Whether names could tell of a text what it does not tell itself. */
    static boolean isOne(Segment.Leaf leaf) {
        int length = leaf.unmaskedText().length();
        return !leaf.unmaskedNames().isEmpty() && length >= SHORTEST && length <= LONGEST;
    }

    static NamedValue of(Segment.Leaf leaf) {
        StringBuilder before = new StringBuilder(64);
        for (String name : leaf.unmaskedNames()) {
            before.append(before.isEmpty() ? "\"" : "{\"").append(name).append("\": ");
        }
        if (leaf instanceof Segment.Text) {
            before.append('"');
        }
        return new NamedValue(before.toString(), leaf.unmaskedText());
    }

    /** What is to be scanned. */
    String unmaskedText() {
        boolean quoted = before.endsWith("\"");
        return before + value + (quoted ? "\"" : "");
    }

    /**
     * What was found in the value by itself, and what was found in it beside its names. Where the
     * two overlap the first stays, unless it is a part of the other and no checksum vouches for it;
     * what the other covers besides stays a finding of its type.
     */
    Scan joined(Scan alone, Scan beside) {
        List<Finding> all = new ArrayList<>(alone.findings());
        for (Finding each : beside.findings()) {
            int start = Math.max(0, each.start() - before.length());
            int end = Math.min(value.length(), each.end() - before.length());
            if (start < end) {
                add(at(each, start, end), all);
            }
        }
        all.sort(Comparator.comparingInt(Finding::start));
        Coverage coverage =
                beside.coverage() instanceof Coverage.Partial
                        ? beside.coverage()
                        : alone.coverage();
        return new Scan(all, coverage);
    }

    private static void add(Finding more, List<Finding> all) {
        all.removeIf(each ->
                each.start() >= more.start()
                        && each.end() <= more.end()
                        && each.reason() != Finding.Reason.CHECKSUM);
        List<Finding> parts = List.of(more);
        for (Finding each : List.copyOf(all)) {
            parts = parts.stream().flatMap(part -> without(part, each).stream()).toList();
        }
        all.addAll(parts);
    }

    /** What of one is not the other's. */
    private static List<Finding> without(Finding one, Finding other) {
        List<Finding> left = new ArrayList<>(2);
        if (one.start() < Math.min(one.end(), other.start())) {
            left.add(at(one, one.start(), Math.min(one.end(), other.start())));
        }
        if (Math.max(one.start(), other.end()) < one.end()) {
            left.add(at(one, Math.max(one.start(), other.end()), one.end()));
        }
        return left;
    }

    private static Finding at(Finding found, int start, int end) {
        return new Finding(found.type(), start, end, found.confidence(), found.reason());
    }

    /** Prints nothing of it. */
    @Override
    public String toString() {
        return "NamedValue of " + value.length() + " chars";
    }
}
