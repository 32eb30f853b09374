package dev.avow.record;

import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Which hosts ever received text of a tenant. They are counted when interactions are written, in
 * the same statement. Safe for any thread; blocks. Fails with {@code DatabaseUnavailable} where the
 * database does.
 */
public final class EgressLog {

    /** More hosts than any tenant has; the longest unseen are left out. */
    private static final int MOST = 1_000;

    private static final String ALL =
            """
            SELECT host, provider, purpose, region, agreement, first_seen, last_seen, uses
            FROM (SELECT * FROM egress_hosts ORDER BY last_seen DESC LIMIT :most) known
            ORDER BY first_seen DESC, host, provider, purpose
            """;

    private final Tenancy tenancy;
    private final Runnable catchUp;

    /**
     * @param catchUp brings over what is not written yet
     */
    public EgressLog(Tenancy tenancy, Runnable catchUp) {
        this.tenancy = tenancy;
        this.catchUp = catchUp;
    }

    /** All of a tenant's, the newest first. */
    public List<EgressHost> all(TenantId tenant) {
        catchUp.run();
        return tenancy.within(
                tenant,
                handle ->
                        handle.createQuery(ALL)
                                .bind("most", MOST)
                                .map((row, _) ->
                                        new EgressHost(
                                                row.getString("host"),
                                                row.getString("provider"),
                                                row.getString("purpose"),
                                                row.getString("region"),
                                                row.getString("agreement"),
                                                instant(
                                                        row.getObject(
                                                                "first_seen",
                                                                OffsetDateTime.class)),
                                                instant(
                                                        row.getObject(
                                                                "last_seen", OffsetDateTime.class)),
                                                row.getLong("uses")))
                                .list());
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }
}
