package dev.avow.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I7: a tenant's key gets new versions while it is in use, and the old ones go. */
final class TenantKeyRotationTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final UUID ANNA = UUID.fromString("00000000-0000-7000-8000-0000000000a1");
    private static final Place PLACE = new Place(TENANT, "provider_keys", "key_sealed", ANNA);
    private static final String SECRET = "sk-fictitious-0123456789";

    @TempDir Path folder;

    private final KeysInMemory store = new KeysInMemory();
    private Keyring keyring;
    private TenantKeys keys;

    @BeforeEach
    void open() {
        keyring = another();
        keys = keyring.of(TENANT);
    }

    private Keyring another() {
        return new Keyring(
                MasterKey.readOrCreate(folder.resolve("master.json")),
                store,
                new SubjectKeyFiles(folder.resolve("keys")));
    }

    private String opened(Keyring by, byte[] sealed) {
        return by.of(TENANT).plaintextOf(sealed, PLACE, UnsealAccess.granted());
    }

    private int rotated() {
        int version = keyring.rotation().add(TENANT);
        keyring.rotation().promote(TENANT, version);
        return version;
    }

    @Test
    void add_untilItIsPromoted_theOldVersionSeals() {
        byte[] before = keys.newestPrefix();
        int version = keyring.rotation().add(TENANT);

        assertThat(keys.versions()).isEqualTo(2);
        assertThat(keys.seal(SECRET, PLACE)).startsWith(before);

        keyring.rotation().promote(TENANT, version);

        assertThat(keys.newestPrefix()).isNotEqualTo(before);
        assertThat(keys.seal(SECRET, PLACE)).startsWith(keys.newestPrefix());
    }

    @Test
    void promote_aProcessThatWasTold_opensWhatTheNewVersionSealed() {
        Keyring elsewhere = another();
        TenantKeys theirs = elsewhere.of(TENANT);
        int version = keyring.rotation().add(TENANT);
        elsewhere.refresh(TENANT);
        keyring.rotation().promote(TENANT, version);

        assertThat(opened(elsewhere, keys.seal(SECRET, PLACE))).isEqualTo(SECRET);

        elsewhere.refresh(TENANT);
        assertThat(theirs.newestPrefix()).isEqualTo(keys.newestPrefix());
        assertThat(elsewhere.of(TENANT)).isSameAs(theirs);
    }

    @Test
    void promote_noSuchVersion_isRefused() {
        assertThatThrownBy(() -> keyring.rotation().promote(TENANT, 4711))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("rotate it again");
    }

    @Test
    void sealedAnew_olderVersion_isMovedOnceAndOpens() {
        byte[] old = keys.seal(SECRET, PLACE);
        rotated();

        byte[] moved = keys.sealedAnew(old, PLACE).orElseThrow();

        assertThat(moved).startsWith(keys.newestPrefix());
        assertThat(opened(keyring, moved)).isEqualTo(SECRET);
        assertThat(opened(keyring, old)).isEqualTo(SECRET);
        assertThat(keys.sealedAnew(moved, PLACE)).isEmpty();
    }

    @Test
    void sealedAnew_anotherPlaceOrDamaged_isRefusedWithoutContent() {
        byte[] old = keys.seal(SECRET, PLACE);
        rotated();

        assertThatThrownBy(() -> keys.sealedAnew(old, new Place(TENANT, "t", "c", ANNA)))
                .isInstanceOf(SealingException.class)
                .hasMessageNotContaining("sk-fict");
    }

    @Test
    void retireOthers_afterMoving_theOldVersionOpensNothingAnyMore() {
        byte[] old = keys.seal(SECRET, PLACE);
        rotated();
        byte[] moved = keys.sealedAnew(old, PLACE).orElseThrow();

        keyring.rotation().retireOthers(TENANT);
        keyring.rotation().retireOthers(TENANT);

        assertThat(keys.versions()).isEqualTo(1);
        assertThat(opened(another(), moved)).isEqualTo(SECRET);
        assertThatThrownBy(() -> opened(another(), old)).isInstanceOf(SealingException.class);
    }

    @Test
    void rewrap_subjectsKey_movesOnceAndOpensWithoutTheOldVersion() {
        byte[] about = sealedAboutAnna();
        rotated();

        assertThat(keyring.subjects().rewrap(TENANT, ANNA)).isTrue();
        assertThat(keyring.subjects().rewrap(TENANT, ANNA)).isFalse();
        keyring.rotation().retireOthers(TENANT);

        assertThat(
                        another()
                                .subjects()
                                .plaintextOf(TENANT, ANNA, about, PLACE, UnsealAccess.granted()))
                .hasValueSatisfying(each -> assertThat(new String(each, UTF_8)).isEqualTo(SECRET));
    }

    @Test
    void rewrap_destroyedSubject_bringsNobodyBack() throws IOException {
        byte[] about = sealedAboutAnna();
        rotated();
        SubjectKeyFiles files = new SubjectKeyFiles(folder.resolve("keys"));
        byte[] wrapped = files.find(TENANT, ANNA).orElseThrow();
        keyring.subjects().destroy(TENANT, ANNA);

        assertThat(keyring.subjects().rewrap(TENANT, ANNA)).isFalse();
        files.replace(TENANT, ANNA, wrapped); // a re-wrap that had begun before

        assertThat(files.find(TENANT, ANNA)).isEmpty();
        assertThat(folder.resolve("keys/subjects/" + TENANT + "/" + ANNA + ".key")).doesNotExist();
        assertThat(
                        keyring.subjects()
                                .plaintextOf(TENANT, ANNA, about, PLACE, UnsealAccess.granted()))
                .isEmpty();
    }

    /** A restore once would have had persons' keys that no version in the database opens. */
    @Test
    void of_databaseOfAnEarlierDay_knowsTheVersionsThatStandOutside() {
        byte[] about = sealedAboutAnna();
        byte[] old = keys.seal(SECRET, PLACE);
        byte[] earlier = store.find(TENANT, WrappedKeyStore.Purpose.SEAL).orElseThrow();
        rotated();
        keyring.subjects().rewrap(TENANT, ANNA);
        keyring.rotation().retireOthers(TENANT);
        store.kept.put(TENANT + "/SEAL", earlier);

        Keyring restored = another();

        assertThat(opened(restored, old)).isEqualTo(SECRET);
        assertThat(
                        restored.subjects()
                                .plaintextOf(TENANT, ANNA, about, PLACE, UnsealAccess.granted()))
                .isPresent();
        assertThat(restored.of(TENANT).versions()).isEqualTo(2);

        int version = restored.rotation().add(TENANT);
        restored.rotation().promote(TENANT, version);

        assertThat(restored.of(TENANT).versions()).isEqualTo(3);
    }

    @Test
    void keepTenantKey_again_overwritesWhatWasThere() throws IOException {
        SubjectKeyFiles files = new SubjectKeyFiles(folder.resolve("keys"));
        Path file = folder.resolve("keys/tenants/" + TENANT + ".key");
        files.keepTenantKey(TENANT, new byte[] {1, 2, 3});
        Path before = Files.createLink(folder.resolve("before"), file);

        files.keepTenantKey(TENANT, new byte[] {4, 5});

        assertThat(files.tenantKey(TENANT)).hasValue(new byte[] {4, 5});
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(before))).isEqualTo("000000");
    }

    private byte[] sealedAboutAnna() {
        return keyring.subjects().seal(TENANT, ANNA, SECRET, PLACE).orElseThrow();
    }
}
