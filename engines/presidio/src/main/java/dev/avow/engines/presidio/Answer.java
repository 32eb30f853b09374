package dev.avow.engines.presidio;

import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Finding;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what {@code POST /analyze} answered: a list of {@code RecognizerResultWithAnalysis}.
 *
 * <p>Source: {@code docs/api-docs/api-docs.yml} of Presidio 2.2.
 */
final class Answer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answer() {}

    /**
     * @param namesOnly whether what else was answered is passed over
     * @return findings with their places in the whole text, in no order; they may overlap
     * @throws Unserved where it is no such list, or names places that the piece does not have
     */
    static List<Finding> read(byte[] body, Pieces.Piece piece, boolean namesOnly) throws Unserved {
        JsonNode list;
        try {
            list = JSON.readTree(body);
        } catch (JacksonException noJson) {
            throw garbage();
        }
        if (!list.isArray()) {
            throw garbage();
        }
        Units units = Units.of(piece.text());
        List<Finding> findings = new ArrayList<>();
        for (JsonNode each : list) {
            JsonNode entity = each.path("entity_type");
            int start = units.at(place(each.path("start")));
            int end = units.at(place(each.path("end")));
            double score = each.path("score").asDouble(-1);
            if (!entity.isString() || start < 0 || end < start || !(score >= 0 && score <= 1)) {
                throw garbage();
            }
            if (end > start && (!namesOnly || Entities.isName(entity.asString()))) {
                findings.add(
                        new Finding(
                                Entities.type(entity.asString(), piece.text(), start),
                                piece.start() + start,
                                piece.start() + end,
                                score,
                                Finding.Reason.PATTERN));
            }
        }
        return findings;
    }

    private static int place(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToInt() ? number.asInt() : -1;
    }

    private static Unserved garbage() {
        return new Unserved(
                Coverage.Why.RECOGNIZER_FAILED, "its answer is no list of Presidio's results");
    }
}
