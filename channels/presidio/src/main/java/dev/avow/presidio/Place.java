package dev.avow.presidio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place in a text that an operator is to work on, with Presidio's own checks and messages.
 *
 * @param start in code points, inclusive
 * @param end in code points, exclusive; may be the start
 * @param score null where none was given
 */
record Place(int start, int end, String entityType, @Nullable Double score) {

    /** Reads {@code analyzer_results}. */
    static List<Place> ofAnalyzerResults(@Nullable JsonNode results) {
        if (results == null) {
            throw PresidioError.invalid("Invalid input, request must contain analyzer results");
        }
        List<Place> places = new ArrayList<>();
        for (JsonNode each : array(results, "analyzer_results")) {
            Place place = of(each);
            if (place.score() == null) {
                throw PresidioError.invalid("Invalid input, analyzer result must contain score");
            }
            places.add(place);
        }
        return places;
    }

    /** Reads {@code anonymizer_results}; none where there are none. */
    static List<Place> ofAnonymizerResults(@Nullable JsonNode results) {
        List<Place> places = new ArrayList<>();
        if (results != null) {
            array(results, "anonymizer_results").forEach(each -> places.add(of(each)));
        }
        return places;
    }

    private static JsonNode array(JsonNode results, String name) {
        if (!results.isArray()) {
            throw PresidioError.invalid("Invalid input, " + name + " must be an array");
        }
        return results;
    }

    private static Place of(JsonNode json) {
        if (!json.isObject()) {
            throw PresidioError.invalid("Invalid input, a result must be an object");
        }
        long start = number(json, "start");
        long end = number(json, "end");
        JsonNode entity = Json.field(json, "entity_type");
        if (entity == null || !entity.isString() || entity.asString().isEmpty()) {
            throw PresidioError.invalid("Invalid input, result must contain entity_type");
        }
        JsonNode score = Json.field(json, "score");
        if (score != null && !score.isNumber()) {
            throw Parameters.wrongType("score", "number", score);
        }
        if (start < 0 || end < 0) {
            throw PresidioError.invalid("Invalid input, result start and end must be positive");
        }
        if (start > end) {
            throw PresidioError.invalid(
                    "Invalid input, start index '"
                            + start
                            + "' must be smaller than end index '"
                            + end
                            + "'");
        }
        return new Place(
                (int) Math.min(start, Integer.MAX_VALUE),
                (int) Math.min(end, Integer.MAX_VALUE),
                entity.asString(),
                score == null ? null : score.asDouble());
    }

    private static long number(JsonNode json, String name) {
        JsonNode value = Json.field(json, name);
        if (value == null) {
            throw PresidioError.invalid("Invalid input, result must contain " + name);
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw Parameters.wrongType(name, "number", value);
        }
        return value.asLong();
    }

    private double certainScore() {
        return score == null ? 0 : score;
    }

    /** How many code points two places share; 0 where they only touch. */
    int intersects(Place other) {
        if (end < other.start || other.end < start) {
            return 0;
        }
        return Math.min(end, other.end) - Math.max(start, other.start);
    }

    boolean isWhere(Place other) {
        return start == other.start && end == other.end;
    }

    /** Both as one, with the higher score. */
    Place mergedWith(Place other) {
        return new Place(
                Math.min(start, other.start),
                Math.max(end, other.end),
                entityType,
                Math.max(certainScore(), other.certainScore()));
    }

    Place startingAt(int earlier) {
        return new Place(earlier, end, entityType, score);
    }

    boolean isSurerThan(Place other) {
        return certainScore() > other.certainScore();
    }
}
