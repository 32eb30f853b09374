package dev.avow.control;

import dev.avow.words.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code /api/v1/deployments}: under which profile and where a tenant's data is handled (promises
 * R1, T7). There is one, the default, which the installation's settings describe; it has its
 * tenant's id.
 */
public final class DeploymentRoutes implements Routes {

    private static final String PATH = "/api/v1/deployments";

    private record View(UUID id, UUID tenantId, String name, String profile, String region) {}

    private final String profile;
    private final String region;

    /**
     * @param profile the data-handling profile's name
     * @param region as the settings name it
     */
    public DeploymentRoutes(String profile, String region) {
        this.profile = profile;
        this.region = region;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, this::list).get(PATH + "/{id}", this::find);
    }

    @Override
    public String description() {
        return "deployments.json";
    }

    private ControlAnswer list(ControlRequest request) {
        List<View> all = List.of(view(request.tenant()));
        return ControlAnswer.ok(request.pageOf(all, View::name));
    }

    private ControlAnswer find(ControlRequest request) {
        UUID id = request.pathId();
        return ControlAnswer.found(
                Optional.of(view(request.tenant())).filter(each -> each.id().equals(id)));
    }

    private View view(TenantId tenant) {
        return new View(tenant.value(), tenant.value(), "default", profile, region);
    }
}
