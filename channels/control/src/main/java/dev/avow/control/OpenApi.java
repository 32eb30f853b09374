package dev.avow.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the control plane (OpenAPI 3.1), put together at start from {@code
 * openapi/base.json} and one file per {@link Routes}. Immutable.
 */
final class OpenApi {

    private final ObjectNode document;

    private OpenApi(ObjectNode document) {
        this.document = document;
    }

    static OpenApi of(List<Routes> routes) {
        ObjectNode document = read("base.json");
        for (Routes group : routes) {
            ObjectNode part = read(group.description());
            ObjectNode paths = document.withObject("/paths");
            part.path("paths")
                    .properties()
                    .forEach(path ->
                            merge(paths.withObjectProperty(path.getKey()), path.getValue()));
            merge(
                    document.withObject("/components/schemas"),
                    part.path("components").path("schemas"));
        }
        return new OpenApi(document);
    }

    byte[] json() {
        return Json.write(document);
    }

    /** Every operation that is described, such as {@code GET /api/v1/setup}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(method ->
                                        operations.add(
                                                method.toUpperCase(java.util.Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));
        return operations;
    }

    /** The query parameters that an operation is described with. */
    KnownQuery queryOf(RouteTable.Entry route) {
        Set<String> names = new TreeSet<>();
        String method = route.method().name().toLowerCase(java.util.Locale.ROOT);
        for (JsonNode each :
                document.path("paths").path(route.path()).path(method).path("parameters")) {
            JsonNode parameter =
                    each.has("$ref")
                            ? document.at(each.path("$ref").stringValue().substring(1))
                            : each;
            if (parameter.path("in").asString().equals("query")) {
                names.add(parameter.path("name").asString());
            }
        }
        return new KnownQuery(names);
    }

    private static void merge(ObjectNode into, JsonNode part) {
        part.properties()
                .forEach(entry -> {
                    if (into.has(entry.getKey())) {
                        throw new IllegalStateException(entry.getKey() + " is described twice");
                    }
                    into.set(entry.getKey(), entry.getValue());
                });
    }

    private static ObjectNode read(String name) {
        try (InputStream file = OpenApi.class.getResourceAsStream("openapi/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the description " + name + " is missing");
            }
            return (ObjectNode) Json.tree(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
