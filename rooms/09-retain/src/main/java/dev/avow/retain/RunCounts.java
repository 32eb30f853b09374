package dev.avow.retain;

import dev.avow.tenancy.RowTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's last run of retention did. It is counted in the transactions that do it, so it is
 * right also where the run was cut off.
 *
 * @param endedAt null while it goes on, or where it was cut off
 * @param interactions deleted, since their time was over; not those that are archived
 * @param archived moved from the table to the archive
 * @param archives files of the archive that were deleted
 * @param auditEntries of the audit log that were closed
 * @param held what is too old and stays because of a hold, as this run met it
 */
public record RunCounts(
        Instant startedAt,
        @Nullable Instant endedAt,
        long interactions,
        long archived,
        long archives,
        long sessions,
        long setupLinks,
        long auditEntries,
        long held) {

    /** What is counted. */
    enum Counter {
        INTERACTIONS("interactions"),
        ARCHIVED("archived"),
        ARCHIVES("archives"),
        SESSIONS("sessions"),
        SETUP_LINKS("setup_links"),
        AUDIT_ENTRIES("audit_entries"),
        HELD("held");

        private final String sql;

        Counter(String column) {
            this.sql = "UPDATE retention_runs SET %1$s = %1$s + :more".formatted(column);
        }
    }

    private static final String BEGIN =
            """
            INSERT INTO retention_runs (tenant_id, started_at) VALUES (avow_tenant(), :now)
            ON CONFLICT (tenant_id) DO UPDATE
            SET started_at = excluded.started_at, ended_at = NULL,
                interactions = retention_runs.swept, swept = 0, archived = 0,
                archives = 0, sessions = 0, setup_links = 0, audit_entries = 0, held = 0
            """;

    private static final String END = "UPDATE retention_runs SET ended_at = :now";

    private static final String LAST =
            """
            SELECT started_at, ended_at, interactions, archived, archives, sessions, setup_links,
                audit_entries, held
            FROM retention_runs
            """;

    /** Whether anything went. */
    public boolean changedSomething() {
        return interactions + archived + archives + sessions + setupLinks + auditEntries > 0;
    }

    static void begin(Handle handle, Instant now) {
        handle.createUpdate(BEGIN).bind("now", now.atOffset(ZoneOffset.UTC)).execute();
    }

    static void add(Handle handle, Counter counter, long more) {
        if (more > 0) {
            handle.createUpdate(counter.sql).bind("more", more).execute();
        }
    }

    /** Counts entries of the audit log that are closed in this transaction. */
    public static void addAuditEntries(Handle handle, long more) {
        add(handle, Counter.AUDIT_ENTRIES, more);
    }

    static void end(Handle handle, Instant now) {
        handle.createUpdate(END).bind("now", now.atOffset(ZoneOffset.UTC)).execute();
    }

    /** A tenant's last; empty before the first. */
    public static Optional<RunCounts> last(Handle handle) {
        return handle.createQuery(LAST)
                .map((row, _) ->
                        new RunCounts(
                                RowTime.at(row, "started_at"),
                                RowTime.atOrNull(row, "ended_at"),
                                row.getLong("interactions"),
                                row.getLong("archived"),
                                row.getLong("archives"),
                                row.getLong("sessions"),
                                row.getLong("setup_links"),
                                row.getLong("audit_entries"),
                                row.getLong("held")))
                .findOne();
    }
}
