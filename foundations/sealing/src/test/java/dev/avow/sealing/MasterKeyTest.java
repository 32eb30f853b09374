package dev.avow.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** I7: the key from a file, closed to others, and it can be rotated. */
final class MasterKeyTest {

    @TempDir Path folder;

    private final KeysInMemory store = new KeysInMemory();
    private final Place place = new Place(TenantId.DEFAULT, "t", "c", UUID.randomUUID());
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("keys/master.json");
    }

    @Test
    void readOrCreate_noFile_makesOneForTheOwnerOnly() throws IOException {
        MasterKey.readOrCreate(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void readOrCreate_secondTime_isTheSameKeyAndTheFileIsUntouched() throws IOException {
        MasterKey first = MasterKey.readOrCreate(file);
        String text = Files.readString(file);
        MasterKey second = MasterKey.readOrCreate(file);

        assertThat(second.blindIndex("f", "v")).isEqualTo(first.blindIndex("f", "v"));
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw----r--", "rw-----w-", "rw--w----", "rw-rw-rw-"})
    void readOrCreate_openToOthers_isRefusedWithTheRemedy(String permissions) throws IOException {
        MasterKey.readOrCreate(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> MasterKey.readOrCreate(file))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("chmod 600 " + file);
    }

    /** "chmod 600 /tmp" was the remedy that it named. */
    @Test
    void readOrCreate_aFolder_isRefusedWithoutAWordOnItsPermissions() throws IOException {
        Files.createDirectories(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> MasterKey.readOrCreate(file))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("is no file; check AVOW_MASTER_KEY_FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not a key", "{\"primaryKeyId\":1,\"key\":[]}"})
    void readOrCreate_damaged_isRefusedAndNeverOverwritten(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(() -> MasterKey.readOrCreate(file)).isInstanceOf(SealingException.class);
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void readOrCreate_aFolderInItsPlace_isRefused() throws IOException {
        Files.createDirectories(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> MasterKey.readOrCreate(file))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("AVOW_MASTER_KEY_FILE");
    }

    @Test
    void readOrCreate_manyAtOnce_allHaveOneKey() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<byte[]> make = () -> MasterKey.readOrCreate(file).blindIndex("f", "v");
            List<Future<byte[]>> made = threads.invokeAll(java.util.Collections.nCopies(8, make));
            for (Future<byte[]> each : made) {
                assertThat(each.get()).isEqualTo(made.getFirst().get());
            }
        }
    }

    @Test
    void rotate_secondKeyPrimary_oldValuesOpenAndNewTenantsUseTheNewKey() throws Exception {
        byte[] sealed = keys(TenantId.DEFAULT).seal("before", place);
        rotate();

        assertThat(keys(TenantId.DEFAULT).plaintextOf(sealed, place, UnsealAccess.granted()))
                .isEqualTo("before");
        TenantId later = new TenantId(UUID.randomUUID());
        byte[] newer = keys(later).seal("after", place);
        assertThat(keys(later).plaintextOf(newer, place, UnsealAccess.granted()))
                .isEqualTo("after");
    }

    /** The index of an e-mail address once changed with the primary key: nobody could sign in. */
    @Test
    void blindIndex_masterKeyRotated_findsWhatWasStoredBefore() throws Exception {
        byte[] before = MasterKey.readOrCreate(file).blindIndex("email", "alice@mail.example");
        rotate();

        assertThat(MasterKey.readOrCreate(file).blindIndexes("email", "alice@mail.example"))
                .hasSize(2)
                .last()
                .isEqualTo(before);
    }

    @Test
    void blindIndex_otherFieldOrValueOrKey_differs() {
        MasterKey master = MasterKey.readOrCreate(file);
        byte[] index = master.blindIndex("email", "a");

        assertThat(index).hasSize(32).isNotEqualTo(master.blindIndex("email", "b"));
        assertThat(index).isNotEqualTo(master.blindIndex("name", "a"));
        assertThat(index)
                .isNotEqualTo(
                        MasterKey.readOrCreate(folder.resolve("other")).blindIndex("email", "a"));
    }

    @Test
    void of_anotherMasterKey_isRefusedWithoutASecret() {
        keys(TenantId.DEFAULT);
        Keyring wrong =
                new Keyring(MasterKey.readOrCreate(folder.resolve("other")), store, subjects());

        assertThatThrownBy(() -> wrong.of(TenantId.DEFAULT))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("AVOW_MASTER_KEY_FILE");
    }

    /** A tenant's wrapped key that is copied into another tenant's row does not open there. */
    @Test
    void of_wrappedKeyOfAnotherTenant_doesNotOpen() {
        keys(TenantId.DEFAULT);
        TenantId thief = new TenantId(UUID.randomUUID());
        store.kept.put(thief + "/SEAL", store.kept.get(TenantId.DEFAULT + "/SEAL"));

        assertThatThrownBy(() -> keys(thief)).isInstanceOf(SealingException.class);
    }

    @Test
    void recall_beforeAndAfterFirstUse_knowsWhatIsInMemory() {
        Keyring keyring = new Keyring(MasterKey.readOrCreate(file), store, subjects());

        assertThat(keyring.recall(TenantId.DEFAULT)).isEmpty();
        TenantKeys keys = keyring.of(TenantId.DEFAULT);
        assertThat(keyring.recall(TenantId.DEFAULT)).containsSame(keys);
    }

    @Test
    void toString_always_printsNoKey() {
        MasterKey master = MasterKey.readOrCreate(file);

        assertThat(master.toString()).isEqualTo("MasterKey");
        assertThat(master.plaintextRolePassword("avow_app", UnsealAccess.granted()))
                .matches("[0-9a-f]{64}");
    }

    private TenantKeys keys(TenantId tenant) {
        return new Keyring(MasterKey.readOrCreate(file), store, subjects()).of(tenant);
    }

    @AccessesPartialKey // a new key is put beside the old one
    private void rotate() throws IOException, GeneralSecurityException {
        KeysetHandle old =
                TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(file), PrfConfig2026.get(), InsecureSecretKeyAccess.get());
        KeysetHandle fresh =
                KeysetHandle.generateNew(PredefinedPrfParameters.HKDF_SHA256, PrfConfig2026.get());
        KeysetHandle rotated =
                KeysetHandle.newBuilder(old)
                        .addEntry(
                                KeysetHandle.importKey(fresh.getAt(0).getKey())
                                        .withRandomId()
                                        .makePrimary())
                        .build();
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        rotated, PrfConfig2026.get(), InsecureSecretKeyAccess.get()));
    }

    private SubjectKeyStore subjects() {
        return new SubjectKeyFiles(folder.resolve("keys"));
    }
}
