package dev.avow.registry;

import dev.avow.admit.Destinations;
import dev.avow.ask.Endpoint;
import dev.avow.ask.Endpoints;
import dev.avow.ask.Provider;
import dev.avow.sealing.Keyring;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.tenancy.Remembered;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Destination;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Knows where a model is to be had, and how its provider is reached.
 *
 * <p>A model is named {@code NAME/model}, NAME a provider's, or plainly: then the provider known to
 * offer it decides (the first one added, of several), else the first one added gets it.
 *
 * <p>A model's own name may hold slashes. Where the part before the first is no provider's name, it
 * may be such a name, or one that named a provider which is gone: text that was meant for a machine
 * next door must not go elsewhere for that. So the first one added gets it by default only while
 * some provider does not say what it offers; where all say, and none offers it, it is not found.
 *
 * <p>Safe for any thread. {@link #recall} and {@link #of} never wait.
 */
public final class Registry implements Destinations, Endpoints {

    private final Remembered<Snapshot> snapshots;
    private final ModelLists lists;
    private final AtomicLong readings = new AtomicLong();

    /** What was read last, for requests that are under way while it is read anew. */
    private final ConcurrentMap<TenantId, Snapshot> lastKnown = new ConcurrentHashMap<>();

    public Registry(
            Tenancy tenancy, Keyring keyring, List<Provider> providers, InstantSource clock) {
        ProviderRows rows = new ProviderRows(keyring);
        this.snapshots =
                new Remembered<>(tenant -> {
                    long number = readings.incrementAndGet();
                    return new Snapshot(
                            number, tenancy.within(tenant, handle -> rows.all(handle, tenant)));
                });
        this.lists =
                new ModelLists(
                        providers.stream()
                                .collect(
                                        Collectors.toUnmodifiableMap(
                                                Provider::kind, Function.identity())),
                        clock);
    }

    @Override
    public Optional<Destination> recall(TenantId tenant, String model) {
        if (model.equals(BuiltIn.MODEL)) {
            return Optional.of(BuiltIn.destination(tenant));
        }
        Snapshot snapshot = snapshots.recall(tenant).orElse(null);
        return snapshot == null
                ? Optional.empty()
                : resolve(snapshot, model, lists::known).flatMap(Function.identity());
    }

    @Override
    public Optional<Destination> find(TenantId tenant, String model) {
        if (model.equals(BuiltIn.MODEL)) {
            return Optional.of(BuiltIn.destination(tenant));
        }
        Snapshot snapshot = snapshot(tenant);
        // All are asked before any is waited for.
        if (snapshot.providers().size() > 1) {
            snapshot.providers().forEach(lists::known);
        }
        return resolve(snapshot, model, provider -> Optional.of(lists.settled(provider).join()))
                .flatMap(Function.identity());
    }

    /** Empty where a provider is still being waited for; an empty destination where none has it. */
    private static Optional<Optional<Destination>> resolve(
            Snapshot snapshot,
            String model,
            Function<StoredProvider, Optional<Set<String>>> offers) {
        int slash = model.indexOf('/');
        if (slash > 0) {
            String name = model.substring(0, slash);
            String rest = model.substring(slash + 1);
            StoredProvider named = snapshot.named(name).orElse(null);
            if (named != null || name.equals(BuiltIn.NAME)) {
                return Optional.of(
                        named == null || rest.isEmpty()
                                ? Optional.empty()
                                : Optional.of(named.destination(rest)));
            }
        }
        if (model.isEmpty() || snapshot.providers().isEmpty()) {
            return Optional.of(Optional.empty());
        }
        StoredProvider first = snapshot.providers().getFirst();
        if (slash < 0 && snapshot.providers().size() == 1) {
            return Optional.of(Optional.of(first.destination(model)));
        }
        boolean allSay = true;
        for (StoredProvider provider : snapshot.providers()) {
            Set<String> offered = offers.apply(provider).orElse(null);
            if (offered == null) {
                return Optional.empty();
            }
            if (offered.contains(model)) {
                return Optional.of(Optional.of(provider.destination(model)));
            }
            allSay &= !offered.isEmpty();
        }
        return Optional.of(
                slash >= 0 && allSay ? Optional.empty() : Optional.of(first.destination(model)));
    }

    @Override
    public Optional<Endpoint> of(Destination destination) {
        Optional<Endpoint> builtIn = BuiltIn.endpoint(destination);
        if (builtIn.isPresent()) {
            return builtIn;
        }
        Snapshot snapshot =
                snapshots
                        .recall(destination.tenant())
                        .orElseGet(() -> lastKnown.get(destination.tenant()));
        return snapshot == null
                ? Optional.empty()
                : snapshot.providers().stream()
                        .filter(each -> each.id().equals(destination.providerId()))
                        .findFirst()
                        .map(StoredProvider::endpoint);
    }

    /**
     * Everything that the tenant can name, as {@code NAME/model}, the mirror first. Providers are
     * asked side by side; one that does not answer within two seconds is left out. Blocks.
     */
    public List<String> models(TenantId tenant) {
        List<StoredProvider> providers = snapshot(tenant).providers();
        List<CompletableFuture<Set<String>>> asked =
                providers.stream().map(lists::settled).toList();
        List<String> models = new ArrayList<>();
        models.add(BuiltIn.MODEL);
        for (int i = 0; i < asked.size(); i++) {
            for (String model : asked.get(i).join()) {
                models.add(providers.get(i).name() + "/" + model);
            }
        }
        return models;
    }

    /** Forgets what is in memory, since another node changed it or may have, and reads it anew. */
    public void forget() {
        snapshots.forget();
        lastKnown.keySet().forEach(tenant -> Thread.ofVirtual().start(() -> refresh(tenant)));
    }

    /** This node changed the tenant's providers: afterwards nobody sees those of before. */
    void changed(TenantId tenant) {
        snapshots.forget(tenant);
        refresh(tenant);
    }

    private void refresh(TenantId tenant) {
        try {
            Snapshot _ = snapshot(tenant);
        } catch (DatabaseUnavailable gone) {
            // Without a database no request is admitted, so nothing older can be used.
            lastKnown.remove(tenant);
        }
    }

    private Snapshot snapshot(TenantId tenant) {
        Snapshot snapshot = snapshots.of(tenant);
        lastKnown.merge(tenant, snapshot, Snapshot::later);
        return snapshot;
    }
}
