package dev.avow.bench.load;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends load from one event loop. Its methods block the caller until the window is over; one window
 * at a time. Every window opens its own connections and closes them, so that no gateway is hit on a
 * connection that it was about to drop.
 */
final class LoadGenerator implements AutoCloseable {
    private static final int KEEP_ALIVE_SECONDS = 4;
    private static final Duration LEAD_IN = Duration.ofSeconds(1);
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private final Vertx vertx;
    private final Context loop;

    /** Numbers every request of this process, so that no two bodies are the same. */
    private final AtomicLong numbers = new AtomicLong();

    LoadGenerator() {
        vertx =
                Vertx.vertx(
                        new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
        loop = vertx.getOrCreateContext();
    }

    @Override
    public void close() {
        vertx.close().await();
    }

    /**
     * Keeps {@code concurrency} requests in flight for {@code length}: what the gateway can do at
     * most. Its latencies say little, because a slow answer delays the next question.
     */
    Measured closedLoop(Target target, AnswerKind kind, int concurrency, Duration length) {
        HttpClient client = client(concurrency);
        Tally tally = new Tally();
        CompletableFuture<Long> done = new CompletableFuture<>();
        long start = System.nanoTime();
        long end = start + length.toNanos();
        int[] running = {concurrency};
        loop.runOnContext(_ -> {
            for (int i = 0; i < concurrency; i++) {
                new Worker(new Exchange(client, target, kind, tally), end, running, done).go();
            }
        });
        return finish(client, tally, start, end, done);
    }

    /**
     * Sends {@code perSecond} requests a second at even distances, whatever the gateway does.
     * Latency counts from the moment a request was due, so that a pause is charged to every request
     * that it delayed ("coordinated omission" is left to others). A lead-in of a second at the same
     * rate is sent and not counted, since it opens the connections.
     *
     * @param connections at most; what finds none free waits in the sender, and its latency counts
     *     that wait. Without such a bound one pause opened thousands of connections, and no gateway
     *     got over that for the rest of the window
     */
    Measured openLoop(
            Target target, AnswerKind kind, int connections, double perSecond, Duration length) {
        HttpClient client = client(connections);
        Tally tally = new Tally();
        Exchange counted = new Exchange(client, target, kind, tally);
        Exchange uncounted = new Exchange(client, target, kind, new Tally());
        CompletableFuture<Long> done = new CompletableFuture<>();
        long leadIn = Math.round(perSecond * LEAD_IN.toMillis() / 1000.0);
        long total = leadIn + Math.max(1, Math.round(perSecond * length.toMillis() / 1000.0));
        double distance = 1e9 / perSecond;
        long start = System.nanoTime();
        long[] answered = {0};
        for (long i = 0; i < total; i++) {
            long due = start + (long) (i * distance);
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            long number = numbers.incrementAndGet();
            Exchange exchange = i < leadIn ? uncounted : counted;
            loop.runOnContext(_ ->
                    exchange.send(
                            number,
                            due,
                            () -> {
                                if (++answered[0] == total) {
                                    done.complete(System.nanoTime());
                                }
                            }));
        }
        long from = start + (long) (leadIn * distance);
        return finish(client, tally, from, from + length.toNanos(), done);
    }

    private Measured finish(
            HttpClient client, Tally tally, long start, long end, CompletableFuture<Long> done) {
        long last;
        boolean late = false;
        try {
            long wait = end - System.nanoTime() + DRAIN.toNanos();
            last = done.get(Math.max(wait, 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            last = System.nanoTime();
            late = true;
        } catch (Exception e) {
            throw new IllegalStateException("the load window was interrupted", e);
        }
        boolean unanswered = late;
        long nanos = last - start;
        CompletableFuture<Measured> measured = new CompletableFuture<>();
        loop.runOnContext(_ -> {
            if (unanswered) {
                tally.failed("unanswered when the window was over");
            }
            measured.complete(tally.over(nanos));
        });
        Measured result = measured.join();
        client.close().await();
        return result;
    }

    private HttpClient client(int connections) {
        return vertx.httpClientBuilder()
                .with(
                        new HttpClientOptions()
                                .setKeepAlive(true)
                                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                                .setTcpNoDelay(true)
                                .setDecompressionSupported(false))
                .with(
                        new PoolOptions()
                                .setHttp1MaxSize(connections)
                                .setMaxWaitQueueSize(-1)
                                .setEventLoopSize(0))
                .build();
    }

    /** One of the requests in flight: asks again as soon as it is answered, until the end. */
    private final class Worker {
        private final Exchange exchange;
        private final long end;
        private final int[] running;
        private final CompletableFuture<Long> done;

        Worker(Exchange exchange, long end, int[] running, CompletableFuture<Long> done) {
            this.exchange = exchange;
            this.end = end;
            this.running = running;
            this.done = done;
        }

        void go() {
            long now = System.nanoTime();
            if (now < end) {
                exchange.send(numbers.incrementAndGet(), now, this::again);
            } else if (--running[0] == 0) {
                done.complete(now);
            }
        }

        /** By way of the loop, so that failures in a row cannot nest. */
        private void again() {
            loop.runOnContext(_ -> go());
        }
    }
}
