package dev.avow.registry;

import dev.avow.words.Region;
import java.util.List;

/**
 * A route as somebody wants to have it. Nothing of it is checked yet; {@link RouteRules} does.
 *
 * @param name what callers name in a model's place
 * @param targets the models that it stands for
 * @param repeatAfterTimeout whether another try may follow one that may have been served and billed
 * @param allowedRegions where its targets may be; empty for wherever the tenant's may
 */
public record RouteDraft(
        String name,
        List<RouteTarget> targets,
        boolean repeatAfterTimeout,
        List<Region> allowedRegions) {

    public RouteDraft {
        targets = List.copyOf(targets);
        allowedRegions = List.copyOf(allowedRegions);
    }

    /** One that goes wherever the tenant's requests may. */
    public RouteDraft(String name, List<RouteTarget> targets, boolean repeatAfterTimeout) {
        this(name, targets, repeatAfterTimeout, List.of());
    }
}
