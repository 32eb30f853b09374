package dev.avow.vertex;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonProblem;
import dev.avow.wire.Trust;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.X509TrustManager;

/**
 * Gives an assertion for a token at one address, and nowhere else: redirects are not followed.
 * Waits. Safe for any thread.
 */
final class TokenExchange {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 64 << 10;
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    /** What an HTTP header can carry without quoting. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,8192}");

    private final URI place;
    private final Optional<X509TrustManager> trust;

    /**
     * @param trust who vouches for the place; empty: the authorities that the JVM knows
     */
    TokenExchange(URI place, Optional<X509TrustManager> trust) {
        this.place = place;
        this.trust = trust;
    }

    /**
     * What a request shows.
     *
     * @param life from now
     */
    record Token(String plaintext, Duration life) {

        /** Prints nothing of it. */
        @Override
        public String toString() {
            return "Token";
        }
    }

    /** A client is made when one is needed, which is once an hour. */
    Token tokenFor(ServiceAccount account, Instant now) {
        String form =
                "grant_type=" + escaped(GRANT) + "&assertion=" + escaped(assertion(account, now));
        try (HttpClient client = client()) {
            HttpResponse<byte[]> answer =
                    client.send(
                            HttpRequest.newBuilder(place)
                                    .timeout(PATIENCE)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
            return token(answer);
        } catch (IOException away) {
            throw unreachable();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unreachable();
        }
    }

    private HttpClient client() {
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1);
        trust.ifPresent(manager -> client.sslContext(Trust.context(manager)));
        return client.build();
    }

    private String assertion(ServiceAccount account, Instant now) {
        return account.assertion(place.toString(), now);
    }

    private static Token token(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status >= 500 || status == 429) {
            throw unreachable();
        }
        if (status != 200) {
            throw refused(
                    "Google gives no token for this service account's key; check that the key and"
                            + " its account are enabled and that this machine's clock is right");
        }
        String plaintext = "";
        long seconds = 0;
        try {
            for (JsonNode node : JsonDocument.read(answer.body()).nodes()) {
                if (is(node, JsonNode.Kind.STRING, "access_token")) {
                    plaintext = node.text();
                } else if (is(node, JsonNode.Kind.NUMBER, "expires_in")) {
                    seconds = Long.parseLong(node.text());
                }
            }
        } catch (JsonProblem | NumberFormatException malformed) {
            throw refused("what Google gave for this service account's key is no token");
        }
        if (!TOKEN.matcher(plaintext).matches() || seconds < 1) {
            throw refused("what Google gave for this service account's key is no token");
        }
        return new Token(plaintext, Duration.ofSeconds(Math.min(seconds, 3_600)));
    }

    private static boolean is(JsonNode node, JsonNode.Kind kind, String member) {
        return node.kind() == kind && node.path().isTopLevel(member);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static FaultException refused(String message) {
        return Fault.of(FaultCode.PROVIDER_REFUSED, message).asException();
    }

    private static FaultException unreachable() {
        return Fault.of(
                        FaultCode.PROVIDER_UNREACHABLE,
                        "the place where the provider's key is exchanged for a token cannot be"
                                + " reached; check AVOW_VERTEX_TOKEN_URL and that it can be reached"
                                + " from here")
                .asException();
    }
}
