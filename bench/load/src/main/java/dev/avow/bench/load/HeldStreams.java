package dev.avow.bench.load;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Opens many streams at a gentle pace and keeps them open until closed. One event loop. */
final class HeldStreams implements AutoCloseable {
    private static final int STREAMS_A_CONNECTION = 100;
    private static final double OPENED_PER_SECOND = 500;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    private final Context loop = vertx.getOrCreateContext();
    private final HttpClient client;
    private final Target target;
    private final long[] lastHeard;
    private final Map<String, Long> failed = new TreeMap<>();
    private long opened;
    private long failedToOpen;
    private long ended;
    private long chunks;

    /**
     * @param target where to
     * @param streams how many
     * @param http2 100 streams to a connection by HTTP/2 without TLS, else a connection for each
     */
    HeldStreams(Target target, int streams, boolean http2) {
        this.target = target;
        lastHeard = new long[streams];
        client =
                vertx.httpClientBuilder()
                        .with(options(http2))
                        .with(
                                new PoolOptions()
                                        .setHttp1MaxSize(streams)
                                        .setHttp2MaxSize(streams / STREAMS_A_CONNECTION + 1)
                                        .setMaxWaitQueueSize(-1)
                                        .setEventLoopSize(0))
                        .build();
    }

    private static HttpClientOptions options(boolean http2) {
        HttpClientOptions options =
                new HttpClientOptions().setTcpNoDelay(true).setConnectTimeout(30_000);
        if (http2) {
            options.setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(false)
                    .setHttp2MultiplexingLimit(STREAMS_A_CONNECTION);
        }
        return options;
    }

    /**
     * How the streams fare at one moment.
     *
     * @param opened answered with status 200
     * @param live those that sent something lately
     * @param ended those that ended before they were closed
     * @param chunks pieces received over all
     * @param failed streams that did not open or broke, by reason
     */
    record State(long opened, long live, long ended, long chunks, Map<String, Long> failed) {
        State {
            failed = Map.copyOf(failed);
        }
    }

    /** Asks for all of them; returns when the last was asked for, not when it is open. */
    void open() {
        long start = System.nanoTime();
        RequestOptions options = Exchange.request(target);
        for (int i = 0; i < lastHeard.length; i++) {
            long due = start + (long) (i * 1e9 / OPENED_PER_SECOND);
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            int number = i;
            loop.runOnContext(_ -> open(options, number));
        }
    }

    /** The state now, where {@code lately} is how long a live stream may have been silent. */
    State state(Duration lately) {
        CompletableFuture<State> state = new CompletableFuture<>();
        loop.runOnContext(_ -> {
            long since = System.nanoTime() - lately.toNanos();
            long live = 0;
            for (long heard : lastHeard) {
                live += heard != 0 && heard - since > 0 ? 1 : 0;
            }
            state.complete(new State(opened, live, ended, chunks, faults()));
        });
        return state.join();
    }

    @Override
    public void close() {
        vertx.close().await();
    }

    private void open(RequestOptions options, int number) {
        Buffer body = Buffer.buffer(ChatBody.of(target.model(), number, AnswerKind.STREAM));
        client.request(options)
                .compose(request -> request.send(body))
                .onSuccess(response -> listen(response, number))
                .onFailure(cause -> {
                    failedToOpen++;
                    fail(cause.getClass().getSimpleName());
                });
    }

    private void listen(HttpClientResponse response, int number) {
        if (response.statusCode() != 200) {
            failedToOpen++;
            fail("status " + response.statusCode());
            return;
        }
        opened++;
        response.handler(_ -> {
            chunks++;
            lastHeard[number] = System.nanoTime();
        });
        response.exceptionHandler(cause -> {
            lastHeard[number] = 0;
            fail(cause.getClass().getSimpleName());
        });
        response.endHandler(_ -> {
            lastHeard[number] = 0;
            ended++;
        });
    }

    private Map<String, Long> faults() {
        Map<String, Long> faults = new TreeMap<>(failed);
        long waiting = lastHeard.length - opened - failedToOpen;
        if (waiting > 0) {
            faults.put("not answered yet", waiting);
        }
        return faults;
    }

    private void fail(String reason) {
        failed.merge(reason, 1L, Long::sum);
    }
}
