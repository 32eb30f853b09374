package dev.avow.backup;

import dev.avow.retain.PrivacyJournal;
import dev.avow.sealing.Place;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.sealing.SubjectKeys;
import dev.avow.tenancy.SpareDatabase;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** A database, keys and a place for backups of a test's own. */
final class Site implements AutoCloseable {

    static final TenantId TENANT = TenantId.DEFAULT;

    private static final String PERSON =
            """
            INSERT INTO users (tenant_id, id, email_sealed, email_index, role, status, created_at)
            VALUES (:tenant, :person, :email, sha256(:person::text::bytea), 'viewer', 'active', now());
            """;

    private static final String KEY =
            """
            INSERT INTO api_keys (tenant_id, id, name, prefix, key_hash, scopes, user_id, created_at)
            VALUES (:tenant, :key, 'k', 'avow_x', sha256(:key::text::bytea), '{models}', :person, now())
            """;

    private static final String BUDGET =
            """
            INSERT INTO budgets (tenant_id, id, api_key_id, period, tokens, created_at, modified_at)
            VALUES (:tenant, gen_random_uuid(), :key, 'day', 1, now(), now())
            """;

    private static final String SESSION =
            """
            INSERT INTO sessions (tenant_id, token_hash, user_id, created_at, expires_at)
            VALUES (:tenant, sha256(random()::text::bytea), :person, now(), now() + interval '1 day')
            """;

    private static final String USES =
            """
            INSERT INTO interactions (tenant_id, id, occurred_at, user_id, channel, platform_id, model,
                prompt_hash, content_length, classifications, policy_action, risk_score, status)
            SELECT :tenant, gen_random_uuid(), now(), CAST(:person AS uuid), 'api', 'p', 'm', 'h', 1,
                '[{"type": "EMAIL\\u0009\\\\"}]', 'Log', 0.1, 'completed' FROM generate_series(1, :count)
            """;

    final TestDatabase database = TestDatabase.fresh();
    final Path keys;
    final SubjectKeyFiles persons;
    final SubjectKeys subjects;
    final PrivacyJournal journal;
    final FolderPlace place;

    Site(Path folder) {
        this.keys = database.keysDir();
        this.persons = new SubjectKeyFiles(keys);
        this.subjects = database.keyring().subjects();
        this.journal = new PrivacyJournal(keys);
        this.place = new FolderPlace(folder.resolve("backups"));
        database.keyring().of(TENANT);
    }

    /** A person with an account, a key with a budget of its own, a session, and uses of models. */
    UUID newPerson(String email, int uses) {
        UUID person = Ids.next();
        UUID key = Ids.next();
        byte[] sealed =
                database.keyring()
                        .of(TENANT)
                        .seal(email, new Place(TENANT, "users", "email_sealed", person));
        owner(jdbi -> {
            for (String sql : List.of(PERSON, KEY, BUDGET, SESSION)) {
                jdbi.useHandle(handle ->
                        handle.createUpdate(sql)
                                .bind("tenant", TENANT.value())
                                .bind("person", person)
                                .bind("key", key)
                                .bind("email", sealed)
                                .execute());
            }
        });
        newUses(person, uses);
        return person;
    }

    /** Uses of models; of nobody where the person is null. */
    void newUses(@org.jspecify.annotations.Nullable UUID person, int count) {
        owner(jdbi ->
                jdbi.useHandle(handle ->
                        handle.createUpdate(USES)
                                .bind("tenant", TENANT.value())
                                .bind("person", person)
                                .bind("count", count)
                                .execute()));
    }

    void owner(java.util.function.Consumer<Jdbi> work) {
        try (var connection = database.openAsOwner()) {
            Jdbi jdbi = Jdbi.create(connection);
            work.accept(jdbi);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    BackupMaker maker() {
        return new BackupMaker(
                database.access(), database.masterKey(), subjects, Clock.systemUTC());
    }

    BackupMaker.Made backup() {
        return maker().make(place, Map.of());
    }

    BackupReader open(BackupMaker.Made made) {
        return BackupReader.open(place, made.name(), database.masterKey(), persons);
    }

    SpareDatabase spare() {
        return SpareDatabase.make(database.access(), SpareDatabase.Purpose.RESTORE);
    }

    /** All rows of all tables as text, in an order of their own. */
    static Map<String, List<String>> rows(dev.avow.tenancy.DatabaseAccess access) {
        Map<String, List<String>> all = new TreeMap<>();
        Jdbi jdbi = Jdbi.create(access.url(), access.owner(), access.plaintextOwnerPassword());
        jdbi.useHandle(handle -> {
            for (String table :
                    handle.createQuery(
                                    "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND"
                                            + " NOT relispartition AND relnamespace ="
                                            + " 'public'::regnamespace AND relname <>"
                                            + " 'flyway_schema_history'")
                            .mapTo(String.class)
                            .list()) {
                all.put(
                        table,
                        handle.createQuery("SELECT t::text FROM " + table + " t ORDER BY 1")
                                .mapTo(String.class)
                                .list());
            }
        });
        return all;
    }

    @Override
    public void close() {
        database.close();
    }
}
