package dev.avow.presidio;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers {@code /presidio/anonymize} and {@code /presidio/deanonymize}. Safe for any thread. */
final class Anonymizer {

    private Anonymizer() {}

    /**
     * Hides what the caller found.
     *
     * @param mostPlaces results, at most
     * @param mostChars UTF-16 code units of all that is put in, at most
     * @throws PresidioError 422 where a field is missing or wrong
     */
    static Replaced anonymize(@Nullable JsonNode json, int mostPlaces, int mostChars) {
        JsonNode content = content(json);
        Map<String, OperatorConfig> configs =
                OperatorConfig.byEntity(Json.field(content, "anonymizers"), "anonymizers");
        if (configs.values().stream().anyMatch(each -> each.name().equals("custom"))) {
            throw new PresidioError(400, "Custom type anonymizer is not supported");
        }
        configs.putIfAbsent(OperatorConfig.DEFAULT, OperatorConfig.replace());
        List<Place> given = Place.ofAnalyzerResults(Json.field(content, "analyzer_results"));
        checkCount(given, mostPlaces);
        String text = text(content);
        CodePoints points = CodePoints.of(text);
        List<Place> places = Conflicts.resolved(text, points, given);
        return new Replacing(text, points, configs, Operators.anonymizers(text), mostChars)
                .replace(places);
    }

    /**
     * Puts back what can be put back with the caller's key.
     *
     * @param mostPlaces results, at most
     * @param mostChars UTF-16 code units of all that is put in, at most
     * @throws PresidioError 422 where a field is missing or wrong, or a value does not decrypt
     */
    static Replaced deanonymize(@Nullable JsonNode json, int mostPlaces, int mostChars) {
        JsonNode content = content(json);
        String text = text(content);
        List<Place> places = Place.ofAnonymizerResults(Json.field(content, "anonymizer_results"));
        checkCount(places, mostPlaces);
        Map<String, OperatorConfig> configs =
                OperatorConfig.byEntity(Json.field(content, "deanonymizers"), "deanonymizers");
        return new Replacing(
                        text, CodePoints.of(text), configs, Operators.deanonymizers(), mostChars)
                .replace(places);
    }

    private static void checkCount(List<Place> places, int most) {
        if (places.size() > most) {
            throw PresidioError.invalid(
                    "Invalid input, there are more than "
                            + most
                            + " results; send fewer, or raise AVOW_PRESIDIO_MAX_RESULTS");
        }
    }

    private static JsonNode content(@Nullable JsonNode json) {
        if (json == null || !json.isObject() || json.isEmpty()) {
            throw new PresidioError(400, "Invalid request json");
        }
        return json;
    }

    private static String text(JsonNode content) {
        JsonNode text = content.get("text");
        if (text == null) {
            return "";
        }
        if (!text.isString()) {
            throw PresidioError.invalid("Invalid input, text must be a string");
        }
        return text.asString();
    }
}
