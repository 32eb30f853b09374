package dev.avow.retention;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.RowTime;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Which values decided what is kept of a tenant and for how long, and since when. Settings are read
 * at a start, so each start compares them with those of the last one and audits what differs, with
 * before and after (promises R1, R3, T1). Safe for any thread and several nodes; blocks.
 */
public final class SettingsHistory {

    /** Changes that are shown; all of them are in the audit log. */
    public static final int SHOWN = 20;

    private static final String ALONE =
            "SELECT pg_advisory_xact_lock(hashtextextended('avow.settings/' || :tenant, 0))";

    private static final String LAST =
            """
            SELECT DISTINCT ON (name) name, value FROM settings_in_force
            ORDER BY name, since DESC
            """;

    private static final String NEWEST = "SELECT max(since) FROM settings_in_force";

    private static final String INSERT =
            """
            INSERT INTO settings_in_force (tenant_id, name, since, value)
            VALUES (:tenant, :name, :since, :value)
            """;

    /** What stood there first is no change. */
    private static final String CHANGES =
            """
            SELECT since, name, before, value FROM (
                SELECT since, name, value,
                    lag(value) OVER (PARTITION BY name ORDER BY since) AS before
                FROM settings_in_force) each
            WHERE since > (SELECT min(since) FROM settings_in_force)
                AND since IN (SELECT DISTINCT since FROM settings_in_force
                    ORDER BY since DESC LIMIT :most)
            ORDER BY since DESC, name
            """;

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final AuditLog audit;
    private final InstantSource clock;

    public SettingsHistory(Tenancy tenancy, Keyring keyring, AuditLog audit, InstantSource clock) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Values that were in force together, and those that took their place. Names that did not
     * change are in neither.
     *
     * @param at when Avow first started with the new ones
     * @param before without those that there were none of before
     * @param after without those that there are no longer
     */
    public record Change(Instant at, Map<String, String> before, Map<String, String> after) {

        public Change {
            before = Map.copyOf(new TreeMap<>(before));
            after = Map.copyOf(new TreeMap<>(after));
        }
    }

    /**
     * Compares what is in force with what was at the last start, and audits what differs in the
     * same transaction. The first time there is nothing to compare with: it is noted alone.
     *
     * @param inForce by name, such as {@code retention.interactions} and {@code 90 days}
     * @return what differs; empty where nothing does
     */
    public Optional<Change> note(TenantId tenant, Map<String, String> inForce) {
        // The keys first: to make them takes a connection of its own.
        TenantKeys _ = keyring.of(tenant);
        return tenancy.within(tenant, handle -> note(handle, tenant, inForce));
    }

    private Optional<Change> note(Handle handle, TenantId tenant, Map<String, String> inForce) {
        handle.createQuery(ALONE).bind("tenant", tenant.toString()).map((_, _) -> true).one();
        Map<String, String> known = last(handle);
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, String> after = new LinkedHashMap<>();
        Instant since = now(handle);
        TreeSet<String> names = new TreeSet<>(known.keySet());
        names.addAll(inForce.keySet());
        for (String name : names) {
            String was = known.get(name);
            String is = inForce.get(name);
            if (is == null ? was != null : !is.equals(was)) {
                put(before, name, was);
                put(after, name, is);
                insert(handle, tenant, name, since, is);
            }
        }
        if (known.isEmpty() || (before.isEmpty() && after.isEmpty())) {
            return Optional.empty();
        }
        audit.append(
                handle,
                new Actor(tenant, null, null, null, "avow start"),
                new AuditEntry(
                        "settings_changed",
                        "settings",
                        null,
                        new LinkedHashMap<>(before),
                        new LinkedHashMap<>(after)));
        return Optional.of(new Change(since, before, after));
    }

    /** The newest {@link #SHOWN} changes of a tenant, the newest first. */
    public List<Change> changes(TenantId tenant) {
        Map<Instant, Change> changes = new LinkedHashMap<>();
        for (Row row : tenancy.within(tenant, SettingsHistory::rows)) {
            Change sofar = changes.getOrDefault(row.at(), new Change(row.at(), Map.of(), Map.of()));
            changes.put(row.at(), row.addedTo(sofar));
        }
        return List.copyOf(changes.values());
    }

    private record Row(Instant at, String name, @Nullable String before, @Nullable String after) {

        Change addedTo(Change sofar) {
            Map<String, String> was = new TreeMap<>(sofar.before());
            Map<String, String> is = new TreeMap<>(sofar.after());
            put(was, name, before);
            put(is, name, after);
            return new Change(at, was, is);
        }
    }

    private static List<Row> rows(Handle handle) {
        return handle.createQuery(CHANGES)
                .bind("most", SHOWN)
                .map((row, _) ->
                        new Row(
                                RowTime.at(row, "since"),
                                row.getString("name"),
                                row.getString("before"),
                                row.getString("value")))
                .list();
    }

    /** What was in force last; a value that there is no longer is left out. */
    private static Map<String, String> last(Handle handle) {
        Map<String, String> last = new LinkedHashMap<>();
        handle.createQuery(LAST)
                .map((row, _) -> {
                    put(last, row.getString("name"), row.getString("value"));
                    return true;
                })
                .list();
        return last;
    }

    /** Later than all before it, also where the clock was set back. */
    private Instant now(Handle handle) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return handle.createQuery(NEWEST)
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(newest -> newest.toInstant().plus(1, ChronoUnit.MICROS))
                .filter(next -> next.isAfter(now))
                .orElse(now);
    }

    private static void insert(
            Handle handle, TenantId tenant, String name, Instant since, @Nullable String value) {
        handle.createUpdate(INSERT)
                .bind("tenant", tenant.value())
                .bind("name", name)
                .bind("since", since)
                .bindByType("value", value, String.class)
                .execute();
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
