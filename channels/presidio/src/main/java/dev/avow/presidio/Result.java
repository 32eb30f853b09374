package dev.avow.presidio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing found.
 *
 * @param start in UTF-16 code units, inclusive
 * @param end in UTF-16 code units, exclusive
 * @param score 0 to 1
 */
record Result(String entityType, int start, int end, double score, Explanation explanation) {

    private record Key(String entityType, int start, int end, double score) {}

    private boolean isContainedIn(Result other) {
        return start >= other.start && end <= other.end;
    }

    Result improved(double to, String word) {
        return new Result(entityType, start, end, to, explanation.improved(to, word));
    }

    /**
     * Presidio's {@code EntityRecognizer.remove_duplicates}: drops equal results, those of score 0,
     * and those inside another of the same type with at least their score. Highest score first.
     */
    static List<Result> withoutDuplicates(List<Result> results) {
        Map<Key, Result> distinct = new LinkedHashMap<>();
        for (Result each : results) {
            distinct.putIfAbsent(new Key(each.entityType, each.start, each.end, each.score), each);
        }
        List<Result> sorted = new ArrayList<>(distinct.values());
        sorted.sort(
                Comparator.comparing(Result::entityType)
                        .thenComparingInt(Result::start)
                        .thenComparingInt(each -> each.start - each.end)
                        .thenComparingDouble(each -> -each.score));
        List<Result> kept = new ArrayList<>();
        List<Result> active = new ArrayList<>();
        for (Result each : sorted) {
            active.removeIf(one -> !one.entityType.equals(each.entityType) || one.end < each.start);
            if (each.score > 0
                    && active.stream()
                            .noneMatch(one -> each.isContainedIn(one) && each.score <= one.score)) {
                kept.add(each);
                active.add(each);
            }
        }
        kept.sort(
                Comparator.<Result>comparingDouble(each -> -each.score)
                        .thenComparingInt(Result::start)
                        .thenComparingInt(each -> each.start - each.end));
        return kept;
    }
}
