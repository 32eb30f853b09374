package dev.avow.rights;

import dev.avow.accounts.ApiKeys;
import dev.avow.accounts.FirstAccount;
import dev.avow.accounts.Passwords;
import dev.avow.accounts.Sessions;
import dev.avow.accounts.StoredCallers;
import dev.avow.accounts.User;
import dev.avow.accounts.Users;
import dev.avow.admit.Scope;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditLogReader;
import dev.avow.prove.StoredAuditLog;
import dev.avow.retain.Archives;
import dev.avow.retain.Expiry;
import dev.avow.retain.FolderObjects;
import dev.avow.retain.PrivacyJournal;
import dev.avow.retain.Profile;
import dev.avow.retain.RetentionRun;
import dev.avow.retain.Schedule;
import dev.avow.testing.TestDatabase;
import dev.avow.words.TenantId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** An administrator, Anna and Ben, with keys and interactions, on a database and a moved clock. */
final class People implements AutoCloseable {

    static final TenantId TENANT = TenantId.DEFAULT;
    static final Actor OPERATOR = Actor.operator(TENANT);

    Instant now = Instant.parse("2026-11-22T03:00:00Z");
    Runnable catchUp = () -> {};

    final TestDatabase database = TestDatabase.fresh();
    final InstantSource clock = () -> now;
    final StoredAuditLog audit =
            new StoredAuditLog(database.tenancy(), database.keyring(), clock, true);
    final StoredCallers callers = new StoredCallers(database.tenancy(), clock);
    final Users users =
            new Users(
                    database.tenancy(),
                    database.masterKey(),
                    database.keyring(),
                    audit,
                    callers,
                    clock);
    final Passwords passwords = new Passwords(4);
    final PrivacyJournal journal = new PrivacyJournal(database.keysDir());
    final AuditLogReader reader = new AuditLogReader(database.tenancy(), database.keyring());
    final ApiKeys keys =
            new ApiKeys(database.tenancy(), database.keyring(), users, audit, callers, clock);
    final UUID admin = person("admin@example.org");
    final UUID anna = person("anna@example.org");
    final UUID ben = person("ben@example.org");

    People() {
        Sessions sessions =
                new Sessions(
                        database.tenancy(),
                        database.masterKey(),
                        database.keyring(),
                        users,
                        passwords,
                        audit,
                        clock,
                        Duration.ofHours(12));
        new FirstAccount(database.tenancy(), database.keyring(), users, sessions, passwords, clock)
                .createFromSettings("admin@example.org", "a fictitious password");
    }

    private UUID person(String email) {
        keys.create(OPERATOR, "laptop", Set.of(Scope.MODELS), email);
        return users.page(TENANT, dev.avow.words.PageRequest.first()).items().stream()
                .filter(user -> user.email().equals(email))
                .map(User::id)
                .findFirst()
                .orElseThrow();
    }

    Actor as(UUID person, String email) {
        return new Actor(TENANT, person, email, "203.0.113.9", "a browser");
    }

    Erasures erasures(Duration recovery) {
        return erasures(recovery, 3);
    }

    Erasures erasures(Duration recovery, int batch) {
        return new Erasures(
                database.tenancy(),
                users,
                audit,
                new ErasureRun(
                        database.tenancy(),
                        users,
                        database.keyring().subjects(),
                        journal,
                        audit,
                        () -> catchUp.run(),
                        batch,
                        clock),
                recovery,
                () -> {},
                clock);
    }

    /** Uses of a model, one an hour, the last an hour ago. */
    void uses(UUID person, int howMany) {
        use(person, now, howMany);
    }

    void use(UUID person, Instant at) {
        use(person, at.plus(Duration.ofHours(1)), 1);
    }

    private void use(UUID person, Instant before, int howMany) {
        sql(
                """
                INSERT INTO interactions (tenant_id, id, occurred_at, user_id, channel, platform_id,
                    model, prompt_hash, content_length, classifications, policy_action, risk_score,
                    status, received_by)
                SELECT '%s', gen_random_uuid(), '%s'::timestamptz - i * interval '1 hour', '%s', 'api',
                    'p', 'm', 'h', 1, '[]', 'Log', 0, 'completed',
                    '[{"purpose":"model","provider":"p","host":"api.example.com"}]'
                FROM generate_series(1, %d) i
                """
                        .formatted(TENANT, before, person, howMany));
    }

    /** A hold; no people for the whole tenant, no times for ever. */
    void hold(String name, String people, String from, String to, String end) {
        sql(
                """
                INSERT INTO legal_holds (tenant_id, id, name, reason_sealed, user_ids, from_time,
                    to_time, expected_end, created_at)
                VALUES ('%s', gen_random_uuid(), '%s', 'r', '{%s}', %s, %s, %s, now())
                """
                        .formatted(TENANT, name, people, text(from), text(to), text(end)));
    }

    private static String text(String value) {
        return value.isEmpty() ? "NULL" : "'" + value + "'";
    }

    void release(String name) {
        sql("UPDATE legal_holds SET released_at = now() WHERE name = '" + name + "'");
    }

    long count(String table, UUID person) {
        return number("SELECT count(*) FROM " + table + " WHERE user_id = '" + person + "'");
    }

    /** What of it the application reads. */
    long readable(UUID person) {
        return database.tenancy()
                .within(
                        TENANT,
                        handle ->
                                handle.createQuery(
                                                "SELECT count(*) FROM interactions WHERE user_id ="
                                                        + " :person")
                                        .bind("person", person)
                                        .mapTo(Long.class)
                                        .one());
    }

    /** Moves what is older than 30 days to an archive in a folder. */
    Archives archive(Path folder) {
        Schedule schedule =
                new Schedule(Profile.GOVERNANCE, Map.of(), Optional.of(Duration.ofDays(30)));
        Archives archives =
                new Archives(
                        database.tenancy(),
                        database.keyring(),
                        new FolderObjects(folder),
                        schedule,
                        clock,
                        1_000);
        new RetentionRun(
                        database.tenancy(),
                        new Expiry(database.tenancy(), schedule, clock, 1_000),
                        Optional.of(archives),
                        clock)
                .of(TENANT, () -> true);
        return archives;
    }

    long number(String query) {
        try (var connection = database.openAsOwner();
                var handle = Jdbi.create(connection).open()) {
            return handle.createQuery(query).mapTo(Long.class).one();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void sql(String statement) {
        try (var connection = database.openAsOwner();
                var handle = Jdbi.create(connection).open()) {
            handle.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        passwords.close();
        database.close();
    }
}
