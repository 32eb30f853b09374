package dev.avow.wire;

import java.util.List;

/**
 * Where a provider lists its models. It is always the host of its base URL that is asked. Safe for
 * any thread.
 */
public interface Catalogue {

    /** Of a provider that lists none, or elsewhere. */
    Catalogue NONE = (_, _) -> List.of();

    /**
     * The paths that are asked; what they list is put together.
     *
     * @param prefix the base URL's path, without a slash at its end
     * @param version the speech's
     */
    List<String> paths(String prefix, String version);

    /** Whether a model that is listed can be asked by a route that there is. */
    default boolean offers(String model) {
        return true;
    }

    /** One path after the version. */
    static Catalogue at(String path) {
        return path.isEmpty() ? NONE : (prefix, version) -> List.of(prefix + version + path);
    }
}
