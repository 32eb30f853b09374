package dev.avow.prove;

import dev.avow.merkle.VerifierKey;
import dev.avow.words.TenantId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The stubs of a tenant's closed spans, in {@code audit_stubs}. Stateless. */
final class AuditStubs {

    private static final String INSERT =
            """
            INSERT INTO audit_stubs (tenant_id, first_position, next_position, note)
            VALUES (:tenant, :first, :next, :note)
            """;

    private static final String COVERING =
            """
            SELECT first_position, next_position, note FROM audit_stubs
            WHERE first_position <= :position AND next_position > :position
            ORDER BY first_position DESC LIMIT 1
            """;

    private static final String CLOSE = "SELECT close_audit_span(:first)";

    private AuditStubs() {}

    /**
     * A stub as it stands in the database, not yet checked.
     *
     * @param first the first entry's index, as the row has it
     * @param next the index behind the last
     * @param note the stub's, signed
     */
    record Kept(long first, long next, String note) {}

    /** Keeps a stub, and deletes the entries that it covers: all of them, or it fails. */
    static void close(Handle handle, TenantId tenant, AuditStub stub, String note) {
        handle.createUpdate(INSERT)
                .bind("tenant", tenant.value())
                .bind("first", stub.range().first())
                .bind("next", stub.range().next())
                .bind("note", note)
                .execute();
        long _ =
                handle.createQuery(CLOSE)
                        .bind("first", stub.range().first())
                        .mapTo(Long.class)
                        .one();
    }

    /** The row of the span that an entry was in; empty where it is in none. */
    static Optional<Kept> covering(Handle handle, long position) {
        return handle.createQuery(COVERING)
                .bind("position", position)
                .map((row, _) ->
                        new Kept(
                                row.getLong("first_position"),
                                row.getLong("next_position"),
                                row.getString("note")))
                .findOne();
    }

    /**
     * The stub of the span that an entry was in; empty where it is in none.
     *
     * @throws BrokenLog where the stub is not as it was signed
     */
    static Optional<AuditStub> covering(Handle handle, VerifierKey key, long position) {
        return covering(handle, position).map(kept -> checked(kept, key));
    }

    private static AuditStub checked(Kept kept, VerifierKey key) {
        return AuditStub.verified(kept.note(), key)
                .filter(each ->
                        each.range().first() == kept.first() && each.range().next() == kept.next())
                .orElseThrow(() ->
                        new BrokenLog(
                                "the stub of the closed entries from "
                                        + kept.first()
                                        + " on was altered in the database; see docs/audit.md"));
    }
}
