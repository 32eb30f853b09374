package dev.avow.vertex;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonProblem;
import dev.avow.wire.Trust;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Gives an assertion for a token at one address, and nowhere else: redirects are not followed.
 * Waits. Safe for any thread.
 */
final class TokenExchange {

    private static final int MOST_BYTES = 64 << 10;
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    /** What an HTTP header can carry without quoting. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,8192}");

    private final TokenPlace place;
    private final Optional<X509TrustManager> trust;
    private @Nullable HttpClient client;

    /**
     * @param trust who vouches for the place; empty: the authorities that the JVM knows
     */
    TokenExchange(TokenPlace place, Optional<X509TrustManager> trust) {
        this.place = place;
        this.trust = trust;
    }

    /** See {@link TokenPlace#pause}. */
    Duration pause() {
        return place.pause();
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

    Token tokenFor(ServiceAccount account, Instant now) {
        String form =
                "grant_type=" + escaped(GRANT) + "&assertion=" + escaped(assertion(account, now));
        HttpRequest request =
                HttpRequest.newBuilder(place.url())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        CompletableFuture<HttpResponse<byte[]>> asked =
                client().sendAsync(
                                request,
                                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            // A time-out of the request's own ends with the answer's head.
            return token(asked.get(place.patience().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException away) {
            asked.cancel(true);
            throw unreachable();
        } catch (InterruptedException stopped) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable();
        }
    }

    /** One for all keys, made when the first is used: few installations have any. */
    private synchronized HttpClient client() {
        HttpClient known = client;
        if (known == null) {
            HttpClient.Builder made =
                    HttpClient.newBuilder()
                            .connectTimeout(place.patience())
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .version(HttpClient.Version.HTTP_1_1);
            trust.ifPresent(manager -> made.sslContext(Trust.context(manager)));
            known = made.build();
            client = known;
        }
        return known;
    }

    private String assertion(ServiceAccount account, Instant now) {
        return account.assertion(place.url().toString(), now);
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
