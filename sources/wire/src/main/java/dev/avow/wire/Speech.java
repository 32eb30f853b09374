package dev.avow.wire;

import dev.avow.words.Route;
import java.util.Map;
import java.util.Set;

/**
 * How one kind of provider is spoken to: JSON over HTTP, answers whole or as server-sent events.
 *
 * @param kind the name of the kind, such as {@code openai}
 * @param routes those that it has
 * @param version what stands between the base URL, as its official client takes it, and a route's
 *     path: {@code /v1}, or empty where the base URL has it already
 * @param keyHeader the header that takes the key
 * @param keyPrefix what stands before the key there; may be empty
 * @param headers what every request carries besides
 */
public record Speech(
        String kind,
        Set<Route> routes,
        String version,
        String keyHeader,
        String keyPrefix,
        Map<String, String> headers) {

    public Speech {
        routes = Set.copyOf(routes);
        headers = Map.copyOf(headers);
    }
}
