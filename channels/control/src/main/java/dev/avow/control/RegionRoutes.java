package dev.avow.control;

import dev.avow.registry.RegionRule;
import dev.avow.registry.RegionStore;
import dev.avow.registry.Regions;
import dev.avow.words.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/regions}: where a tenant's requests may go (promise T7). */
public final class RegionRoutes implements Routes {

    private static final String PATH = "/api/v1/regions";

    private record Body(List<@Nullable String> allowed) {}

    /** Empty lists allow any region. */
    private record View(
            @Nullable Region installation, List<Region> allowedByOperator, List<Region> allowed) {}

    private final RegionStore store;
    private final RegionRule rule;

    public RegionRoutes(RegionStore store, RegionRule rule) {
        this.store = store;
        this.rule = rule;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, this::show).put(PATH, this::change);
    }

    @Override
    public String description() {
        return "regions.json";
    }

    private ControlAnswer show(ControlRequest request) {
        return ControlAnswer.ok(view(store.of(request.tenant())));
    }

    private ControlAnswer change(ControlRequest request) {
        List<Region> wanted = Regions.of(request.body(Body.class).allowed(), "allowed");
        return ControlAnswer.ok(view(store.change(request.actor(), wanted)));
    }

    private View view(List<Region> allowed) {
        return new View(rule.home(), rule.installation(), allowed);
    }
}
