package dev.avow.incidents;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What rows of incidents hold as JSON. */
final class IncidentJson {

    private static final JsonMapper JSON = new JsonMapper();

    private IncidentJson() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException malformed) {
            // Its own message could quote.
            throw new IllegalStateException("a row of an incident is malformed");
        }
    }
}
