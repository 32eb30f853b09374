package dev.avow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.admit.Scope;
import dev.avow.prove.Actor;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.TenantKeyStore;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I7: accounts are found by their address before, while and after the master key is rotated. */
final class EmailIndexesTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final EmailAddress ADDRESS = EmailAddress.of(Ground.EMAIL);

    @TempDir private Path folder = Path.of("unused");

    private final Ground ground = new Ground();

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void I7_masterKeyRotated_addressIsFoundAtEachStepAndTakenOnce() throws Exception {
        Path file = folder.resolve("master.json");
        Files.copy(ground.database.keysDir().resolveSibling("master.json"), file);
        UUID id = account();
        MasterKey master = MasterKey.readOrCreate(file);
        Keyring keyring =
                new Keyring(
                        master,
                        new TenantKeyStore(ground.database.tenancy()),
                        new SubjectKeyFiles(ground.database.keysDir()));
        UserRows rows = new UserRows(master, keyring.subjects());
        TenantKeys keys = keyring.of(TENANT);
        EmailIndexes indexes = new EmailIndexes(ground.database.tenancy(), master, keyring, 2);
        assertThat(indexes.indexAnew(TENANT, () -> true).orElseThrow().moved()).isZero();

        boolean _ = master.rotation().add();
        master.rotation().promote();
        assertThat(found(rows, keys)).hasValue(id);
        assertThatThrownBy(
                        () -> {
                            User again = ground.users.find(TENANT, id).orElseThrow();
                            int _ =
                                    ground.database
                                            .tenancy()
                                            .within(
                                                    TENANT,
                                                    handle -> {
                                                        rows.insert(
                                                                handle, keys, again, ADDRESS, null);
                                                        return 0;
                                                    });
                        })
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("cannot be used");

        assertThat(indexes.indexAnew(TENANT, () -> false)).isEmpty();
        assertThat(indexes.indexAnew(TENANT, () -> true).orElseThrow().moved()).isOne();
        assertThat(indexes.indexAnew(TENANT, () -> true).orElseThrow().moved()).isZero();
        assertThat(found(rows, keys)).hasValue(id);
        assertThat(stored()).isEqualTo(rows.indexes(ADDRESS).getFirst());
    }

    private byte[] stored() {
        return ground.database
                .tenancy()
                .within(
                        TENANT,
                        handle ->
                                handle.createQuery("SELECT email_index FROM users")
                                        .mapTo(byte[].class)
                                        .one());
    }

    private Optional<UUID> found(UserRows rows, TenantKeys keys) {
        return ground.database
                .tenancy()
                .within(TENANT, handle -> rows.findByEmail(handle, keys, TENANT, ADDRESS))
                .map(User::id);
    }

    private UUID account() {
        return Objects.requireNonNull(
                ground.apiKeys
                        .create(Actor.operator(TENANT), "k", Set.of(Scope.MODELS), Ground.EMAIL)
                        .apiKey()
                        .userId());
    }
}
