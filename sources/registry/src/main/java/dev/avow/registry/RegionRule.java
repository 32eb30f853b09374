package dev.avow.registry;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which regions requests may go to (promise T7). Three lists narrow each other: the installation's,
 * the tenant's and the route's; where one is set, what stands not in it is not reached, and neither
 * is a provider that does not say where it is. Where neither the installation nor the tenant has
 * set one, a provider that says where it is must be in the installation's own region or on its own
 * ground: to leave that region takes somebody's word.
 *
 * @param home the installation's own region; null where none of {@link Region} is
 * @param installation what the operator allows; empty for any
 */
public record RegionRule(@Nullable Region home, List<Region> installation) {

    public RegionRule {
        installation = List.copyOf(installation);
    }

    /**
     * @param region a provider's; null where it does not say
     * @param tenant what the tenant allows; empty for any
     * @param route what the route allows; empty for any
     */
    boolean allows(@Nullable Region region, List<Region> tenant, List<Region> route) {
        boolean spoken = !installation.isEmpty() || !tenant.isEmpty();
        return stands(region, installation)
                && stands(region, tenant)
                && stands(region, route)
                && (spoken || region == null || region == Region.LOCAL || region == home);
    }

    private static boolean stands(@Nullable Region region, List<Region> list) {
        return list.isEmpty() || (region != null && list.contains(region));
    }

    static Fault notAllowed() {
        return Fault.of(
                FaultCode.REGION_NOT_ALLOWED,
                "this model is in a region that requests may not go to, or its provider does not"
                    + " say where it is; an administrator can set the provider's region, or change"
                    + " what is allowed under /api/v1/regions",
                "model");
    }
}
