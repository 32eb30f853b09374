package dev.avow.wire;

import dev.avow.words.FaultException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.TrustOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javax.net.ssl.X509TrustManager;

/**
 * The connections to all providers, pooled for each event loop, so that an answer arrives on the
 * loop that asked. Safe for any thread.
 */
public final class Connections {

    private static final int KEPT_SECONDS = (int) Sharing.KEPT.toSeconds();

    /** RFC 9113, section 6.5.2, counts 32 bytes for each field beside its name and value. */
    private static final int LONGEST_HEAD = 16 << 10;

    private final Vertx vertx;
    private final Limits limits;
    private final Optional<X509TrustManager> trust;
    private final HttpClient background;

    /**
     * Event loops are few and live as long as Vert.x. Its contexts do not: each request has its
     * own.
     */
    private final ConcurrentHashMap<Thread, Pool> onLoop = new ConcurrentHashMap<>();

    /**
     * @param trust who vouches for servers; empty: the authorities that the JVM knows
     */
    public Connections(Vertx vertx, Limits limits, Optional<X509TrustManager> trust) {
        this.vertx = vertx;
        this.limits = limits;
        this.trust = trust;
        this.background = newClient();
    }

    Limits limits() {
        return limits;
    }

    /** Those of the loop that this runs on; off any loop, those that are kept for that. */
    HttpClient here() {
        return Context.isOnEventLoopThread() ? pool().client() : background;
    }

    private Pool pool() {
        return onLoop.computeIfAbsent(
                Thread.currentThread(), _ -> new Pool(newClient(), new HashMap<>()));
    }

    /**
     * Looks for a connection, possibly for long.
     *
     * @param wanted whether it still is; what is not wanted need not be told
     */
    void request(
            RequestOptions options,
            BooleanSupplier wanted,
            Handler<AsyncResult<HttpClientRequest>> found) {
        if (!limits.sharing().isOn()
                || options.getProtocolVersion() != null
                || !Context.isOnEventLoopThread()) {
            here().request(options).onComplete(found);
            return;
        }
        Pool pool = pool();
        pool.shared()
                .computeIfAbsent(
                        options.getHost() + ":" + options.getPort(),
                        _ -> new SharedConnections(vertx, pool.client(), limits, options))
                .request(options, wanted, found);
    }

    /** One loop's. */
    private record Pool(HttpClientAgent client, Map<String, SharedConnections> shared) {}

    private HttpClientAgent newClient() {
        HttpClientOptions options =
                new HttpClientOptions()
                        .setConnectTimeout((int) limits.connect().toMillis())
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(KEPT_SECONDS)
                        .setTcpNoDelay(true)
                        .setVerifyHost(true)
                        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"));
        trust.ifPresent(manager -> options.setTrustOptions(TrustOptions.wrap(manager)));
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(limits.mostConnections());
        if (limits.sharing().isOn()) {
            share(options, pool);
        }
        return vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                .withConnectHandler(this::made)
                .build();
    }

    private void made(HttpConnection pooled) {
        if (pooled.protocolVersion() != HttpVersion.HTTP_2) {
            return;
        }
        try {
            Unindexed.keep(pooled);
        } catch (FaultException unknown) {
            pooled.close();
            return;
        }
        Liveness.watch(vertx, pooled, limits.sharing().ping(), () -> false, () -> {});
    }

    private void share(HttpClientOptions options, PoolOptions pool) {
        Sharing sharing = limits.sharing();
        options.setProtocolVersion(HttpVersion.HTTP_2)
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
                .setHttp2KeepAliveTimeout(KEPT_SECONDS)
                .setHttp2MultiplexingLimit(sharing.calls())
                .setHttp2ConnectionWindowSize(sharing.connectionWindowBytes())
                .setInitialSettings(
                        new Http2Settings()
                                .setPushEnabled(false)
                                .setMaxHeaderListSize(LONGEST_HEAD)
                                .setInitialWindowSize(sharing.windowBytes()));
        // The pool multiplies its two sizes, in an int.
        pool.setHttp2MaxSize(
                Math.min(limits.mostConnections(), Integer.MAX_VALUE / limits.mostConnections()));
    }
}
