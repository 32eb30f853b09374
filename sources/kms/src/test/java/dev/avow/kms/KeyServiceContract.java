package dev.avow.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import dev.avow.sealing.KeyServiceException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I7: what every key service must do, against a fake of its published HTTP API. */
abstract class KeyServiceContract {

    static final byte[] SECRET = "fictitious key bytes".getBytes(StandardCharsets.UTF_8);
    static final byte[] PLACE = "avow master key".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder = Path.of("unused");

    private FakeKeyServer server = FakeKeyServer.none();

    abstract FakeKeyServer start();

    abstract Aead service(FakeKeyServer server, Duration timeout) throws Exception;

    /** One that waits for as long as a busy machine takes. */
    final Aead service(FakeKeyServer server) throws Exception {
        return service(server, Duration.ofSeconds(20));
    }

    /** What the service's own word is for a wrong token or wrong credentials. */
    abstract FakeKeyServer.Failure forbidden();

    @BeforeEach
    void begin() {
        server = start();
    }

    @AfterEach
    void end() {
        server.close();
    }

    FakeKeyServer server() {
        return server;
    }

    @Test
    void decrypt_ofWhatItEncrypted_isTheSame() throws Exception {
        byte[] sealed = service(server).encrypt(SECRET, PLACE);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("fictitious");
        assertThat(service(server).decrypt(sealed, PLACE)).isEqualTo(SECRET);
        assertThat(server.complaints()).isEmpty();
    }

    @Test
    void decrypt_otherPlaceOrAltered_isRefusedWithTheRemedy() throws Exception {
        byte[] sealed = service(server).encrypt(SECRET, PLACE);
        byte[] altered = sealed.clone();
        altered[altered.length - 3] ^= 1;

        refused(() -> service(server).decrypt(sealed, new byte[] {1}), "AVOW_MASTER_KEY_FILE");
        refused(() -> service(server).decrypt(altered, PLACE), "AVOW_MASTER_KEY_FILE");
    }

    @Test
    void encrypt_mayNot_isRefusedWithTheRemedyAndNoSecret() throws Exception {
        server.fail(forbidden());

        refused(() -> service(server).encrypt(SECRET, PLACE), "check|token");
    }

    @Test
    void encrypt_serverIsAway_saysSo() throws Exception {
        Aead service = service(server);
        server.close();

        refused(() -> service.encrypt(SECRET, PLACE), "cannot be reached");
    }

    @Test
    void decrypt_serverBreaks_saysWhatItAnswered() throws Exception {
        byte[] sealed = service(server).encrypt(SECRET, PLACE);
        server.fail(new FakeKeyServer.Failure(500, "{}"));

        refused(() -> service(server).decrypt(sealed, PLACE), "answered 500");
    }

    @Test
    void decrypt_serverIsSilent_givesUp() throws Exception {
        byte[] sealed = service(server).encrypt(SECRET, PLACE);
        server.beSilent();

        refused(
                () -> service(server, Duration.ofMillis(300)).decrypt(sealed, PLACE),
                "in time|cannot be used");
    }

    @Test
    void toString_always_namesNeitherKeyNorToken() throws Exception {
        assertThat(service(server).toString()).matches("[A-Za-z]+");
    }

    interface Asking {
        byte[] ask() throws Exception;
    }

    static void refused(Asking asking, String said) {
        AtomicReference<String> message = new AtomicReference<>("");
        assertThatThrownBy(asking::ask)
                .isInstanceOf(KeyServiceException.class)
                .isInstanceOf(GeneralSecurityException.class)
                .satisfies(each -> message.set(String.valueOf(each.getMessage())));
        assertThat(message.get())
                .containsPattern(said)
                .doesNotContain("fictitious", FakeKeyServer.TOKEN, FakeKeyServer.SAID)
                .doesNotContain("\n");
    }
}
