package dev.avow.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I7: the master key is rotated while it is in use. */
final class MasterKeyRotationTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Place PLACE = new Place(TENANT, "t", "c", UUID.randomUUID());

    @TempDir private Path folder = Path.of("unused");

    private final KeysInMemory store = new KeysInMemory();
    private Path file = Path.of("unused");
    private Path former = Path.of("unused");
    private byte[] sealed = {};

    @BeforeEach
    void plant() {
        file = folder.resolve("keys/master.json");
        former = folder.resolve("former.json");
        Keyring keyring = keyring(master());
        sealed = keyring.of(TENANT).seal("text", PLACE);
        int _ = keyring.rotation().add(TENANT); // so that there is a copy outside too
        MasterKeyFile.keep(file, former);
    }

    private MasterKey master() {
        return MasterKey.readOrCreate(file);
    }

    private Keyring keyring(MasterKey master) {
        return new Keyring(master, store, new SubjectKeyFiles(folder.resolve("keys")));
    }

    private String opened(MasterKey master) {
        return keyring(master).of(TENANT).plaintextOf(sealed, PLACE, UnsealAccess.granted());
    }

    private MasterKey rotated() {
        assertThat(master().rotation().add()).isTrue();
        master().rotation().promote();
        Rewrapping.Found moved = keyring(master()).rewrapping().wrapAnew(TENANT);
        assertThat(moved).isEqualTo(new Rewrapping.Found(0, 4, List.of()));
        master().rotation().retireOthers();
        return master();
    }

    @Test
    void I7_wholeRotation_everythingOpensUnderTheNewKeyAndNothingUnderTheOld() {
        String before = master().versions().getFirst();

        MasterKey after = rotated();

        assertThat(after.versions()).hasSize(1).doesNotContain(before);
        assertThat(opened(after)).isEqualTo("text");
        assertThat(keyring(after).rewrapping().look(TENANT))
                .isEqualTo(new Rewrapping.Found(4, 0, List.of()));
        MasterKey old = MasterKey.readOrCreate(former);
        Rewrapping.Found underTheOld = keyring(old).rewrapping().look(TENANT);
        assertThat(underTheOld.unreadable())
                .hasSize(4)
                .allMatch(each -> each.endsWith(after.versions().getFirst()));
        assertThatThrownBy(() -> opened(old))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("master key " + after.versions().getFirst())
                .hasMessageContaining("AVOW_MASTER_KEY_FILE")
                .hasMessageContaining("--former-master-key FILE");
        assertThat(old.plaintextRolePasswords("r", UnsealAccess.granted()))
                .doesNotContainAnyElementsOf(
                        after.plaintextRolePasswords("r", UnsealAccess.granted()));
        assertThat(after.blindIndex("f", "v")).isNotEqualTo(old.blindIndex("f", "v"));
    }

    @Test
    void I7_runningProcess_followsTheFileAndOpensAtEachStep() {
        MasterKey running = master();
        byte[] index = running.blindIndex("f", "v");

        boolean _ = master().rotation().add();
        running.refresh();
        assertThat(running.blindIndexes("f", "v")).hasSize(2).first().isEqualTo(index);
        assertThat(opened(running)).isEqualTo("text");

        master().rotation().promote();
        assertThat(keyring(master()).rewrapping().wrapAnew(TENANT).older()).isEqualTo(4);
        assertThat(opened(running)).as("announced, not yet promoted here").isEqualTo("text");
        running.refresh();
        assertThat(running.blindIndexes("f", "v")).hasSize(2).last().isEqualTo(index);

        master().rotation().retireOthers();
        running.refresh();
        assertThat(opened(running)).isEqualTo("text");
        assertThat(running.versions()).isEqualTo(master().versions());
    }

    @Test
    void I7_eachStepTwice_changesNothingMore() {
        assertThat(master().rotation().add()).isTrue();
        assertThat(master().rotation().add()).isFalse();
        master().rotation().promote();
        List<String> promoted = master().versions();
        master().rotation().promote();
        assertThat(master().versions()).isEqualTo(promoted).hasSize(2);
        Rewrapping.Found _ = keyring(master()).rewrapping().wrapAnew(TENANT);
        assertThat(keyring(master()).rewrapping().wrapAnew(TENANT).newest()).isEqualTo(4);
        master().rotation().retireOthers();
        master().rotation().retireOthers();
        assertThat(opened(master())).isEqualTo("text");
    }

    @Test
    void I7_fileGoneWhileInUse_noneIsMadeAndTheKeyInMemoryStays() throws Exception {
        MasterKey running = master();
        List<String> versions = running.versions();
        Files.delete(file);

        assertThatThrownBy(running::refresh)
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("no master key at " + file)
                .hasMessageContaining("AVOW_MASTER_KEY_FILE");
        assertThatThrownBy(() -> running.rotation().add()).isInstanceOf(SealingException.class);
        assertThatThrownBy(() -> MasterKeyFile.keep(file, folder.resolve("other")))
                .isInstanceOf(SealingException.class);
        assertThat(file).doesNotExist();
        assertThat(running.versions()).isEqualTo(versions);
        assertThat(opened(running)).isEqualTo("text");
    }

    @Test
    void I7_eachStep_writesOverWhatTheFileHeld() throws Exception {
        Path first = Files.createLink(folder.resolve("first"), file);
        boolean _ = master().rotation().add();
        Path second = Files.createLink(folder.resolve("second"), file);
        master().rotation().promote();
        Path third = Files.createLink(folder.resolve("third"), file);
        master().rotation().retireOthers();

        for (Path held : List.of(first, second, third)) {
            assertThat(Files.readAllBytes(held)).containsOnly(0);
        }
    }

    @Test
    void I7_fileIsALink_theFileThatItLeadsToChanges() throws Exception {
        Path real = Files.move(file, folder.resolve("real.json"));
        Files.createSymbolicLink(file, real);
        List<String> before = master().versions();

        assertThat(rotated().versions()).hasSize(1).doesNotContainAnyElementsOf(before);

        assertThat(file).isSymbolicLink();
        assertThat(MasterKey.readOrCreate(real).versions()).isEqualTo(master().versions());
    }

    @Test
    void I7_processThatDidNotLook_looksAgainWhereAKeyDoesNotOpen() {
        MasterKey stale = master();
        MasterKey _ = rotated();

        assertThat(opened(stale)).isEqualTo("text");
        assertThat(stale.versions()).isEqualTo(master().versions());
        assertThat(stale.lookAgain()).isFalse();
    }

    @Test
    void I7_processThatDidNotLook_wrapsWhatIsNewUnderTheNewestAllTheSame() {
        MasterKey stale = master();
        MasterKey _ = rotated();
        TenantId newcomer = new TenantId(UUID.randomUUID());

        TenantKeys _ = keyring(stale).of(newcomer);

        assertThat(keyring(master()).rewrapping().look(newcomer))
                .isEqualTo(new Rewrapping.Found(3, 0, List.of()));
    }

    @Test
    void I7_formerKeyNamed_opensWhatWasWrappedBefore() {
        byte[] wrapped = store.find(TENANT, WrappedKeyStore.Purpose.SEAL).orElseThrow();
        UUID backup = UUID.randomUUID();
        byte[] key = BackupKey.fresh(master(), backup, SealingAlgorithm.A256GCM).wrapped();
        String before = master().versions().getFirst();
        MasterKey after = rotated();
        store.kept.put(TENANT + "/SEAL", wrapped);

        assertThatThrownBy(() -> BackupKey.unwrap(after, backup, key))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("under the master key " + before)
                .hasMessageContaining("--former-master-key");
        MasterKey both = after.opening(former);
        assertThat(BackupKey.unwrap(both, backup, key).wrapped()).isEqualTo(key);
        assertThat(opened(both)).isEqualTo("text");
        assertThat(both.versions()).containsExactly(after.versions().getFirst(), before);
    }

    @Test
    void I7_damagedKey_isReportedAndLeftAsItIs() {
        byte[] damaged = store.find(TENANT, WrappedKeyStore.Purpose.SIGN).orElseThrow();
        damaged[damaged.length - 1] ^= 1;
        store.kept.put(TENANT + "/SIGN", damaged);
        String before = master().versions().getFirst();
        boolean _ = master().rotation().add();
        master().rotation().promote();

        assertThat(keyring(master()).rewrapping().wrapAnew(TENANT))
                .isEqualTo(new Rewrapping.Found(0, 3, List.of("SIGN, wrapped under " + before)));
        assertThat(store.find(TENANT, WrappedKeyStore.Purpose.SIGN)).hasValue(damaged);
    }

    @Test
    void I7_anotherFileWhereTheFormerIsKept_isRefusedAndStays() throws Exception {
        Path taken = Files.writeString(folder.resolve("taken"), "mine");

        assertThatThrownBy(() -> MasterKeyFile.keep(file, taken))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("name one that is not there yet");
        assertThat(Files.readString(taken)).isEqualTo("mine");
        assertThat(former).hasSameBinaryContentAs(file);
    }
}
