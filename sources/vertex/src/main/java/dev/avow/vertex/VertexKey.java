package dev.avow.vertex;

import dev.avow.vertex.TokenExchange.Token;
import dev.avow.wire.KeyUse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A service account's key is not shown to Vertex AI: it signs what is exchanged for a token, and
 * that is shown. A token is held in memory until shortly before its end, by a digest of its key.
 */
final class VertexKey implements KeyUse {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** Tokens held at once; beyond that all are asked for anew. */
    private static final int MOST = 1_000;

    private final Map<String, Held> tokens = new ConcurrentHashMap<>();
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
    public Map<String, String> headers(
            String plaintextKey, String method, Supplier<URI> uri, byte[] body) {
        if (tokens.size() >= MOST) {
            tokens.clear();
        }
        Held held = tokens.computeIfAbsent(digest(plaintextKey), _ -> new Held());
        return Map.of("Authorization", "Bearer " + held.plaintextOf(plaintextKey));
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

    /** One key's token; who comes while it is asked for waits for it. */
    private final class Held {

        private String plaintext = "";
        private Instant until = Instant.MIN;

        synchronized String plaintextOf(String plaintextKey) {
            Instant now = clock.instant();
            if (!now.isBefore(until)) {
                Token token = exchange.tokenFor(ServiceAccount.read(plaintextKey), now);
                Duration margin =
                        token.life().compareTo(MARGIN.multipliedBy(2)) > 0
                                ? MARGIN
                                : token.life().dividedBy(2);
                plaintext = token.plaintext();
                until = now.plus(token.life()).minus(margin);
            }
            return plaintext;
        }
    }
}
