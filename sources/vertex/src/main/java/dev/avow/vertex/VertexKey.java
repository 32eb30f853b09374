package dev.avow.vertex;

import dev.avow.wire.KeyUse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A service account's key is not shown to Vertex AI: it signs what is exchanged for a token, and
 * that is shown. A token is held in memory until its end, by a digest of its key.
 */
final class VertexKey implements KeyUse {

    private final Map<String, HeldToken> tokens = new ConcurrentHashMap<>();
    private final TokenExchange exchange;
    private final InstantSource clock;

    VertexKey(TokenExchange exchange, InstantSource clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public CompletionStage<KeyUse> ready(String plaintextKey) {
        return tokens.computeIfAbsent(
                        digest(plaintextKey),
                        digest ->
                                new HeldToken(
                                        exchange, clock, ended -> tokens.remove(digest, ended)))
                .ready(plaintextKey);
    }

    @Override
    public Map<String, String> headers(
            String plaintextKey, String method, Supplier<URI> uri, byte[] body) {
        throw new IllegalStateException("a service account's key is shown to nobody");
    }

    /** Gives up a token that was refused, as one that was revoked before its time is. */
    @Override
    public boolean refused(String plaintextKey, Map<String, String> shown) {
        HeldToken held = tokens.get(digest(plaintextKey));
        return held == null || held.giveUp(shown);
    }

    /** Tokens in memory, and keys that got none just now. */
    int held() {
        return tokens.size();
    }

    private static String digest(String plaintextKey) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(plaintextKey.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("there is no SHA-256", impossible);
        }
    }
}
