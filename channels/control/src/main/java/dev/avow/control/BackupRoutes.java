package dev.avow.control;

import dev.avow.backup.Backups;
import dev.avow.backup.Checked;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.words.Page;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/backups}: which backups there are, and whether they are good (promise R4). */
public final class BackupRoutes implements Routes {

    private final Source source;
    private final AuditLog audit;

    /** Where it is asked. */
    public interface Source {
        /** All, the newest first; blocks. */
        List<Backups.Entry> backups();

        /** Why the last one could not be made; empty where it could. */
        Optional<Failure> lastFailure();
    }

    /**
     * That no backup could be made.
     *
     * @param message with the remedy
     */
    public record Failure(Instant at, String message) {}

    /**
     * A backup, as it is told. Where and how large it is, is for the tenant that an installation
     * begins with: it holds all tenants' rows.
     */
    private record View(
            UUID id,
            Instant takenAt,
            Instant finishedAt,
            @Nullable Instant checkedAt,
            @Nullable Boolean restoredOnTrial,
            @Nullable String location,
            @Nullable Long rows,
            @Nullable Long bytes) {}

    private record Answer(
            List<View> items, @Nullable String nextCursor, @Nullable Failure lastFailure) {}

    public BackupRoutes(Source source, AuditLog audit) {
        this.source = source;
        this.audit = audit;
    }

    @Override
    public void mount(RouteTable table) {
        table.get("/api/v1/backups", Access.ADMIN, this::list);
    }

    @Override
    public String description() {
        return "backups.json";
    }

    private ControlAnswer list(ControlRequest request) {
        boolean all = request.tenant().equals(TenantId.DEFAULT);
        Page<View> page =
                request.pageOf(source.backups(), each -> each.manifest().id().toString())
                        .map(each -> view(each, all));
        audit.append(request.actor(), AuditEntry.viewed("backups_viewed", "backup", null));
        return ControlAnswer.ok(
                new Answer(
                        page.items(),
                        page.nextCursor(),
                        source.lastFailure().filter(_ -> all).orElse(null)));
    }

    private static View view(Backups.Entry entry, boolean all) {
        return new View(
                entry.manifest().id(),
                entry.manifest().takenAt(),
                entry.manifest().finishedAt(),
                entry.checked().map(Checked::at).orElse(null),
                entry.checked().map(Checked::restored).orElse(null),
                all ? entry.location() : null,
                all ? entry.manifest().rows() : null,
                all ? entry.manifest().bytes() : null);
    }
}
