package dev.avow.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** I7: AES-256-CBC with authentication can be chosen, and what either sealed opens. */
final class SealingAlgorithmTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final UUID ANNA = UUID.fromString("00000000-0000-7000-8000-0000000000a1");
    private static final Place PLACE = new Place(TENANT, "provider_keys", "key_sealed", ANNA);
    private static final String SECRET = "sk-fictitious-0123456789";

    @TempDir private Path folder = Path.of("unused");

    private final KeysInMemory store = new KeysInMemory();

    private Keyring by(SealingAlgorithm algorithm) {
        return new Keyring(
                MasterKey.readOrCreate(folder.resolve("master.json")),
                store,
                new SubjectKeyFiles(folder.resolve("keys")),
                algorithm);
    }

    private final SealingAlgorithm gcm = SealingAlgorithm.of("A256GCM");
    private final SealingAlgorithm cbc = SealingAlgorithm.of("A256CBC-HS512");

    private static String opened(Keyring keyring, byte[] sealed) {
        return keyring.of(TENANT).plaintextOf(sealed, PLACE, UnsealAccess.granted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SECRET, "é 語 😀", "a\u0000b"})
    void seal_byEither_opensWhicheverIsChosen(String text) {
        byte[] one = by(gcm).of(TENANT).seal(text, PLACE);
        byte[] other = by(cbc).of(TENANT).seal(text, PLACE);

        assertThat(one[0]).isEqualTo((byte) 1);
        assertThat(other[0]).isEqualTo((byte) 'C');
        for (byte[] sealed : new byte[][] {one, other}) {
            assertThat(opened(by(gcm), sealed)).isEqualTo(text);
            assertThat(opened(by(cbc), sealed)).isEqualTo(text);
        }
    }

    @Test
    void seal_sameTextTwice_sharesNothingAndHoldsNoneOfIt() {
        byte[] once = by(cbc).of(TENANT).seal(SECRET, PLACE);
        byte[] twice = by(cbc).of(TENANT).seal(SECRET, PLACE);

        assertThat(Arrays.copyOfRange(once, 6, once.length))
                .isNotEqualTo(Arrays.copyOfRange(twice, 6, twice.length));
        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("sk-fict");
    }

    @Test
    void plaintextOf_alteredAnywhereOrMoved_doesNotOpen() {
        TenantKeys keys = by(cbc).of(TENANT);
        byte[] sealed = keys.seal(SECRET, PLACE);
        for (int at = 0; at < sealed.length; at++) {
            byte[] altered = sealed.clone();
            altered[at] ^= 1;
            doesNotOpen(keys, altered, PLACE);
            doesNotOpen(keys, Arrays.copyOf(sealed, at), PLACE);
        }
        doesNotOpen(
                keys, sealed, new Place(TENANT, "provider_keys", "key_sealed", UUID.randomUUID()));
        // The wrapped content key is no value of its own, and one value's key none of another's.
        doesNotOpen(keys, Arrays.copyOfRange(sealed, 1, 98), PLACE);
        byte[] other = keys.seal("another", PLACE);
        byte[] mixed = sealed.clone();
        System.arraycopy(other, 0, mixed, 0, 98);
        doesNotOpen(keys, mixed, PLACE);
    }

    private static void doesNotOpen(TenantKeys keys, byte[] sealed, Place place) {
        assertThatThrownBy(() -> keys.plaintextOf(sealed, place, UnsealAccess.granted()))
                .isInstanceOf(SealingException.class)
                .hasMessageNotContaining("fict");
    }

    @Test
    void subjects_sealedByEither_openAndGoWithTheKey() {
        byte[] one = by(gcm).subjects().seal(TENANT, ANNA, SECRET, PLACE).orElseThrow();
        byte[] other = by(cbc).subjects().seal(TENANT, ANNA, SECRET, PLACE).orElseThrow();
        Keyring keyring = by(gcm);
        for (byte[] sealed : new byte[][] {one, other}) {
            assertThat(SubjectKeys.isOfASubject(sealed)).isTrue();
            assertThat(
                            keyring.subjects()
                                    .plaintextOf(
                                            TENANT, ANNA, sealed, PLACE, UnsealAccess.granted()))
                    .hasValue(SECRET.getBytes(StandardCharsets.UTF_8));
        }

        keyring.subjects().destroy(TENANT, ANNA);

        assertThat(
                        by(cbc).subjects()
                                .plaintextOf(TENANT, ANNA, other, PLACE, UnsealAccess.granted()))
                .isEmpty();
    }

    @Test
    void sealedAnew_keyRotated_movesValuesOfEither() {
        byte[] one = by(gcm).of(TENANT).seal(SECRET, PLACE);
        byte[] other = by(cbc).of(TENANT).seal(SECRET, PLACE);
        Keyring keyring = by(cbc);
        keyring.rotation().promote(TENANT, keyring.rotation().add(TENANT));
        for (byte[] sealed : new byte[][] {one, other}) {
            byte[] moved = keyring.of(TENANT).sealedAnew(sealed, PLACE).orElseThrow();
            assertThat(moved[0]).isEqualTo((byte) 'C');
            assertThat(keyring.of(TENANT).isNewest(moved)).isTrue();
            assertThat(opened(keyring, moved)).isEqualTo(SECRET);
        }
    }

    @Test
    void backup_sealedByCbc_opensByItsMarkAlone() {
        MasterKey master = MasterKey.readOrCreate(folder.resolve("master.json"));
        BackupKey made = BackupKey.fresh(master, ANNA, cbc);
        byte[] block = made.seal(SECRET.getBytes(StandardCharsets.UTF_8), "users", 0, 1);

        assertThat(block[0]).isEqualTo((byte) 'C');
        assertThat(
                        BackupKey.unwrap(master, ANNA, made.wrapped())
                                .plaintextOf(block, "users", 0, 1, UnsealAccess.granted()))
                .isEqualTo(SECRET.getBytes(StandardCharsets.UTF_8));
    }
}
