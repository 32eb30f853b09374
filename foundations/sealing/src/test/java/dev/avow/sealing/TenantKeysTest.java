package dev.avow.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.TenantId;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** I7 and B8: what is sealed opens in its place, under its tenant's key, and nowhere else. */
final class TenantKeysTest {

    private static final String SECRET = "sk-fictitious-0123456789";
    private static final TenantId OTHER =
            new TenantId(UUID.fromString("00000000-0000-7000-8000-0000000000ff"));
    private static final UUID ROW = UUID.fromString("00000000-0000-7000-8000-0000000000aa");

    @TempDir Path folder;

    private final Place place = new Place(TenantId.DEFAULT, "provider_keys", "key_sealed", ROW);
    private Keyring keyring;
    private TenantKeys keys;

    @BeforeEach
    void open() {
        keyring =
                new Keyring(
                        MasterKey.readOrCreate(folder.resolve("master.json")),
                        new KeysInMemory(),
                        new SubjectKeyFiles(folder.resolve("keys")));
        keys = keyring.of(TenantId.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SECRET, "é 語 😀", "a\u0000b"})
    void plaintextOf_samePlace_opens(String text) {
        assertThat(opened(keys.seal(text, place), place)).isEqualTo(text);
    }

    @Test
    void seal_sameTextTwice_givesDifferentBytesThatHoldNoneOfIt() {
        byte[] once = keys.seal(SECRET, place);

        assertThat(once).isNotEqualTo(keys.seal(SECRET, place)).hasSize(SECRET.length() + 33);
        assertThat(new String(once, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("sk-fict");
    }

    @Test
    void plaintextOf_movedToAnotherRow_doesNotOpen() {
        doesNotOpen(new Place(TenantId.DEFAULT, "provider_keys", "key_sealed", OTHER.value()));
    }

    @Test
    void plaintextOf_movedToAnotherColumn_doesNotOpen() {
        doesNotOpen(new Place(TenantId.DEFAULT, "provider_keys", "base_url", ROW));
    }

    @Test
    void plaintextOf_movedToAnotherTable_doesNotOpen() {
        doesNotOpen(new Place(TenantId.DEFAULT, "users", "key_sealed", ROW));
    }

    @Test
    void plaintextOf_namedForAnotherTenant_doesNotOpen() {
        doesNotOpen(new Place(OTHER, "provider_keys", "key_sealed", ROW));
    }

    @Test
    void plaintextOf_otherTenantsKeys_doNotOpen() {
        byte[] sealed = keys.seal(SECRET, place);

        assertThatThrownBy(
                        () -> keyring.of(OTHER).plaintextOf(sealed, place, UnsealAccess.granted()))
                .isInstanceOf(SealingException.class);
    }

    @Test
    void plaintextOf_anyByteAltered_doesNotOpen() {
        byte[] sealed = keys.seal(SECRET, place);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> opened(altered, place)).isInstanceOf(SealingException.class);
        }
    }

    @Test
    void plaintextOf_cutShort_doesNotOpen() {
        byte[] sealed = keys.seal(SECRET, place);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> opened(cut, place)).isInstanceOf(SealingException.class);
        }
    }

    @Test
    void plaintextOf_doesNotOpen_saysThePlaceAndNoSecret() {
        assertThatThrownBy(() -> opened(SECRET.getBytes(UTF_8), place))
                .hasMessage("a sealed value of provider_keys.key_sealed does not open")
                .hasNoCause();
    }

    @Test
    void fingerprint_sameText_isTheSameForOneTenantOnly() {
        String print = keys.fingerprint("hello".getBytes(UTF_8));

        assertThat(print).matches("hmac-sha256:[0-9a-f]{64}");
        assertThat(keys.fingerprint("hello".getBytes(UTF_8))).isEqualTo(print);
        assertThat(keyring.of(OTHER).fingerprint("hello".getBytes(UTF_8))).isNotEqualTo(print);
    }

    @Test
    void toString_everyHolder_printsNoKey() {
        assertThat(keys.toString()).isEqualTo("TenantKeys");
        assertThat(place.toString()).contains("provider_keys").doesNotContain("sk-");
    }

    private void doesNotOpen(Place moved) {
        byte[] sealed = keys.seal(SECRET, place);
        assertThatThrownBy(() -> opened(sealed, moved)).isInstanceOf(SealingException.class);
    }

    private String opened(byte[] sealed, Place where) {
        return keys.plaintextOf(sealed, where, UnsealAccess.granted());
    }
}
