package dev.avow.kms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.sun.net.httpserver.HttpExchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Vault's transit engine, as its HTTP API is published: "Encrypt data" and "Decrypt data" of the
 * secrets engine {@code transit}.
 */
final class VaultTransitTest extends KeyServiceContract {

    private static final String KEY = "hcvault://vault.example.org:8200/transit/keys/avow";
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    FakeKeyServer start() {
        return FakeKeyServer.start(VaultTransitTest::answer);
    }

    @Override
    Aead service(FakeKeyServer server, Duration timeout) throws Exception {
        Path token = folder.resolve("token");
        Files.writeString(token, FakeKeyServer.TOKEN + "\n");
        return KeyService.of(
                new KeyServiceAccess(KEY, Optional.of(server.url()), Optional.of(token), timeout));
    }

    @Override
    FakeKeyServer.Failure forbidden() {
        return new FakeKeyServer.Failure(
                403, "{\"errors\":[\"permission denied " + FakeKeyServer.SAID + "\"]}");
    }

    private static FakeKeyServer.Failure answer(
            HttpExchange asked, JsonNode body, FakeKeyServer self) throws Exception {
        self.want(asked.getRequestMethod().equals("POST"), "method");
        self.want(
                FakeKeyServer.TOKEN.equals(asked.getRequestHeaders().getFirst("X-Vault-Token")),
                "token");
        self.want(
                "true".equals(asked.getRequestHeaders().getFirst("X-Vault-Request")),
                "X-Vault-Request");
        byte[] place = Base64.getDecoder().decode(body.path("associated_data").asString(""));
        return switch (asked.getRequestURI().toString()) {
            case "/v1/transit/encrypt/avow" -> {
                byte[] plain = Base64.getDecoder().decode(body.path("plaintext").asString(""));
                String sealed =
                        Base64.getEncoder().encodeToString(self.key().encrypt(plain, place));
                yield ok(Map.of("ciphertext", "vault:v1:" + sealed, "key_version", 1));
            }
            case "/v1/transit/decrypt/avow" -> opened(body, self, place);
            default -> new FakeKeyServer.Failure(404, "{\"errors\":[]}");
        };
    }

    private static FakeKeyServer.Failure opened(JsonNode body, FakeKeyServer self, byte[] place) {
        String text = body.path("ciphertext").asString("");
        self.want(text.startsWith("vault:v1:"), "ciphertext");
        try {
            byte[] plain = self.key().decrypt(Base64.getDecoder().decode(text.substring(9)), place);
            return ok(Map.of("plaintext", Base64.getEncoder().encodeToString(plain)));
        } catch (GeneralSecurityException | IllegalArgumentException altered) {
            return new FakeKeyServer.Failure(
                    400,
                    "{\"errors\":[\"cipher: message authentication failed "
                            + FakeKeyServer.SAID
                            + "\"]}");
        }
    }

    private static FakeKeyServer.Failure ok(Map<String, Object> data) {
        return new FakeKeyServer.Failure(200, JSON.writeValueAsString(Map.of("data", data)));
    }

    @Test
    void decrypt_vaultIsSealed_saysSo() throws Exception {
        byte[] sealed = service(server()).encrypt(SECRET, PLACE);
        server().fail(new FakeKeyServer.Failure(503, "{\"errors\":[\"Vault is sealed\"]}"));

        refused(() -> service(server()).decrypt(sealed, PLACE), "unseal it");
    }

    @Test
    void encrypt_tokenMissingOrOdd_namesTheSetting() throws Exception {
        Aead service = service(server());
        Files.writeString(folder.resolve("token"), "two\nlines");
        refused(() -> service.encrypt(SECRET, PLACE), "AVOW_MASTER_KEY_KMS_TOKEN_FILE");
        Files.delete(folder.resolve("token"));
        refused(() -> service.encrypt(SECRET, PLACE), "AVOW_MASTER_KEY_KMS_TOKEN_FILE");
        refused(
                () ->
                        KeyService.of(
                                        new KeyServiceAccess(
                                                KEY,
                                                Optional.empty(),
                                                Optional.empty(),
                                                Duration.ofSeconds(1)))
                                .encrypt(SECRET, PLACE),
                "AVOW_MASTER_KEY_KMS_TOKEN_FILE");
    }

    @Test
    void decrypt_somethingElseAnswers_isRefused() throws Exception {
        byte[] sealed = service(server()).encrypt(SECRET, PLACE);
        for (String body : new String[] {"", "<html>", "{}", "{\"data\":{\"plaintext\":\"*\"}}"}) {
            server().fail(new FakeKeyServer.Failure(200, body));
            refused(() -> service(server()).decrypt(sealed, PLACE), "no Vault");
        }
        assertThat(server().complaints()).isEmpty();
    }
}
