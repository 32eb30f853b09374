package dev.avow.control;

import dev.avow.registry.ProviderDraft;
import dev.avow.registry.ProviderKeys;
import dev.avow.registry.ProviderPlace;
import dev.avow.registry.ProviderStore;
import dev.avow.registry.Regions;
import dev.avow.registry.StoredKey;
import dev.avow.registry.StoredProvider;
import dev.avow.words.Cursor;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.Region;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/provider-keys}: the tenant's own providers (promise B8). No key comes back. */
public final class ProviderRoutes implements Routes {

    private record Body(
            String name,
            String kind,
            @Nullable String baseUrl,
            @Nullable String key,
            @Nullable String region,
            @Nullable String agreement) {

        /** Prints nothing of it. */
        @Override
        public String toString() {
            return "Body";
        }
    }

    private record View(
            UUID id,
            String name,
            String kind,
            String baseUrl,
            boolean hasKey,
            List<KeyView> keys,
            @Nullable Region region,
            @Nullable String agreement,
            Instant createdAt) {}

    /**
     * @param opens false where it cannot be opened: it was sealed by a key that is gone, or moved
     */
    private record KeyView(UUID id, Instant createdAt, boolean opens) {}

    private record NewKey(String key) {

        /** Prints nothing of it. */
        @Override
        public String toString() {
            return "NewKey";
        }
    }

    private final ProviderStore store;
    private final ProviderKeys keys;

    public ProviderRoutes(ProviderStore store, ProviderKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    @Override
    public void mount(RouteTable table) {
        table.get("/api/v1/provider-keys", this::list)
                .post("/api/v1/provider-keys", this::create)
                .get("/api/v1/provider-keys/{id}", this::find)
                .patch("/api/v1/provider-keys/{id}", this::change)
                .delete("/api/v1/provider-keys/{id}", this::delete)
                .post("/api/v1/provider-keys/{id}/keys", this::addKey)
                .delete("/api/v1/provider-keys/{id}/keys/{key_id}", this::retireKey);
    }

    @Override
    public String description() {
        return "provider-keys.json";
    }

    /** The first one added, which is the default, comes first. */
    private ControlAnswer list(ControlRequest request) {
        PageRequest wanted = request.page();
        Cursor after = wanted.after();
        List<StoredProvider> rest =
                store.all(request.tenant()).stream()
                        .filter(each -> after == null || isAfter(each, after))
                        .toList();
        Page<StoredProvider> page =
                wanted.pageOf(rest, each -> new Cursor(each.createdAt(), each.id()));
        return ControlAnswer.ok(page.map(ProviderRoutes::view));
    }

    private ControlAnswer find(ControlRequest request) {
        UUID id = request.pathId();
        return ControlAnswer.found(
                store.all(request.tenant()).stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .map(ProviderRoutes::view));
    }

    private static boolean isAfter(StoredProvider provider, Cursor after) {
        int byTime = provider.createdAt().compareTo(after.at());
        return byTime > 0
                || (byTime == 0 && provider.id().toString().compareTo(after.id().toString()) > 0);
    }

    private ControlAnswer create(ControlRequest request) {
        Body body = request.body(Body.class);
        return ControlAnswer.created(
                view(
                        store.create(
                                request.actor(),
                                new ProviderDraft(
                                        body.name(),
                                        body.kind(),
                                        body.baseUrl(),
                                        body.key(),
                                        body.region(),
                                        body.agreement()))));
    }

    /** What is not named stays as it is; null takes it away. */
    private ControlAnswer change(ControlRequest request) {
        Members body = new Members(request.bodyObject(Set.of("region", "agreement")));
        return ControlAnswer.ok(
                view(
                        store.place(
                                request.actor(),
                                request.pathId(),
                                before ->
                                        new ProviderPlace(
                                                body.has("region")
                                                        ? Regions.of(
                                                                body.textOrNull("region", null),
                                                                "region")
                                                        : before.region(),
                                                body.textOrNull(
                                                        "agreement", before.agreement())))));
    }

    private ControlAnswer delete(ControlRequest request) {
        store.delete(request.actor(), request.pathId());
        return ControlAnswer.noContent();
    }

    private ControlAnswer addKey(ControlRequest request) {
        return ControlAnswer.created(
                view(
                        keys.add(
                                request.actor(),
                                request.pathId(),
                                request.body(NewKey.class).key())));
    }

    private ControlAnswer retireKey(ControlRequest request) {
        keys.retire(request.actor(), request.pathId(), request.pathId("key_id"));
        return ControlAnswer.noContent();
    }

    private static KeyView view(StoredKey key) {
        return new KeyView(key.id(), key.createdAt(), key.key().opens());
    }

    private static View view(StoredProvider provider) {
        return new View(
                provider.id(),
                provider.name(),
                provider.kind(),
                provider.base().toString(),
                !provider.keys().isEmpty(),
                provider.keys().stream().map(ProviderRoutes::view).toList(),
                provider.region(),
                provider.agreement(),
                provider.createdAt());
    }
}
