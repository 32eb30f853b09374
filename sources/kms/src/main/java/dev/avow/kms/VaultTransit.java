package dev.avow.kms;

import com.google.crypto.tink.Aead;
import dev.avow.sealing.KeyServiceException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A key of HashiCorp Vault's transit engine (HTTP API, {@code POST /v1/MOUNT/encrypt/NAME} and
 * {@code …/decrypt/NAME}). The key must be of an AEAD type, such as {@code aes256-gcm96}:
 * associated data goes as {@code associated_data}. The token is read from its file for each call,
 * so that one which is renewed there is taken. Nothing is sent after a redirect. Blocks; safe for
 * any thread.
 */
final class VaultTransit implements Aead {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final VaultKey key;
    private final URI server;
    private final Path tokenFile;
    private final Duration patience;
    private final HttpClient client;

    VaultTransit(VaultKey key, KeyServiceAccess access) throws KeyServiceException {
        this.key = key;
        this.server = access.endpoint().orElse(key.server());
        this.tokenFile =
                access.tokenFile()
                        .orElseThrow(() ->
                                new KeyServiceException(
                                        "Vault wants a token: put it into a file and set"
                                                + " AVOW_MASTER_KEY_KMS_TOKEN_FILE to that"));
        this.patience = access.patience();
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        return ask(
                        "encrypt",
                        "plaintext",
                        Base64.getEncoder().encodeToString(plaintext),
                        associatedData,
                        "ciphertext")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData)
            throws GeneralSecurityException {
        String text =
                ask(
                        "decrypt",
                        "ciphertext",
                        new String(ciphertext, StandardCharsets.US_ASCII),
                        associatedData,
                        "plaintext");
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw odd();
        }
    }

    private String ask(
            String operation, String name, String value, byte[] associatedData, String wanted)
            throws KeyServiceException {
        Map<String, String> body = new LinkedHashMap<>();
        body.put(name, value);
        if (associatedData.length > 0) {
            body.put("associated_data", Base64.getEncoder().encodeToString(associatedData));
        }
        HttpRequest request =
                HttpRequest.newBuilder(key.operation(server, operation))
                        .timeout(patience)
                        .header("X-Vault-Token", plaintextToken())
                        .header("X-Vault-Request", "true")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build();
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != 200) {
            throw refused(answer.statusCode());
        }
        try {
            JsonNode found = JSON.readTree(answer.body()).path("data").path(wanted);
            if (found.isString()) {
                return found.stringValue();
            }
        } catch (JacksonException notJson) {
            throw odd();
        }
        throw odd();
    }

    private HttpResponse<String> send(HttpRequest request) throws KeyServiceException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException silent) {
            throw new KeyServiceException(
                    "Vault did not answer in time; check the network, and"
                            + " AVOW_MASTER_KEY_KMS_TIMEOUT_MS");
        } catch (SSLException untrusted) {
            throw new KeyServiceException(
                    "Vault cannot be spoken to over TLS; check AVOW_MASTER_KEY_KMS and that"
                            + " server's certificate");
        } catch (ConnectException away) {
            throw new KeyServiceException(
                    "Vault cannot be reached; check AVOW_MASTER_KEY_KMS and whether it runs");
        } catch (IOException broken) {
            throw new KeyServiceException(
                    "Vault broke off (" + broken.getClass().getSimpleName() + "); try again");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new KeyServiceException("Vault was not waited for, since Avow ends");
        }
    }

    /** Its own words are not repeated: they may quote what was sent. */
    private static KeyServiceException refused(int status) {
        String remedy =
                switch (status) {
                    case 400 ->
                            "the master key file was not wrapped by this key, or the key is of no"
                                    + " AEAD type (make it with type=aes256-gcm96): check"
                                    + " AVOW_MASTER_KEY_KMS and AVOW_MASTER_KEY_FILE";
                    case 401, 403 ->
                            "the token in AVOW_MASTER_KEY_KMS_TOKEN_FILE is not valid any more, or"
                                    + " its policy lacks update on encrypt/NAME and decrypt/NAME";
                    case 404 -> "no engine is mounted there: check AVOW_MASTER_KEY_KMS";
                    case 503 -> "it is sealed: unseal it";
                    default -> "look at that server, or wait until it has recovered";
                };
        return new KeyServiceException("Vault answered " + status + "; " + remedy);
    }

    private static KeyServiceException odd() {
        return new KeyServiceException(
                "what answered is no Vault; check AVOW_MASTER_KEY_KMS and"
                        + " AVOW_MASTER_KEY_KMS_ENDPOINT");
    }

    private String plaintextToken() throws KeyServiceException {
        try {
            String token = Files.readString(tokenFile).strip();
            if (!token.isEmpty() && token.chars().allMatch(each -> each > 32 && each < 127)) {
                return token;
            }
        } catch (IOException unreadable) {
            throw new KeyServiceException(
                    "AVOW_MASTER_KEY_KMS_TOKEN_FILE cannot be read; check its path and"
                            + " permissions");
        }
        throw new KeyServiceException(
                "AVOW_MASTER_KEY_KMS_TOKEN_FILE must hold Vault's token and nothing else");
    }

    @Override
    public String toString() {
        return "VaultTransit";
    }
}
