package dev.avow.accounts;

import dev.avow.prove.AuditLogReader;
import dev.avow.prove.AuditRecord;
import dev.avow.prove.StoredAuditLog;
import dev.avow.testing.TestDatabase;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What the tests of this module stand on: a database, a clock that they move, cheap hashes. */
final class Ground implements AutoCloseable {

    static final String EMAIL = "Ada.Example@example.org";
    static final String PASSWORD = "a fictitious password";
    static final Origin HERE = new Origin("203.0.113.5", "Browser 1");

    Instant now = Instant.parse("2026-03-04T05:06:07Z");

    final TestDatabase database = TestDatabase.fresh();
    final InstantSource clock = () -> now;
    final StoredAuditLog audit =
            new StoredAuditLog(database.tenancy(), database.keyring(), clock, true);
    final Passwords passwords = new Passwords(4);
    final StoredCallers callers = new StoredCallers(database.tenancy(), clock);
    final Users users =
            new Users(
                    database.tenancy(),
                    database.masterKey(),
                    database.keyring(),
                    audit,
                    callers,
                    clock);
    final Sessions sessions =
            new Sessions(
                    database.tenancy(),
                    database.masterKey(),
                    database.keyring(),
                    users,
                    passwords,
                    audit,
                    clock,
                    Duration.ofHours(12));
    final FirstAccount firstAccount =
            new FirstAccount(
                    database.tenancy(), database.keyring(), users, sessions, passwords, clock);
    final Invitations invitations =
            new Invitations(
                    database.tenancy(),
                    database.masterKey(),
                    database.keyring(),
                    users,
                    sessions,
                    passwords,
                    callers,
                    audit,
                    clock,
                    Duration.ofDays(7),
                    Optional.empty());
    final ApiKeys apiKeys =
            new ApiKeys(database.tenancy(), database.keyring(), users, audit, callers, clock);

    List<AuditRecord> entries() {
        return new AuditLogReader(database.tenancy(), database.keyring())
                .page(TenantId.DEFAULT, PageRequest.first())
                .items();
    }

    /** What was done, newest first. */
    List<String> actions() {
        return entries().stream().map(AuditRecord::action).toList();
    }

    @Override
    public void close() {
        passwords.close();
        database.close();
    }
}
