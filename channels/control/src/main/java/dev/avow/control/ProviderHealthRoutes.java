package dev.avow.control;

import dev.avow.ask.ProviderHealth;
import dev.avow.registry.ProviderStore;
import dev.avow.registry.StoredProvider;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/providers/health}: how the tenant's providers were seen to work. No content. */
public final class ProviderHealthRoutes implements Routes {

    private record View(
            UUID id,
            String name,
            String kind,
            String breaker,
            int inFlight,
            int waiting,
            int consecutiveFailures,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable String lastFailureCode) {}

    private final ProviderStore store;
    private final Function<UUID, ProviderHealth> health;

    /**
     * @param health of a provider by its id, from memory
     */
    public ProviderHealthRoutes(ProviderStore store, Function<UUID, ProviderHealth> health) {
        this.store = store;
        this.health = health;
    }

    @Override
    public void mount(RouteTable table) {
        table.get("/api/v1/providers/health", this::list);
    }

    @Override
    public String description() {
        return "provider-health.json";
    }

    private ControlAnswer list(ControlRequest request) {
        return ControlAnswer.ok(
                request.pageOf(store.all(request.tenant()), each -> each.id().toString())
                        .map(this::view));
    }

    private View view(StoredProvider provider) {
        ProviderHealth seen = health.apply(provider.id());
        return new View(
                provider.id(),
                provider.name(),
                provider.kind(),
                seen.breaker(),
                seen.inFlight(),
                seen.waiting(),
                seen.failuresInARow(),
                seen.lastSuccess(),
                seen.lastFailure(),
                seen.lastFailureCode());
    }
}
