package dev.avow.retain;

import dev.avow.testing.TestDatabase;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts interactions and holds into a test's database, and says what is left. */
record Table(TestDatabase database, TenantId tenant) {

    private static final String INTERACTION =
            """
            INSERT INTO interactions (tenant_id, id, occurred_at, user_id, channel, platform_id, model,
                prompt_hash, content_length, classifications, policy_action, risk_score, status)
            VALUES (:tenant, :id, :at, :user::uuid, 'api', 'p', 'm', 'hmac-sha256:00', 1, '[]', 'Log',
                0.36, 'completed')
            """;

    UUID add(Instant at, @Nullable UUID user) {
        UUID id = Ids.next();
        int _ = database.tenancy().within(tenant, handle -> add(handle, id, at, user));
        return id;
    }

    /** In a transaction of the tenant that goes on. */
    int add(Handle handle, UUID id, Instant at, @Nullable UUID user) {
        return handle.createUpdate(INTERACTION)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("user", user)
                .execute();
    }

    Set<UUID> left() {
        List<UUID> ids =
                database.tenancy()
                        .within(
                                tenant,
                                handle ->
                                        handle.createQuery("SELECT id FROM interactions")
                                                .mapTo(UUID.class)
                                                .list());
        return new TreeSet<>(ids);
    }

    LegalHold hold(List<UUID> users, @Nullable Instant from, @Nullable Instant to) {
        LegalHold hold = draft(users, from, to);
        write(hold);
        return hold;
    }

    /** A hold that is not placed yet. */
    LegalHold draft(List<UUID> users) {
        return draft(users, null, null);
    }

    private LegalHold draft(List<UUID> users, @Nullable Instant from, @Nullable Instant to) {
        return new LegalHold(
                tenant,
                Ids.next(),
                "case",
                "AA==",
                users,
                from,
                to,
                null,
                null,
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                null);
    }

    void release(LegalHold hold) {
        write(hold.released(null, Instant.parse("2026-01-02T00:00:00Z")));
    }

    private void write(LegalHold hold) {
        var _ =
                database.tenancy()
                        .within(
                                tenant,
                                handle -> {
                                    HoldLock.alone(handle, tenant);
                                    LegalHoldRows.put(handle, hold);
                                    return hold;
                                });
    }

    int count(String table) {
        return database.tenancy()
                .within(
                        tenant,
                        handle ->
                                handle.createQuery("SELECT count(*) FROM <table>")
                                        .define("table", table)
                                        .mapTo(Integer.class)
                                        .one());
    }
}
