package dev.avow.budgets;

import dev.avow.budgets.CountRows.Count;
import dev.avow.budgets.CountRows.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is counted, by its places. */
final class Counts {

    private Counts() {}

    /** Where a use of that day counts: on each of its levels in each period. */
    static List<Place> places(List<Subject> subjects, long day) {
        List<Place> places = new ArrayList<>();
        for (Subject subject : subjects) {
            for (Period period : Period.values()) {
                places.add(new Place(subject, period, period.number(day)));
            }
        }
        return places;
    }

    static void add(Map<Place, Count> counts, Place place, long picos, long tokens) {
        Count _ =
                counts.merge(
                        place, new Count(picos, tokens), (there, _) -> there.plus(picos, tokens));
    }
}
