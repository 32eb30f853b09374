package dev.avow.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.disk.PrivateFiles;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P3, I7: what is about a person opens until that person's key is destroyed, and never again. */
final class SubjectKeysTest {

    private static final UUID ANNA = UUID.fromString("00000000-0000-7000-8000-0000000000a1");
    private static final UUID BEN = UUID.fromString("00000000-0000-7000-8000-0000000000b2");
    private static final Place PLACE = new Place(TenantId.DEFAULT, "users", "email_sealed", ANNA);

    @TempDir Path folder;

    private Keyring keyring;
    private SubjectKeys keys;

    @BeforeEach
    void open() {
        keyring =
                new Keyring(
                        MasterKey.readOrCreate(folder.resolve("master.json")),
                        new KeysInMemory(),
                        new SubjectKeyFiles(folder.resolve("keys")));
        keys = another();
    }

    private SubjectKeys another() {
        return new SubjectKeys(
                keyring,
                new SubjectKeyFiles(folder.resolve("keys")),
                SealingAlgorithm.A256GCM,
                "subject");
    }

    @Test
    void plaintextOf_byAnotherProcess_opens() {
        byte[] sealed = sealed(ANNA);

        assertThat(opened(another(), ANNA, sealed)).contains("anna@example.com");
        assertThat(SubjectKeys.isOfASubject(sealed)).isTrue();
    }

    @Test
    void plaintextOf_destroyedByAnotherProcess_isEmpty() {
        byte[] sealed = sealed(ANNA);
        assertThat(opened(keys, ANNA, sealed)).isPresent();

        another().destroy(TenantId.DEFAULT, ANNA);

        assertThat(opened(keys, ANNA, sealed)).isEmpty();
        assertThat(keys.isDestroyed(TenantId.DEFAULT, ANNA)).isTrue();
    }

    @Test
    void seal_afterTheKeyWasDestroyed_makesNoOther() {
        keys.destroy(TenantId.DEFAULT, ANNA);

        assertThat(keys.seal(TenantId.DEFAULT, ANNA, "anna@example.com", PLACE)).isEmpty();
    }

    @Test
    void destroy_one_leavesTheOthers() {
        byte[] sealed = sealed(BEN);

        keys.destroy(TenantId.DEFAULT, ANNA);
        keys.destroy(TenantId.DEFAULT, ANNA);

        assertThat(opened(keys, BEN, sealed)).isPresent();
    }

    @Test
    void plaintextOf_ofAnotherSubject_doesNotOpen() {
        byte[] sealed = sealed(ANNA);
        sealed(BEN);

        assertThatThrownBy(() -> opened(keys, BEN, sealed))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("does not open");
    }

    @Test
    void plaintextOf_missingKey_isAFailureAndNotAnErasure() throws IOException {
        byte[] sealed = sealed(ANNA);
        Files.delete(keyFile());

        assertThatThrownBy(() -> opened(keys, ANNA, sealed))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("AVOW_KEYS_DIR");
    }

    /** P3: a process that died while it wrapped a key anew left it in a draft, which opens. */
    @Test
    void destroy_aKeyWithADraft_leavesNoFileThatHoldsIt() throws IOException {
        sealed(ANNA);
        Path draft = PrivateFiles.draftOf(keyFile());
        Files.copy(keyFile(), draft);

        keys.destroy(TenantId.DEFAULT, ANNA);

        assertThat(draft).doesNotExist();
    }

    @Test
    void sweep_atTheStart_destroysDraftsOfDestroyedKeysAlone() throws IOException {
        sealed(ANNA);
        Path draft = PrivateFiles.draftOf(keyFile());
        Path other = PrivateFiles.draftOf(keyFile().resolveSibling(BEN + ".key"));
        byte[] wrapped = Files.readAllBytes(keyFile());
        keys.destroy(TenantId.DEFAULT, ANNA);
        Files.write(draft, wrapped);
        Files.write(other, wrapped);

        new SubjectKeyFiles(folder.resolve("keys")).sweep();

        assertThat(draft).doesNotExist();
        assertThat(other).exists();
    }

    /** P3: a key that was just read was kept in memory, and used, after it was destroyed. */
    @Test
    void seal_whileTheKeyIsDestroyed_usesItNoMore() {
        sealed(ANNA);
        SubjectKeyFiles files = new SubjectKeyFiles(folder.resolve("keys"));
        SubjectKeys slow =
                new SubjectKeys(
                        keyring,
                        (SubjectKeyStore)
                                Proxy.newProxyInstance(
                                        SubjectKeyStore.class.getClassLoader(),
                                        new Class<?>[] {SubjectKeyStore.class},
                                        (_, method, given) -> {
                                            Object found = method.invoke(files, given);
                                            if (method.getName().equals("find")) {
                                                keys.destroy(TenantId.DEFAULT, ANNA);
                                            }
                                            return found;
                                        }),
                        SealingAlgorithm.A256GCM,
                        "subject");

        assertThat(slow.seal(TenantId.DEFAULT, ANNA, "anna@example.com", PLACE)).isEmpty();
    }

    /** An archive of many people kept the key of each in memory, and collections took 50 ms. */
    @Test
    void sealer_ofManyPeople_keepsNoneOfTheirKeysInMemory() {
        for (int person = 0; person < 50; person++) {
            assertThat(keys.sealer(TenantId.DEFAULT, new UUID(0, person))).isPresent();
        }

        assertThat(keys.inMemory()).isZero();
        sealed(ANNA);
        assertThat(keys.inMemory()).isOne();
    }

    @Test
    void sealer_ofAKeyInMemory_sealsWhatOpens() {
        sealed(ANNA);
        SubjectSealer sealer = keys.sealer(TenantId.DEFAULT, ANNA).orElseThrow();

        byte[] sealed = sealer.seal("anna@example.com".getBytes(UTF_8), PLACE);

        assertThat(opened(another(), ANNA, sealed)).contains("anna@example.com");
    }

    @Test
    void sealer_afterTheKeyWasDestroyed_isEmpty() {
        sealed(ANNA);
        another().destroy(TenantId.DEFAULT, ANNA);

        assertThat(keys.sealer(TenantId.DEFAULT, ANNA)).isEmpty();
    }

    @Test
    void destroy_aKey_leavesNoFileThatHoldsIt() throws IOException {
        sealed(ANNA);
        byte[] wrapped = Files.readAllBytes(keyFile());

        keys.destroy(TenantId.DEFAULT, ANNA);

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readAllBytes(file)).isNotEqualTo(wrapped));
        }
        assertThat(new SubjectKeyFiles(folder.resolve("keys")).destroyed(TenantId.DEFAULT))
                .containsExactly(ANNA);
    }

    private Path keyFile() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".key")).findFirst().orElseThrow();
        }
    }

    private byte[] sealed(UUID subject) {
        return keys.seal(TenantId.DEFAULT, subject, "anna@example.com", PLACE).orElseThrow();
    }

    private static Optional<String> opened(SubjectKeys keys, UUID subject, byte[] sealed) {
        return keys.plaintextOf(TenantId.DEFAULT, subject, sealed, PLACE, UnsealAccess.granted())
                .map(bytes -> new String(bytes, UTF_8));
    }
}
