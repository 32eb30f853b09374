package dev.avow.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the control plane, as {@code /api/openapi.json} describes it.
 *
 * @param method in capitals
 * @param path with names in braces
 * @param query the names of its query parameters
 * @param list whether it answers {@code items} and {@code next_cursor}
 */
record Described(String method, String path, Set<String> query, boolean list) {

    /** Every operation below {@code /api/v1}. */
    static List<Described> all(Installation avow) {
        JsonNode document = Http.get(avow.url() + "/api/openapi.json", avow.adminKey()).json();
        List<Described> all = new ArrayList<>();
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1/"))
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation ->
                                        all.add(
                                                of(
                                                        document,
                                                        operation.getKey(),
                                                        path.getKey(),
                                                        operation.getValue()))));
        return all;
    }

    private static Described of(JsonNode document, String method, String path, JsonNode operation) {
        Set<String> query = new TreeSet<>();
        for (JsonNode each : operation.path("parameters")) {
            JsonNode parameter = resolved(document, each);
            if (parameter.path("in").asString().equals("query")) {
                query.add(parameter.path("name").asString());
            }
        }
        JsonNode answer =
                resolved(document, operation.at("/responses/200/content/application~1json/schema"));
        return new Described(
                method.toUpperCase(Locale.ROOT),
                path,
                query,
                answer.at("/properties").has("items"));
    }

    private static JsonNode resolved(JsonNode document, JsonNode part) {
        return part.has("$ref") ? document.at(part.path("$ref").asString().substring(1)) : part;
    }

    /** The path with this id for each of its names. */
    String pathOf(String id) {
        return path.replaceAll("\\{[a-z_]+}", id);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
