package dev.avow.wire;

import dev.avow.words.Route;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How one kind of provider is spoken to: JSON over HTTP, answers whole or as server-sent events.
 *
 * @param kind the name of the kind, such as {@code openai}
 * @param base the base URL of the one server that is meant where a tenant names none; empty where
 *     the kind stands for many
 * @param routes those that it has itself
 * @param version what stands between the base URL, as its official client takes it, and a route's
 *     path: {@code /v1}, or empty where the base URL has it already
 * @param catalogue where it lists its models
 * @param key how it is shown its key
 * @param headers what every request carries besides
 * @param translations the routes that it lacks and can be asked by all the same
 * @param batches the routes that the lines of a batch may name, where it has OpenAI's files and
 *     batches, or Anthropic's message batches; empty where not
 */
public record Speech(
        String kind,
        String base,
        Set<Route> routes,
        String version,
        Catalogue catalogue,
        KeyUse key,
        Map<String, String> headers,
        Map<Route, Translation> translations,
        Set<Route> batches) {

    /**
     * One that has no batches.
     *
     * @param models the path after the version that lists its models; empty where it has none
     */
    public Speech(
            String kind,
            String base,
            Set<Route> routes,
            String version,
            String models,
            KeyUse key,
            Map<String, String> headers,
            Map<Route, Translation> translations) {
        this(
                kind,
                base,
                routes,
                version,
                Catalogue.at(models),
                key,
                headers,
                translations,
                Set.of());
    }

    public Speech {
        batches = Set.copyOf(batches);
        routes = Set.copyOf(routes);
        headers = Map.copyOf(headers);
        translations = Map.copyOf(translations);
    }

    /** Every route by which it can be asked. */
    Set<Route> reachable() {
        Set<Route> all = new HashSet<>(routes);
        all.addAll(translations.keySet());
        return Set.copyOf(all);
    }
}
