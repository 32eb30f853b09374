package dev.avow.vertex;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonProblem;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A service account's key: the JSON file that Google hands out, in base64. Of it are read who it is
 * ({@code client_email}) and the key ({@code private_key_id}, {@code private_key}); an address to
 * send it to is not.
 */
final class ServiceAccount {

    /** The longest that Google lets an assertion live. */
    private static final Duration LIFE = Duration.ofHours(1);

    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

    private final String email;
    private final String keyId;
    private final PrivateKey key;

    private ServiceAccount(String email, String keyId, PrivateKey key) {
        this.email = email;
        this.keyId = keyId;
        this.key = key;
    }

    /**
     * Reads it.
     *
     * @throws FaultException where it is none
     */
    static ServiceAccount read(String plaintextKey) {
        Map<String, String> members = members(plaintextKey);
        if (!"service_account".equals(members.get("type"))) {
            throw unusable("it is not the JSON file of a service account's key");
        }
        return new ServiceAccount(
                member(members, "client_email"),
                member(members, "private_key_id"),
                privateKey(member(members, "private_key")));
    }

    private static Map<String, String> members(String plaintextKey) {
        Map<String, String> members = new HashMap<>();
        try {
            byte[] json = Base64.getDecoder().decode(plaintextKey);
            for (JsonNode node : JsonDocument.read(json).nodes()) {
                if (node.kind() == JsonNode.Kind.STRING) {
                    for (String name :
                            new String[] {
                                "type", "client_email", "private_key_id", "private_key"
                            }) {
                        if (node.path().isTopLevel(name)) {
                            members.put(name, node.text());
                        }
                    }
                }
            }
        } catch (IllegalArgumentException | JsonProblem other) {
            throw unusable("it is not the JSON file of a service account's key");
        }
        return members;
    }

    private static String member(Map<String, String> members, String name) {
        String value = members.get(name);
        if (value == null || value.isEmpty()) {
            throw unusable("the service account's file lacks " + name);
        }
        return value;
    }

    /** PKCS #8 in PEM (RFC 7468, section 10). */
    private static PrivateKey privateKey(String pem) {
        try {
            String base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----|\\s", "");
            byte[] encoded = Base64.getDecoder().decode(base64);
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IllegalArgumentException | GeneralSecurityException other) {
            throw unusable("its private_key is no RSA key in PEM");
        }
    }

    /**
     * What is given for a token: a JWT, signed with RSA and SHA-256 (RFC 7523, section 2.1;
     * developers.google.com/identity/protocols/oauth2/service-account).
     *
     * @param audience where it is given
     */
    String assertion(String audience, Instant now) {
        long issued = now.getEpochSecond();
        String signed =
                part("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":%s}".formatted(quoted(keyId)))
                        + "."
                        + part(
                                "{\"iss\":%s,\"scope\":\"%s\",\"aud\":%s,\"iat\":%d,\"exp\":%d}"
                                        .formatted(
                                                quoted(email),
                                                SCOPE,
                                                quoted(audience),
                                                issued,
                                                issued + LIFE.toSeconds()));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException unusable) {
            throw unusable("its private_key cannot sign");
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String part(String json) {
        return encoded(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static FaultException unusable(String what) {
        return Fault.of(
                        FaultCode.PROVIDER_REFUSED,
                        "the provider's key cannot be used: " + what + "; add it anew")
                .asException();
    }

    /** Prints nothing of it. */
    @Override
    public String toString() {
        return "ServiceAccount";
    }
}
