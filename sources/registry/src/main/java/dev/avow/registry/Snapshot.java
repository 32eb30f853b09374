package dev.avow.registry;

import dev.avow.words.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A tenant's providers and routes as one reading saw them.
 *
 * @param number of the reading; a later reading has a higher one
 * @param providers the first one added comes first
 * @param routes by their names
 * @param regions where requests may go; empty for anywhere
 */
record Snapshot(
        long number,
        List<StoredProvider> providers,
        Map<String, StoredRoute> routes,
        List<Region> regions) {

    Snapshot {
        providers = List.copyOf(providers);
        routes = Map.copyOf(routes);
        regions = List.copyOf(regions);
    }

    static Snapshot of(
            long number,
            List<StoredProvider> providers,
            List<StoredRoute> routes,
            List<Region> regions) {
        return new Snapshot(
                number,
                providers,
                routes.stream().collect(Collectors.toMap(StoredRoute::name, Function.identity())),
                regions);
    }

    Optional<StoredProvider> named(String name) {
        for (StoredProvider provider : providers) {
            if (provider.name().equals(name)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }

    static Snapshot later(Snapshot one, Snapshot other) {
        return other.number() > one.number() ? other : one;
    }
}
