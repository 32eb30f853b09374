package dev.avow.presidio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of results that overlap, as in Presidio's {@code AnonymizerEngine} with its default
 * strategy, {@code MERGE_SIMILAR_OR_CONTAINED}: those of one type that overlap become one; one
 * inside another is dropped; of two at one place the surer stays, else the later; neighbours of one
 * type with nothing but spaces between them become one. Two of different types that overlap in part
 * both stay.
 */
final class Conflicts {

    private Conflicts() {}

    /** A place and where it stood in the list. */
    private record Ranked(int rank, Place place) {}

    static List<Place> resolved(String text, CodePoints points, List<Place> given) {
        List<Place> sorted = new ArrayList<>(given);
        sorted.sort(Comparator.comparingInt(Place::start).thenComparingInt(Place::end));
        return withoutSpacesBetween(text, points, withoutContained(merged(sorted)));
    }

    /** Overlapping places of one type as one, which stands where the last of them stood. */
    private static List<Place> merged(List<Place> sorted) {
        Map<String, Ranked> open = new LinkedHashMap<>();
        List<Ranked> kept = new ArrayList<>();
        for (int rank = 0; rank < sorted.size(); rank++) {
            Place place = sorted.get(rank);
            Ranked current = open.get(place.entityType());
            if (current == null) {
                open.put(place.entityType(), new Ranked(rank, place));
            } else if (current.place().intersects(place) == 0) {
                kept.add(current);
                open.put(place.entityType(), new Ranked(rank, place));
            } else {
                open.put(place.entityType(), new Ranked(rank, current.place().mergedWith(place)));
            }
        }
        kept.addAll(open.values());
        kept.sort(Comparator.comparingInt(Ranked::rank));
        return kept.stream().map(Ranked::place).toList();
    }

    private static List<Place> withoutContained(List<Place> places) {
        List<Ranked> order = new ArrayList<>();
        for (int rank = 0; rank < places.size(); rank++) {
            order.add(new Ranked(rank, places.get(rank)));
        }
        order.sort(
                Comparator.<Ranked>comparingInt(each -> each.place().start())
                        .thenComparingInt(each -> -each.place().end()));
        List<Ranked> kept = new ArrayList<>();
        int largestEnd = -1;
        int at = 0;
        while (at < order.size()) {
            Ranked survivor = order.get(at);
            int next = at + 1;
            while (next < order.size() && order.get(next).place().isWhere(survivor.place())) {
                if (!survivor.place().isSurerThan(order.get(next).place())) {
                    survivor = order.get(next);
                }
                next++;
            }
            if (largestEnd < survivor.place().end()) {
                kept.add(survivor);
                largestEnd = survivor.place().end();
            }
            at = next;
        }
        kept.sort(Comparator.comparingInt(Ranked::rank));
        return kept.stream().map(Ranked::place).toList();
    }

    private static List<Place> withoutSpacesBetween(
            String text, CodePoints points, List<Place> places) {
        List<Place> merged = new ArrayList<>();
        for (Place place : places) {
            Place before = merged.isEmpty() ? null : merged.getLast();
            if (before != null
                    && before.entityType().equals(place.entityType())
                    && isSpaces(text, points, before.end(), place.start())) {
                merged.removeLast();
                merged.add(place.startingAt(before.start()));
            } else {
                merged.add(place);
            }
        }
        return merged;
    }

    /** Whether one or more spaces, and nothing else but a last line end, stand there. */
    private static boolean isSpaces(String text, CodePoints points, int from, int to) {
        if (to <= from || to > points.length()) {
            return false;
        }
        String between = text.substring(points.toUnits(from), points.toUnits(to));
        String spaces =
                between.endsWith("\n") ? between.substring(0, between.length() - 1) : between;
        return !spaces.isEmpty() && spaces.chars().allMatch(c -> c == ' ');
    }
}
