package dev.avow.retain;

import dev.avow.tenancy.Tenancy;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals archives anew under the newest version of the tenant's key (promise I7). An archive is
 * written a second time under an id of its own; one transaction makes that one valid and the first
 * one invalid. A process that dies before leaves a part in {@code writing}, after it one in {@code
 * expiring}; retention's next run deletes either. Rows of people who were erased are left out.
 */
final class ArchiveSealing {

    private static final JsonMapper JSON = new JsonMapper();

    /** Its rows are read as objects, and written as such. */
    private static final String NO_NAMES = "";

    private final Tenancy tenancy;
    private final ArchiveFiles files;
    private final Archiver archiver;
    private final InstantSource clock;

    ArchiveSealing(Tenancy tenancy, ArchiveFiles files, Archiver archiver, InstantSource clock) {
        this.tenancy = tenancy;
        this.files = files;
        this.archiver = archiver;
        this.clock = clock;
    }

    /** How many were written anew; empty where it was ended before the last. */
    Optional<Integer> run(TenantId tenant, BooleanSupplier goOn) {
        int moved = 0;
        for (Archive archive : tenancy.within(tenant, ArchiveRows::committed)) {
            if (!goOn.getAsBoolean()) {
                return Optional.empty();
            }
            if (!files.isNewest(tenant, archive.id(), archive.day())) {
                moved += writeAnew(tenant, archive) ? 1 : 0;
            }
        }
        return Optional.of(moved);
    }

    /** Whether it was; false where retention let go of one of the two meanwhile. */
    private boolean writeAnew(TenantId tenant, Archive archive) {
        List<ArchivedRow> rows = new ArrayList<>();
        int _ =
                files.read(
                        tenant,
                        archive.id(),
                        archive.day(),
                        _ -> true,
                        lines -> lines.forEach(line -> rows.add(row(line))));
        rows.sort(Comparator.comparing(ArchivedRow::at).thenComparing(ArchivedRow::id));
        UUID part = Ids.next();
        boolean took =
                rows.isEmpty()
                        ? tenancy.within(
                                tenant, handle -> ArchiveRows.expiring(handle, archive.id()))
                        : take(
                                tenant,
                                archive.id(),
                                new ArchivePart(part, archive.day(), NO_NAMES, rows));
        archiver.giveUp(tenant, took ? archive.id() : part, archive.day());
        return took;
    }

    private boolean take(TenantId tenant, UUID archive, ArchivePart part) {
        UUID _ =
                tenancy.within(
                        tenant,
                        handle -> {
                            ArchiveRows.begin(handle, tenant, List.of(part), clock.instant());
                            return part.id();
                        });
        ArchiveManifest manifest =
                files.write(files.seals(tenant), List.of(part), RowRate.of(0)).getFirst();
        try {
            return tenancy.within(tenant, handle -> change(handle, archive, manifest));
        } catch (OneIsGone meanwhile) {
            return false;
        }
    }

    private static boolean change(Handle handle, UUID first, ArchiveManifest second) {
        if (!ArchiveRows.expiring(handle, first) || !ArchiveRows.commit(handle, List.of(second))) {
            throw new OneIsGone(); // which undoes the other one's change
        }
        return true;
    }

    /** Retention, or another node, let go of an archive. */
    private static final class OneIsGone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static ArchivedRow row(String line) {
        JsonNode fields = JSON.readTree(line);
        JsonNode user = fields.path("user_id");
        return new ArchivedRow(
                UUID.fromString(fields.path("id").asString("")),
                OffsetDateTime.parse(fields.path("occurred_at").asString("")).toInstant(),
                user.isString() ? UUID.fromString(user.stringValue()) : null,
                RowText.ofObject(line));
    }
}
