package dev.avow.presidio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictsTest {

    private static final String TEXT = "0123456789  abcdefghij";

    /** Places as {@code TYPE start-end score}. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "nothing | none | none",
                "apart | A 0-2 1; B 5-6 1 | A 0-2; B 5-6",
                "one inside another | A 0-5 0.1; B 1-3 1 | A 0-5",
                "the same place, the surer | A 0-5 0.3; B 0-5 0.8 | B 0-5",
                "the same place, equally sure: the later | A 0-5 0.8; B 0-5 0.8 | B 0-5",
                "overlapping in part, of two types: both | A 0-5 0.8; B 3-8 0.8 | A 0-5; B 3-8",
                "overlapping in part, of one type: one | A 0-5 0.8; A 3-8 0.9 | A 0-8",
                "touching, of one type: both | A 0-5 0.8; A 5-8 0.9 | A 0-5; A 5-8",
                "a chain of one type | A 0-4 1; A 3-7 1; A 6-9 1 | A 0-9",
                "merged, then holding another | A 0-4 1; A 3-7 1; B 2-6 1 | A 0-7",
                "spaces between, of one type: one | A 5-10 1; A 12-14 1 | A 5-14",
                "spaces between, of two types: both | A 5-10 1; B 12-14 1 | A 5-10; B 12-14",
                "more than spaces between: both | A 5-9 1; A 12-14 1 | A 5-9; A 12-14",
                "in any order | B 5-6 1; A 0-2 1 | A 0-2; B 5-6",
            })
    void places_thatConflict_areResolvedAsPresidioDoes(String why, String given, String kept) {
        List<Place> places = new ArrayList<>();
        if (given != null) {
            for (String each : given.split("; ", -1)) {
                String[] parts = each.split("[ -]", -1);
                places.add(
                        new Place(
                                Integer.parseInt(parts[1]),
                                Integer.parseInt(parts[2]),
                                parts[0],
                                Double.valueOf(parts[3])));
            }
        }

        assertThat(
                        Conflicts.resolved(TEXT, CodePoints.of(TEXT), places).stream()
                                .map(each ->
                                        each.entityType() + " " + each.start() + "-" + each.end())
                                .collect(Collectors.joining("; ")))
                .isEqualTo(kept == null ? "" : kept);
    }
}
