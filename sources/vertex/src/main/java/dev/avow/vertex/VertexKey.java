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

    /** One that was refused before that is not worth another: the key may not do this. */
    private static final Duration FRESH = Duration.ofMinutes(1);

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
        return headers(held.plaintextOf(plaintextKey));
    }

    /** Gives up a token that was refused, as one that was revoked before its time is. */
    @Override
    public boolean refused(String plaintextKey, Map<String, String> shown) {
        Held held = tokens.get(digest(plaintextKey));
        return held == null || held.giveUp(shown);
    }

    private static Map<String, String> headers(String token) {
        return Map.of("Authorization", "Bearer " + token);
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
        private Instant since = Instant.MIN;
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
                since = now;
                until = now.plus(token.life()).minus(margin);
            }
            return plaintext;
        }

        /** Whether there is another one, or another can be asked for. */
        synchronized boolean giveUp(Map<String, String> shown) {
            if (!shown.entrySet().containsAll(headers(plaintext).entrySet())) {
                return true; // somebody else has asked for another meanwhile
            }
            if (clock.instant().isBefore(since.plus(FRESH))) {
                return false;
            }
            until = Instant.MIN;
            return true;
        }
    }
}
