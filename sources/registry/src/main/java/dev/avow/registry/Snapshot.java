package dev.avow.registry;

import java.util.List;
import java.util.Optional;

/**
 * A tenant's providers as one reading saw them.
 *
 * @param number of the reading; a later reading has a higher one
 * @param providers the first one added comes first
 */
record Snapshot(long number, List<StoredProvider> providers) {

    Snapshot {
        providers = List.copyOf(providers);
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
