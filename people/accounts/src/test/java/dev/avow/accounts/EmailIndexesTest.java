package dev.avow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.admit.Scope;
import dev.avow.prove.Actor;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.tenancy.TenantKeyStore;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** I7: accounts are found by their address before, while and after the master key is rotated. */
final class EmailIndexesTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final EmailAddress ADDRESS = EmailAddress.of(Ground.EMAIL);
    private static final Names NOBODY = new Names(null, null);

    @TempDir private Path folder = Path.of("unused");

    private final Ground ground = new Ground();
    private final TenantId other = ground.database.newTenant("other");
    private Path file = Path.of("unused");
    private MasterKey master = ground.database.masterKey();

    @BeforeEach
    void plant() throws Exception {
        file = folder.resolve("master.json");
        Files.copy(ground.database.keysDir().resolveSibling("master.json"), file);
        master = MasterKey.readOrCreate(file);
        byte[] _ = ground.database.keyring().of(TENANT).signingPublicKey();
        byte[] _ = ground.database.keyring().of(other).signingPublicKey();
    }

    @AfterEach
    void close() {
        ground.close();
    }

    private Keyring keyring(MasterKey key) {
        return new Keyring(
                key,
                new TenantKeyStore(ground.database.tenancy()),
                new SubjectKeyFiles(ground.database.keysDir()));
    }

    private Users users(MasterKey key) {
        return new Users(
                ground.database.tenancy(),
                key,
                keyring(key),
                ground.audit,
                ground.callers,
                ground.clock);
    }

    private EmailIndexes indexes() {
        return new EmailIndexes(ground.database.tenancy(), master, keyring(master), 2);
    }

    private EmailIndexes.Batch indexAnew(TenantId tenant) {
        return indexes().indexAnew(tenant, () -> true).orElseThrow();
    }

    private void promote() {
        boolean _ = master.rotation().add();
        master.rotation().promote();
    }

    @Test
    void I7_masterKeyRotated_addressIsFoundAtEachStepAndTakenOnce() throws Exception {
        UUID id = account(TENANT, Ground.EMAIL);
        assertThat(indexAnew(TENANT).moved()).isZero();

        promote();
        assertThat(found()).hasValue(id);
        assertThatThrownBy(() -> create(master, TENANT, Ground.EMAIL))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("cannot be used");

        assertThat(indexes().indexAnew(TENANT, () -> false)).isEmpty();
        assertThat(indexes().look(TENANT).moved()).isOne();
        assertThat(indexAnew(TENANT).moved()).isOne();
        assertThat(indexAnew(TENANT).moved()).isZero();
        assertThat(indexes().look(TENANT).moved()).isZero();
        assertThat(found()).hasValue(id);
        assertThat(stored(id)).isEqualTo(new AddressIndexes(master, ADDRESS).newest());
    }

    @Test
    void I7_masterKeyRotated_personSignsInBeforeAndAfterTheIndexMoves() {
        UUID id = create(master, TENANT, Ground.EMAIL);
        promote();
        assertThat(signIn()).isEqualTo(id);
        assertThat(indexAnew(TENANT).moved()).isOne();
        assertThat(signIn()).isEqualTo(id);
    }

    private UUID signIn() {
        return new Sessions(
                        ground.database.tenancy(),
                        master,
                        keyring(master),
                        users(master),
                        ground.passwords,
                        ground.audit,
                        ground.clock,
                        Duration.ofHours(1))
                .signIn(Ground.EMAIL, Ground.PASSWORD, Ground.HERE)
                .user()
                .id();
    }

    @Test
    void I7_closedAccountElsewhere_itsAddressIsTakenBeforeItIsIndexedAnew() {
        UUID closed = account(other, Ground.EMAIL);
        UUID _ =
                ground.database
                        .tenancy()
                        .within(
                                other,
                                handle -> {
                                    ground.users.close(handle, closed);
                                    return closed;
                                });
        promote();

        assertThatThrownBy(() -> create(master, TENANT, Ground.EMAIL))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("cannot be used");
        assertThat(indexAnew(other).moved()).isOne();
    }

    @Test
    void I7_addressOfTwoAccounts_isToldAndTheOthersAreMoved() throws Exception {
        UUID taken = account(other, Ground.EMAIL);
        UUID _ = account(other, "grace@example.org");
        promote();
        try (Connection owner = ground.database.openAsOwner();
                PreparedStatement insert =
                        owner.prepareStatement(
                                "INSERT INTO users (tenant_id, id, email_sealed, email_index, role,"
                                        + " status, created_at)"
                                        + " VALUES (?, ?, 'e', ?, 'viewer', 'active', now())")) {
            insert.setObject(1, TENANT.value());
            insert.setObject(2, Ids.next());
            insert.setBytes(3, new AddressIndexes(master, ADDRESS).newest());
            insert.executeUpdate();
        }

        EmailIndexes.Batch done = indexAnew(other);

        assertThat(done.moved()).isOne();
        assertThat(done.impossible()).containsExactly(taken);
    }

    /** The older node writes the older index first, and does not see what is not committed. */
    @Test
    @Timeout(60)
    void I7_nodesAtDifferentSteps_makeOneAccountOfAnAddress() throws Exception {
        boolean _ = master.rotation().add();
        MasterKey behind = MasterKey.readOrCreate(file);
        master.rotation().promote();
        CompletableFuture<UUID> second = new CompletableFuture<>();
        UUID _ =
                ground.database
                        .tenancy()
                        .within(
                                TENANT,
                                handle -> {
                                    UUID first =
                                            users(master)
                                                    .create(
                                                            handle,
                                                            keyring(master).of(TENANT),
                                                            Actor.operator(TENANT),
                                                            ADDRESS,
                                                            NOBODY,
                                                            Role.VIEWER,
                                                            null)
                                                    .id();
                                    second.completeAsync(() -> create(behind, other, Ground.EMAIL));
                                    awaitThatItWaitsOrEnds(second);
                                    return first;
                                });

        assertThatThrownBy(second::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(FaultException.class)
                .hasMessageContaining("cannot be used");
    }

    private void awaitThatItWaitsOrEnds(CompletableFuture<UUID> other) {
        try (Connection owner = ground.database.openAsOwner();
                Statement statement = owner.createStatement()) {
            boolean waits = false;
            while (!waits && !other.isDone()) {
                try (ResultSet row =
                        statement.executeQuery(
                                "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory'"
                                        + " AND NOT granted)")) {
                    waits = row.next() && row.getBoolean(1);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private byte[] stored(UUID id) {
        return ground.database
                .tenancy()
                .within(
                        TENANT,
                        handle ->
                                handle.createQuery("SELECT email_index FROM users WHERE id = :id")
                                        .bind("id", id)
                                        .mapTo(byte[].class)
                                        .one());
    }

    private Optional<UUID> found() {
        return users(master).idOf(TENANT, Ground.EMAIL);
    }

    private UUID create(MasterKey key, TenantId tenant, String email) {
        Keyring keyring = keyring(key);
        String hash = ground.passwords.hash(Ground.PASSWORD);
        return ground.database
                .tenancy()
                .within(
                        tenant,
                        handle ->
                                users(key)
                                        .create(
                                                handle,
                                                keyring.of(tenant),
                                                Actor.operator(tenant),
                                                EmailAddress.of(email),
                                                NOBODY,
                                                Role.VIEWER,
                                                hash)
                                        .id());
    }

    private UUID account(TenantId tenant, String email) {
        return Objects.requireNonNull(
                ground.apiKeys
                        .create(Actor.operator(tenant), "k", Set.of(Scope.MODELS), email)
                        .apiKey()
                        .userId());
    }
}
