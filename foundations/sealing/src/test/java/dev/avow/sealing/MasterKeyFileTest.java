package dev.avow.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I7: the master key may come from a key service, and without that there is none. */
final class MasterKeyFileTest {

    @TempDir private Path folder = Path.of("unused");

    private Path file = Path.of("unused");

    private final Aead service = service();
    private final Aead away =
            new Aead() {
                @Override
                public byte[] encrypt(byte[] plaintext, byte[] associatedData)
                        throws GeneralSecurityException {
                    throw new KeyServiceException("it is away; set AVOW_MASTER_KEY_KMS");
                }

                @Override
                public byte[] decrypt(byte[] ciphertext, byte[] associatedData)
                        throws GeneralSecurityException {
                    throw new KeyServiceException("it is away; set AVOW_MASTER_KEY_KMS");
                }
            };

    private static Aead service() {
        try {
            return KeysetHandle.generateNew(
                            PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get())
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @BeforeEach
    void open() {
        file = folder.resolve("master.json");
    }

    private byte[] index(Optional<Aead> by) {
        return MasterKey.readOrCreate(file, by).blindIndex("f", "v");
    }

    @Test
    void readOrCreate_withAService_liesWrappedAndIsTheSameEachTime() throws IOException {
        byte[] first = index(Optional.of(service));

        assertThat(index(Optional.of(service))).isEqualTo(first);
        assertThat(Files.readString(file)).contains("encryptedKeyset").doesNotContain("\"value\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void readOrCreate_serviceIsAway_isRefusedWithItsWordsAndMakesNothing() throws IOException {
        assertThatThrownBy(() -> index(Optional.of(away)))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("it is away; set AVOW_MASTER_KEY_KMS");
        assertThat(file).doesNotExist();

        byte[] _ = index(Optional.of(service));
        String text = Files.readString(file);
        assertThatThrownBy(() -> index(Optional.of(away)))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("it is away");
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void readOrCreate_anotherServicesKey_isRefused() {
        byte[] _ = index(Optional.of(service));

        assertThatThrownBy(() -> index(Optional.of(service())))
                .isInstanceOf(SealingException.class)
                .hasMessageNotContaining("value");
    }

    @Test
    void readOrCreate_settingAndFileDoNotAgree_saysWhichToChange() {
        byte[] _ = index(Optional.empty());
        assertThatThrownBy(() -> index(Optional.of(service)))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("./avow key wrap");

        assertThat(MasterKeyFile.wrap(file, service)).isTrue();
        assertThatThrownBy(() -> index(Optional.empty()))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("set AVOW_MASTER_KEY_KMS");
    }

    @Test
    void wrapAndUnwrap_thereAndBack_keepTheKeyAndNothingInTheClear() throws IOException {
        byte[] first = index(Optional.empty());
        Path before = Files.createLink(folder.resolve("before"), file);

        assertThat(MasterKeyFile.wrap(file, service)).isTrue();
        assertThat(MasterKeyFile.wrap(file, service)).isFalse();
        assertThat(index(Optional.of(service))).isEqualTo(first);
        assertThat(Files.readAllBytes(before)).containsOnly(0);

        assertThat(MasterKeyFile.unwrap(file, service)).isTrue();
        assertThat(MasterKeyFile.unwrap(file, service)).isFalse();
        assertThat(index(Optional.empty())).isEqualTo(first);
    }

    @Test
    void wrap_serviceIsAwayOrNoFile_changesNothing() throws IOException {
        assertThatThrownBy(() -> MasterKeyFile.wrap(file, service))
                .hasMessageContaining("AVOW_MASTER_KEY_FILE");
        byte[] _ = index(Optional.empty());
        String text = Files.readString(file);
        assertThatThrownBy(() -> MasterKeyFile.wrap(file, away)).hasMessageContaining("it is away");
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void I7_rotationOfAWrappedFile_staysWrappedAndOpensTheKeptOne() throws IOException {
        MasterKey master = MasterKey.readOrCreate(file, Optional.of(service));
        byte[] before = master.blindIndex("f", "v");
        Path former = folder.resolve("former.json");
        MasterKeyFile.keep(file, former);

        assertThat(master.rotation().add()).isTrue();
        master.rotation().promote();
        master.rotation().retireOthers();

        assertThat(master.versions()).hasSize(1);
        assertThat(index(Optional.of(service))).isNotEqualTo(before);
        assertThat(Files.readString(file)).contains("encryptedKeyset").doesNotContain("\"value\"");
        assertThat(Files.readString(former)).doesNotContain("\"value\"");
        assertThat(master.opening(former).blindIndexes("f", "v")).last().isEqualTo(before);
    }
}
