package dev.avow.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * That a backup was found good.
 *
 * @param at when
 * @param restored whether it was restored into a database of its own, and not just opened
 */
public record Checked(Instant at, boolean restored) {

    private static final JsonMapper JSON = new JsonMapper();

    String text() {
        return JSON.writeValueAsString(Map.of("at", at.toString(), "restored", restored));
    }

    static Optional<Checked> read(String text) {
        try {
            JsonNode fields = JSON.readTree(text);
            return Optional.of(
                    new Checked(
                            Instant.parse(fields.path("at").asString("")),
                            fields.path("restored").asBoolean(false)));
        } catch (JacksonException | DateTimeException damaged) {
            return Optional.empty();
        }
    }
}
