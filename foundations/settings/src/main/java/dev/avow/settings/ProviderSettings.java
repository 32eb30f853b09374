package dev.avow.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How providers of models are asked: for how long, how many at once and when again; and how many
 * keys and routes a tenant may have. Immutable.
 */
public final class ProviderSettings {

    private final SettingsReader reader;

    ProviderSettings(SettingsReader reader) {
        this.reader = reader;
    }

    public Duration connectTimeout() {
        return reader.millis(Setting.PROVIDER_CONNECT_TIMEOUT_MS);
    }

    /** From the request sent to the answer's head. */
    public Duration firstByteTimeout() {
        return reader.millis(Setting.PROVIDER_FIRST_BYTE_TIMEOUT_MS);
    }

    /** Between two pieces of an answer. */
    public Duration idleTimeout() {
        return reader.millis(Setting.PROVIDER_IDLE_TIMEOUT_MS);
    }

    /** For one request with all its tries, to the end of its answer. */
    public Duration wholeTimeout() {
        return reader.millis(Setting.PROVIDER_WHOLE_TIMEOUT_MS);
    }

    /** Connections to one provider host, at most. */
    public int maxConnections() {
        return reader.number(Setting.PROVIDER_MAX_CONNECTIONS);
    }

    /** Whether requests share connections by HTTP/2 where a provider offers it over TLS. */
    public boolean http2() {
        return reader.flag(Setting.PROVIDER_HTTP2);
    }

    /** Requests on one such connection at once, at most. */
    public int http2Streams() {
        return reader.number(Setting.PROVIDER_HTTP2_STREAMS);
    }

    /** What a provider may send on it before the caller has taken it, in bytes, at most. */
    public int http2WindowBytes() {
        return reader.number(Setting.PROVIDER_HTTP2_WINDOW_BYTES);
    }

    /** How often such a connection is asked whether it lives. */
    public Duration http2Ping() {
        return reader.millis(Setting.PROVIDER_HTTP2_PING_MS);
    }

    /** Certificates of authorities that may vouch for providers beside those the JVM knows. */
    public Optional<Path> caFile() {
        return reader.file(Setting.PROVIDER_CA_FILE);
    }

    /** Requests at one provider at once, at most; 0: any number. */
    public int maxConcurrent() {
        return reader.number(Setting.PROVIDER_MAX_CONCURRENT);
    }

    /** How long a request waits for its turn where a provider has as many as it may. */
    public Duration queue() {
        return reader.millis(Setting.PROVIDER_QUEUE_MS);
    }

    /** Tries for one request at one target, at most; 1: none is repeated. */
    public int retryAttempts() {
        return reader.number(Setting.RETRY_ATTEMPTS);
    }

    /** The pause before the second round of tries. */
    public Duration retryBackoff() {
        return reader.millis(Setting.RETRY_BACKOFF_MS);
    }

    /** The longest pause between tries, and the longest {@code Retry-After} that is waited for. */
    public Duration retryMaxBackoff() {
        return reader.millis(Setting.RETRY_MAX_BACKOFF_MS);
    }

    /** Failures in a row after which a provider is not asked for a while; 0: it always is. */
    public int breakerFailures() {
        return reader.number(Setting.BREAKER_FAILURES);
    }

    /** That while. */
    public Duration breakerOpen() {
        return reader.millis(Setting.BREAKER_OPEN_MS);
    }

    /** Most tokens of an answer where a caller names no limit and its provider's API wants one. */
    public int defaultMaxTokens() {
        return reader.number(Setting.PROVIDER_DEFAULT_MAX_TOKENS);
    }

    /** The version of Anthropic's API that its providers are asked by. */
    public String anthropicVersion() {
        return reader.text(Setting.ANTHROPIC_VERSION);
    }

    /** Where keys of service accounts are exchanged for tokens; over TLS, or on this machine. */
    public URI vertexTokenUrl() {
        String url = reader.text(Setting.VERTEX_TOKEN_URL);
        if (!url.matches(
                "https://[^\\s/?#@]+/[^\\s?#]*|http://(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?/[^\\s?#]*")) {
            throw new BadSetting(
                    "AVOW_VERTEX_TOKEN_URL is an address such as"
                            + " https://oauth2.googleapis.com/token; http:// is for this machine"
                            + " alone");
        }
        return URI.create(url);
    }

    /** Patience with that place. */
    public Duration vertexTokenTimeout() {
        return reader.millis(Setting.VERTEX_TOKEN_TIMEOUT_MS);
    }

    /** How long it is not asked again for a key that got no token there. */
    public Duration vertexTokenPause() {
        return reader.millis(Setting.VERTEX_TOKEN_PAUSE_MS);
    }

    /** Betas of Anthropic's API that are asked for, parted by commas; empty where none is. */
    public Optional<String> anthropicBeta() {
        return reader.optional(Setting.ANTHROPIC_BETA)
                .map(betas -> {
                    if (!betas.matches("[A-Za-z0-9._-]{1,100}(,[A-Za-z0-9._-]{1,100}){0,20}")) {
                        throw new BadSetting(
                                "AVOW_ANTHROPIC_BETA is a list of names such as"
                                    + " context-1m-2025-08-07, parted by commas without spaces");
                    }
                    return betas;
                });
    }

    /** Keys of one provider, at most. */
    public int maxKeys() {
        return reader.number(Setting.PROVIDER_MAX_KEYS);
    }

    /** Routes of one tenant, at most. */
    public int maxRoutes() {
        return reader.number(Setting.ROUTING_MAX_ROUTES);
    }

    /** Targets of one route, at most. */
    public int maxTargets() {
        return reader.number(Setting.ROUTING_MAX_TARGETS);
    }
}
