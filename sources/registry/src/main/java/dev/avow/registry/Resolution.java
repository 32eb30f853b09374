package dev.avow.registry;

import dev.avow.admit.Admission;
import dev.avow.admit.Whereabouts;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Itinerary;
import dev.avow.words.Region;
import dev.avow.words.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a model's name leads: {@code NAME/model} to that provider; a route's name to its
 * targets; any other name to the provider known to offer it, else to the first one added.
 */
final class Resolution {

    private final TenantId tenant;
    private final Snapshot snapshot;
    private final RegionRule rule;
    private final @Nullable DefaultModel byOperator;
    private final DoubleSupplier chance;

    /**
     * @param byOperator the model for tenants without a provider; null where the operator set none
     */
    Resolution(
            TenantId tenant,
            Snapshot snapshot,
            RegionRule rule,
            @Nullable DefaultModel byOperator,
            DoubleSupplier chance) {
        this.tenant = tenant;
        this.snapshot = snapshot;
        this.rule = rule;
        this.byOperator = byOperator;
        this.chance = chance;
    }

    /** The providers that may be reached at all; of the others nothing is even asked. */
    List<StoredProvider> reachable() {
        return snapshot.providers().stream().filter(each -> allows(each, List.of())).toList();
    }

    /** The operator's model, where this tenant has no provider of its own. */
    Optional<DefaultModel> byOperator() {
        return snapshot.providers().isEmpty() ? Optional.ofNullable(byOperator) : Optional.empty();
    }

    /** Whether requests may go to where the operator's model is. */
    boolean allows(DefaultModel model) {
        return rule.allows(model.region(), snapshot.regions(), List.of());
    }

    private boolean allows(StoredProvider provider, List<Region> route) {
        return rule.allows(provider.region(), snapshot.regions(), route);
    }

    /**
     * Where a model's name leads.
     *
     * @param offers what a provider offers; empty where it is still being waited for
     * @return empty where it hangs on a provider that is still being waited for
     */
    Optional<Whereabouts> of(String model, Function<StoredProvider, Optional<Set<String>>> offers) {
        if (model.equals(BuiltIn.MODEL)) {
            return known(BuiltIn.destination(tenant));
        }
        if (model.equals(DefaultModel.NAME)) {
            return byOperator()
                    .map(there -> allows(there) ? known(there.destination(tenant)) : elsewhere())
                    .orElseGet(Resolution::nowhere);
        }
        int slash = model.indexOf('/');
        StoredRoute route = slash < 0 ? snapshot.routes().get(model) : null;
        if (route != null) {
            return Optional.of(of(route));
        }
        if (slash > 0) {
            String name = model.substring(0, slash);
            String rest = model.substring(slash + 1);
            StoredProvider named = snapshot.named(name).orElse(null);
            if (named != null || name.equals(BuiltIn.NAME)) {
                if (named == null || rest.isEmpty()) {
                    return nowhere();
                }
                return allows(named, List.of()) ? known(named.destination(rest)) : elsewhere();
            }
        }
        List<StoredProvider> reachable = reachable();
        if (model.isEmpty() || reachable.isEmpty()) {
            return snapshot.providers().isEmpty() ? nowhere() : elsewhere();
        }
        StoredProvider first = reachable.getFirst();
        if (slash < 0 && reachable.size() == 1) {
            return known(first.destination(model));
        }
        boolean allSay = true;
        for (StoredProvider provider : reachable) {
            Set<String> offered = offers.apply(provider).orElse(null);
            if (offered == null) {
                return Optional.empty();
            }
            if (offered.contains(model)) {
                return known(provider.destination(model));
            }
            allSay &= !offered.isEmpty();
        }
        return slash >= 0 && allSay ? nowhere() : known(first.destination(model));
    }

    private Whereabouts of(StoredRoute route) {
        List<Destination> stops = new ArrayList<>(route.targets().size());
        boolean outside = false;
        for (RouteTarget target : RouteOrder.draw(route.targets(), chance)) {
            if (target.provider().equals(BuiltIn.NAME)) {
                stops.add(BuiltIn.destination(tenant));
                continue;
            }
            StoredProvider provider = snapshot.named(target.provider()).orElse(null);
            if (provider != null && allows(provider, route.allowedRegions())) {
                stops.add(provider.destination(target.model()));
            } else {
                outside |= provider != null;
            }
        }
        if (stops.isEmpty() && outside) {
            return new Whereabouts.Nowhere(RegionRule.notAllowed());
        }
        return stops.isEmpty()
                ? new Whereabouts.Nowhere(
                        Fault.of(
                                FaultCode.MODEL_NOT_FOUND,
                                "the providers of this route were removed; add one again or change"
                                        + " the route",
                                "model"))
                : new Whereabouts.Known(
                        new Itinerary(route.name(), stops, route.repeatAfterTimeout()));
    }

    private static Optional<Whereabouts> known(Destination destination) {
        return Optional.of(new Whereabouts.Known(Itinerary.to(destination)));
    }

    private static Optional<Whereabouts> elsewhere() {
        return Optional.of(new Whereabouts.Nowhere(RegionRule.notAllowed()));
    }

    private static Optional<Whereabouts> nowhere() {
        return Optional.of(new Whereabouts.Nowhere(Admission.unknownModel()));
    }
}
