package dev.avow.registry;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Region;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Keeps which regions a tenant's requests may go to (promise T7). A change and its audit entry are
 * one transaction, and the {@link Registry} knows of it before it returns. Safe for any thread;
 * blocks.
 */
public final class RegionStore {

    private static final String READ = "SELECT regions FROM region_limits";

    private static final String CLEAR = "DELETE FROM region_limits";

    private static final String INSERT =
            "INSERT INTO region_limits (tenant_id, regions) VALUES (:tenant, :regions)";

    private final Tenancy tenancy;
    private final AuditLog audit;
    private final Registry registry;

    public RegionStore(Tenancy tenancy, AuditLog audit, Registry registry) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.registry = registry;
    }

    /** What the tenant allows; empty for any. */
    public List<Region> of(TenantId tenant) {
        return tenancy.within(tenant, RegionStore::read);
    }

    /** Allows these regions and no others; none: any. */
    public List<Region> change(Actor actor, List<Region> regions) {
        List<Region> wanted = regions.stream().distinct().sorted().toList();
        try {
            return tenancy.within(
                    actor.tenant(),
                    handle -> {
                        List<Region> before = read(handle);
                        handle.execute(CLEAR);
                        if (!wanted.isEmpty()) {
                            handle.createUpdate(INSERT)
                                    .bind("tenant", actor.tenant().value())
                                    .bind("regions", Region.names(wanted).toArray(String[]::new))
                                    .execute();
                        }
                        audit.append(
                                handle,
                                actor,
                                new AuditEntry(
                                        "regions_changed",
                                        "regions",
                                        actor.tenant().toString(),
                                        Map.of("allowed", Region.names(before)),
                                        Map.of("allowed", Region.names(wanted))));
                        return wanted;
                    });
        } finally {
            registry.changed(actor.tenant());
        }
    }

    static List<Region> read(Handle handle) {
        return handle.createQuery(READ).map((row, _) -> row.getArray("regions")).list().stream()
                .flatMap(array -> Regions.of(array).stream())
                .toList();
    }
}
