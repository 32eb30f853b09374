package dev.avow.record;

import dev.avow.tenancy.RowTime;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Destination;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What providers still keep of what is not kept here any more, each noted until it is deleted there
 * or given up. A trigger notes what goes here, whatever deletes it. Blocks; safe for any thread and
 * on several nodes.
 */
public final class RemoteCopies {

    private static final String ADD =
            """
            INSERT INTO provider_deletions (tenant_id, id, kind, provider_id, platform_id, hostname,
                remote_id, erasure_id, since, next_at)
            VALUES (:tenant, :id, :kind, :provider, :platform, :host, :remote,
                (SELECT id FROM erasures WHERE subject_id = CAST(:user AS uuid)
                    AND state IN ('pending', 'complete') ORDER BY requested_at DESC LIMIT 1),
                :now, :now)
            ON CONFLICT DO NOTHING
            """;

    /** Noted before it is asked, so that a crash delays and repeats, and forgets nothing. */
    private static final String TAKE =
            """
            UPDATE provider_deletions SET asked = asked + 1,
                next_at = CAST(:now AS timestamptz) + least(make_interval(secs => :longest),
                    interval '1 minute' * power(2, least(asked, 20)))
            WHERE id = (SELECT id FROM provider_deletions
                WHERE state = 'open' AND next_at <= :now AND provider_id <> ALL (:resting)
                ORDER BY kind, next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """;

    private static final String HURRY =
            "UPDATE provider_deletions SET next_at = :now WHERE state = 'open' AND next_at > :now";

    /** What its owner still has here goes when that does. */
    private static final String BROUGHT =
            """
            INSERT INTO provider_deletions (tenant_id, id, kind, provider_id, platform_id, hostname,
                remote_id, erasure_id, since, next_at)
            SELECT tenant_id, :file, 'file', provider_id, platform_id, hostname, :remote, erasure_id,
                since, CAST(:now AS timestamptz)
            FROM provider_deletions d
            WHERE id = :id AND NOT EXISTS (SELECT FROM provider_files f
                WHERE f.provider_id = d.provider_id AND f.remote_id = :remote
                    AND f.deleted_at IS NULL)
            ON CONFLICT DO NOTHING
            """;

    private static final String REFUSED =
            "UPDATE provider_deletions SET refused = :refused WHERE id = :id AND state = 'open'";

    private static final String FORGET =
            "DELETE FROM provider_deletions WHERE id = :id AND erasure_id IS NULL";

    /** Whoever is first says how it ended: two nodes may have asked for the same one. */
    private static final String END =
            """
            UPDATE provider_deletions SET state = :state, ended_at = :now
            WHERE id = :id AND state = 'open'
            """;

    /** Hears what is given up, in the same transaction. */
    public interface GivenUp {
        void tell(Handle handle, TenantId tenant, RemoteCopy copy);
    }

    private final Tenancy tenancy;
    private final Duration longestPause;
    private final Duration patience;
    private final GivenUp givenUp;
    private final InstantSource clock;

    /**
     * @param longestPause between two times that one is asked for; the first is a minute, and each
     *     is twice the one before
     * @param patience after which one is given up that was asked for
     */
    public RemoteCopies(
            Tenancy tenancy,
            Duration longestPause,
            Duration patience,
            GivenUp givenUp,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.longestPause = longestPause;
        this.patience = patience;
        this.givenUp = givenUp;
        this.clock = clock;
    }

    /**
     * Notes what is not kept here.
     *
     * @param owner the person whose it was; where they were erased, their receipt counts it. Null
     *     for nobody's
     */
    static int add(
            Handle handle,
            UUID id,
            RemoteCopy.Kind kind,
            Destination at,
            String remoteId,
            @Nullable UUID owner,
            Instant now) {
        return handle.createUpdate(ADD)
                .bind("tenant", at.tenant().value())
                .bind("id", id)
                .bind("kind", kind.name().toLowerCase(Locale.ROOT))
                .bindByType("user", owner, UUID.class)
                .bind("provider", at.providerId())
                .bind("platform", at.platformId())
                .bind("host", at.host())
                .bind("remote", remoteId)
                .bind("now", now)
                .execute();
    }

    /** The provider has deleted what was just noted. */
    static int forget(Handle handle, UUID id) {
        return handle.createUpdate(FORGET).bind("id", id).execute();
    }

    /**
     * The next one that is due, batches first; for as long as a pause it is nobody else's.
     *
     * @param resting providers that are left out
     */
    public Optional<RemoteCopy> take(TenantId tenant, Collection<UUID> resting) {
        return tenancy.within(
                tenant,
                handle ->
                        handle.createQuery(TAKE)
                                .bind("now", clock.instant())
                                .bind("longest", longestPause.toSeconds())
                                .bindArray("resting", UUID.class, resting.toArray())
                                .map((row, _) -> copy(row, tenant))
                                .findOne());
    }

    /** Lets all be asked for at once, since what was in the way may be gone. */
    public void hurry(TenantId tenant) {
        tenancy.within(
                tenant,
                handle -> handle.createUpdate(HURRY).bind("now", clock.instant()).execute());
    }

    /** The provider has deleted it. */
    public void deleted(RemoteCopy copy) {
        deleted(copy, List.of());
    }

    /** The provider says that it does not have it. */
    public void missing(RemoteCopy copy) {
        int _ = tenancy.within(copy.destination().tenant(), handle -> end(handle, copy, "missing"));
    }

    /**
     * A batch has ended.
     *
     * @param brought the provider's ids of the files that it brought, which are to be deleted too
     */
    public void deleted(RemoteCopy copy, List<String> brought) {
        tenancy.within(
                copy.destination().tenant(),
                handle -> {
                    for (String remote : brought) {
                        handle.createUpdate(BROUGHT)
                                .bind("file", Ids.next())
                                .bind("remote", remote)
                                .bind("now", clock.instant())
                                .bind("id", copy.id())
                                .execute();
                    }
                    return end(handle, copy, "deleted");
                });
    }

    /**
     * The provider still has it. Where that was so for too long, it is asked no longer.
     *
     * @param refused why, in a sentence without content; null where there was no answer
     */
    public void stays(RemoteCopy copy, @Nullable String refused) {
        TenantId tenant = copy.destination().tenant();
        tenancy.within(
                tenant,
                handle -> {
                    int open =
                            handle.createUpdate(REFUSED)
                                    .bindByType("refused", refused, String.class)
                                    .bind("id", copy.id())
                                    .execute();
                    if (open == 0 || copy.since().plus(patience).isAfter(clock.instant())) {
                        return 0;
                    }
                    givenUp.tell(handle, tenant, copy);
                    return end(handle, copy, "given_up");
                });
    }

    private int end(Handle handle, RemoteCopy copy, String state) {
        int forgotten = forget(handle, copy.id());
        return forgotten > 0
                ? forgotten
                : handle.createUpdate(END)
                        .bind("state", state)
                        .bind("now", clock.instant())
                        .bind("id", copy.id())
                        .execute();
    }

    private static RemoteCopy copy(ResultSet row, TenantId tenant) throws SQLException {
        return new RemoteCopy(
                row.getObject("id", UUID.class),
                RemoteCopy.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new Destination(
                        tenant,
                        row.getObject("provider_id", UUID.class),
                        row.getString("platform_id"),
                        row.getString("hostname"),
                        ""),
                row.getString("remote_id"),
                RowTime.at(row, "since"));
    }
}
