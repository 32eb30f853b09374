package dev.avow.registry;

import dev.avow.admit.Destinations;
import dev.avow.admit.Whereabouts;
import dev.avow.ask.Endpoint;
import dev.avow.ask.Endpoints;
import dev.avow.ask.Provider;
import dev.avow.sealing.Keyring;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.tenancy.Remembered;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Destination;
import dev.avow.words.Itinerary;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Knows where a model is to be had, and how its provider is reached.
 *
 * <p>A model is named {@code NAME/model}, NAME a provider's, or plainly: then the route of that
 * name decides, else the provider known to offer it (the first one added, of several), else the
 * first one added gets it.
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
    private final RegionRule rule;
    private final @Nullable DefaultModel byOperator;
    private final DoubleSupplier chance;
    private final AtomicLong readings = new AtomicLong();

    /** What was read last, for requests that are under way while it is read anew. */
    private final ConcurrentMap<TenantId, Snapshot> lastKnown = new ConcurrentHashMap<>();

    /**
     * @param byOperator the model for tenants without a provider; null for none
     */
    public Registry(
            Tenancy tenancy,
            Keyring keyring,
            List<Provider> providers,
            RegionRule rule,
            @Nullable DefaultModel byOperator,
            InstantSource clock) {
        this(
                tenancy,
                keyring,
                providers,
                rule,
                byOperator,
                clock,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * @param chance numbers from 0 (included) to 1 (left out), for the order of a route's targets
     */
    Registry(
            Tenancy tenancy,
            Keyring keyring,
            List<Provider> providers,
            RegionRule rule,
            @Nullable DefaultModel byOperator,
            InstantSource clock,
            DoubleSupplier chance) {
        this.rule = rule;
        this.byOperator = byOperator;
        this.chance = chance;
        ProviderRows rows = new ProviderRows(keyring);
        this.snapshots =
                new Remembered<>(tenant -> {
                    long number = readings.incrementAndGet();
                    return tenancy.within(
                            tenant,
                            handle ->
                                    Snapshot.of(
                                            number,
                                            rows.all(handle, tenant),
                                            RouteRows.all(handle),
                                            RegionStore.read(handle)));
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
    public Optional<Itinerary> recall(TenantId tenant, String model) {
        if (model.equals(BuiltIn.MODEL)) {
            return Optional.of(Itinerary.to(BuiltIn.destination(tenant)));
        }
        Snapshot snapshot = snapshots.recall(tenant).orElse(null);
        return snapshot == null
                ? Optional.empty()
                : resolution(tenant, snapshot).of(model, lists::known).flatMap(Registry::itinerary);
    }

    private Resolution resolution(TenantId tenant, Snapshot snapshot) {
        return new Resolution(tenant, snapshot, rule, byOperator, chance);
    }

    private static Optional<Itinerary> itinerary(Whereabouts found) {
        return switch (found) {
            case Whereabouts.Known known -> Optional.of(known.itinerary());
            case Whereabouts.Nowhere _ -> Optional.empty();
        };
    }

    @Override
    public Whereabouts find(TenantId tenant, String model) {
        if (model.equals(BuiltIn.MODEL)) {
            return new Whereabouts.Known(Itinerary.to(BuiltIn.destination(tenant)));
        }
        Snapshot snapshot = snapshot(tenant);
        Resolution resolution = resolution(tenant, snapshot);
        // All are asked before any is waited for.
        List<StoredProvider> reachable = resolution.reachable();
        if (reachable.size() > 1) {
            reachable.forEach(lists::known);
        }
        return resolution
                .of(model, provider -> Optional.of(lists.settled(provider).join()))
                .orElseThrow();
    }

    @Override
    public void load(TenantId tenant) {
        Snapshot _ = snapshot(tenant);
    }

    @Override
    public Optional<Endpoint> of(Destination destination, long affinity) {
        Optional<Endpoint> builtIn = BuiltIn.endpoint(destination);
        if (builtIn.isPresent()) {
            return builtIn;
        }
        Snapshot snapshot =
                snapshots
                        .recall(destination.tenant())
                        .orElseGet(() -> lastKnown.get(destination.tenant()));
        if (snapshot == null) {
            return Optional.empty();
        }
        Resolution resolution = resolution(destination.tenant(), snapshot);
        return byOperator != null && byOperator.isAt(destination)
                ? Optional.of(byOperator).filter(resolution::allows).map(DefaultModel::endpoint)
                : resolution.reachable().stream()
                        .filter(each -> each.id().equals(destination.providerId()))
                        .findFirst()
                        .map(each -> each.endpoint(affinity));
    }

    /**
     * Where a provider processes what it is sent, as memory knows it; empty where it does not, or
     * where it is built in.
     */
    public Optional<ProviderPlace> place(Destination destination) {
        if (byOperator != null && byOperator.isAt(destination)) {
            return Optional.of(new ProviderPlace(byOperator.region(), null));
        }
        return snapshots
                .recall(destination.tenant())
                .flatMap(snapshot ->
                        snapshot.providers().stream()
                                .filter(each -> each.id().equals(destination.providerId()))
                                .findFirst())
                .map(StoredProvider::place);
    }

    /**
     * Everything that the tenant can name: the mirror, the routes, then as {@code NAME/model} what
     * the providers offer. Providers are asked side by side; one that does not answer within two
     * seconds is left out. Blocks.
     */
    public List<String> models(TenantId tenant) {
        Snapshot snapshot = snapshot(tenant);
        Resolution resolution = resolution(tenant, snapshot);
        List<StoredProvider> providers = resolution.reachable();
        List<CompletableFuture<Set<String>>> asked =
                providers.stream().map(lists::settled).toList();
        List<String> models = new ArrayList<>();
        models.add(BuiltIn.MODEL);
        resolution
                .byOperator()
                .filter(resolution::allows)
                .ifPresent(_ -> models.add(DefaultModel.NAME));
        snapshot.routes().keySet().stream().sorted().forEach(models::add);
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
