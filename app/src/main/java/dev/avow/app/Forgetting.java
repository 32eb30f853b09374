package dev.avow.app;

import dev.avow.tenancy.ChangeWatch;

/** Makes memory forget what somebody changed. */
record Forgetting(Services services, Runnable keysMayHaveChanged, Runnable nodesMayHaveChanged)
        implements ChangeWatch.Listener {

    @Override
    public void changed(String table) {
        switch (table) {
            case "policies" -> services.currentPolicies().forget();
            case "detection_definitions" -> services.detectors().forget();
            case "provider_keys", "routes", "provider_secrets", "route_targets", "region_limits" ->
                    services.registry().forget();
            case "tenant_keys", "key_rotations" -> keysMayHaveChanged.run();
            case "nodes" -> nodesMayHaveChanged.run();
            case "prices", "budgets" -> services.spending().forget();
            default -> services.callers().changed(table);
        }
    }

    @Override
    public void everythingMayHaveChanged() {
        services.currentPolicies().forget();
        services.detectors().forget();
        services.registry().forget();
        services.spending().forget();
        services.callers().everythingMayHaveChanged();
        keysMayHaveChanged.run();
        nodesMayHaveChanged.run();
    }
}
