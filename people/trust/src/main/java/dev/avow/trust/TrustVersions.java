package dev.avow.trust;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The versions of what is material on the public page (promise T4): kept when they are seen, with
 * what announced them, and never changed. Safe for any thread and on several nodes; blocks.
 */
public final class TrustVersions {

    /** Nodes of two settings, while they are started anew, make no version each time. */
    private static final Duration SETTLING = Duration.ofHours(1);

    private final Tenancy tenancy;
    private final AuditLog audit;
    private final int noticeDays;
    private final InstantSource clock;

    /**
     * @param noticeDays for so long after its day an announcement is for the next version
     */
    public TrustVersions(Tenancy tenancy, AuditLog audit, int noticeDays, InstantSource clock) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.noticeDays = noticeDays;
        this.clock = clock;
    }

    /** The version that a page is of; where there is none yet, it is kept as a new one. */
    public TrustVersion current(TenantId tenant, TrustPage page) {
        Material material = Material.of(page);
        String hash = material.hash();
        return tenancy.within(
                tenant,
                handle ->
                        known(handle, hash)
                                .orElseGet(() -> {
                                    TrustVersionRows.lock(handle);
                                    return known(handle, hash)
                                            .orElseGet(() -> kept(handle, tenant, material, hash));
                                }));
    }

    /** The newest, newest first, a hundred at most. */
    public List<TrustVersion> all(TenantId tenant) {
        return tenancy.within(tenant, handle -> TrustVersionRows.newest(handle, 100));
    }

    /** One by its number; empty where there is none. */
    public Optional<TrustVersion> find(TenantId tenant, int number) {
        return tenancy.within(tenant, handle -> TrustVersionRows.find(handle, number));
    }

    private Optional<TrustVersion> known(Handle handle, String hash) {
        List<TrustVersion> newest = TrustVersionRows.newest(handle, 2);
        boolean settling =
                !newest.isEmpty()
                        && newest.getFirst().since().plus(SETTLING).isAfter(clock.instant());
        return newest.stream()
                .limit(settling ? 2 : 1)
                .filter(each -> each.hash().equals(hash))
                .findFirst();
    }

    private TrustVersion kept(Handle handle, TenantId tenant, Material material, String hash) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<TrustVersion> before = TrustVersionRows.newest(handle, 1).stream().findFirst();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Optional<UUID> announced =
                before.flatMap(
                        _ -> AnnouncementRows.unused(handle, today, today.minusDays(noticeDays)));
        TrustVersion version =
                new TrustVersion(
                        before.map(TrustVersion::number).orElse(0) + 1,
                        now,
                        hash,
                        material,
                        announced.orElse(null),
                        before.map(each -> MaterialChange.between(each.material(), material))
                                .orElse(new ArrayList<>()));
        TrustVersionRows.insert(handle, version);
        audit.append(
                handle,
                new Actor(tenant, null, null, null, "avow public page"),
                new AuditEntry(
                        "trust_version_kept",
                        "trust_version",
                        String.valueOf(version.number()),
                        null,
                        Map.of(
                                "hash",
                                hash,
                                "notice",
                                version.notice().id(),
                                "changes",
                                version.changes().size())));
        return version;
    }
}
