package dev.avow.registry;

import dev.avow.words.Region;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A route as it is kept: a tenant's own name for a model that stands for one or several.
 *
 * @param name unique in the tenant, without a slash
 * @param targets at least one, in the order in which they were given
 * @param repeatAfterTimeout whether another try may follow one that may have been served and billed
 * @param allowedRegions where its targets may be; empty for wherever the tenant's may
 * @param createdBy null for the operator at the command line
 * @param createdAt to the microsecond, as {@code modifiedAt}
 */
public record StoredRoute(
        UUID id,
        String name,
        List<RouteTarget> targets,
        boolean repeatAfterTimeout,
        List<Region> allowedRegions,
        @Nullable UUID createdBy,
        Instant createdAt,
        Instant modifiedAt) {

    public StoredRoute {
        targets = List.copyOf(targets);
        allowedRegions = List.copyOf(allowedRegions);
    }

    /** What somebody would write to have it as it is. */
    public RouteDraft draft() {
        return new RouteDraft(name, targets, repeatAfterTimeout, allowedRegions);
    }

    /** What the audit log keeps. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put(
                "targets",
                targets.stream()
                        .map(each ->
                                each.provider()
                                        + "/"
                                        + each.model()
                                        + " weight "
                                        + each.weight()
                                        + " priority "
                                        + each.priority())
                        .toList());
        values.put("repeat_after_timeout", repeatAfterTimeout);
        values.put("allowed_regions", Region.names(allowedRegions));
        return values;
    }
}
