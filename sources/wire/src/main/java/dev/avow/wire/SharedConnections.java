package dev.avow.wire;

import dev.avow.words.FaultException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to one server that requests share, and who waits for one. As many are opened as
 * those who wait will fill, not one for each: a handshake costs far more than a request. Where the
 * server speaks HTTP/1.1, requests go to Vert.x' own pool. On one event loop.
 */
final class SharedConnections {

    private static final Logger LOG = LoggerFactory.getLogger(SharedConnections.class);

    /** Each costs the event loop milliseconds, and those who wait have only so much time. */
    private static final int OPENED_AT_ONCE = 8;

    /** Nothing tells when a request on a connection has ended, so who waits looks again. */
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Vertx vertx;
    private final HttpClientAgent client;
    private final Limits limits;
    private final HttpConnectOptions server;

    /**
     * When each was given to a request last, in {@link System#nanoTime()}. The oldest is filled
     * first, so that the others run empty after a rush.
     */
    private final Map<HttpClientConnection, Long> connections = new LinkedHashMap<>();

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long room;
    private int opening;

    /**
     * Those that did not stand in time, and may yet, or never: nothing ends them but the server.
     */
    private int late;

    private boolean lettingIn;
    private boolean lookingAgain;
    private boolean alone;

    /**
     * @param request whose server it is
     */
    SharedConnections(Vertx vertx, HttpClientAgent client, Limits limits, RequestOptions request) {
        this.vertx = vertx;
        this.client = client;
        this.limits = limits;
        this.server =
                new HttpConnectOptions()
                        .setHost(request.getHost())
                        .setPort(request.getPort())
                        .setSsl(true);
        this.room = limits.sharing().calls();
    }

    private record Waiting(
            RequestOptions options,
            BooleanSupplier wanted,
            Handler<AsyncResult<HttpClientRequest>> found) {}

    /**
     * Looks for a connection, possibly for long.
     *
     * @param wanted whether it still is; what is not wanted is not told either
     */
    void request(
            RequestOptions options,
            BooleanSupplier wanted,
            Handler<AsyncResult<HttpClientRequest>> found) {
        if (alone) {
            askAlone(options, found);
            return;
        }
        waiting.add(new Waiting(options, wanted, found));
        letIn();
    }

    /** A server may learn HTTP/2, so that is asked for here too. */
    private void askAlone(RequestOptions options, Handler<AsyncResult<HttpClientRequest>> found) {
        client.request(options)
                .onComplete(result -> {
                    if (result.succeeded()) {
                        alone = result.result().version() != HttpVersion.HTTP_2;
                    }
                    found.handle(result);
                });
    }

    private void letIn() {
        if (lettingIn) {
            return;
        }
        lettingIn = true;
        try {
            dropUnwanted();
            HttpClientConnection free = free();
            while (free != null && !waiting.isEmpty()) {
                Waiting next = waiting.remove();
                connections.put(free, System.nanoTime());
                // Sent before this returns, and so counted among what is active.
                free.request(next.options()).onComplete(next.found());
                dropUnwanted();
                free = free();
            }
        } finally {
            lettingIn = false;
        }
        openWhatIsWanting();
        lookAgain();
    }

    private void dropUnwanted() {
        while (!waiting.isEmpty() && !waiting.element().wanted().getAsBoolean()) {
            waiting.remove();
        }
    }

    private @Nullable HttpClientConnection free() {
        for (HttpClientConnection each : connections.keySet()) {
            if (each.activeStreams() < each.maxActiveStreams()) {
                return each;
            }
        }
        return null;
    }

    private void openWhatIsWanting() {
        if (waiting.isEmpty()
                || connections.keySet().stream().anyMatch(SharedConnections::isShut)) {
            return;
        }
        long wanting = (waiting.size() + room - 1) / room;
        while (opening < Math.min(wanting, OPENED_AT_ONCE)
                && connections.size() + opening + late < limits.mostConnections()) {
            open();
        }
    }

    /** A server may take nothing for a while; what else is opened there would not help. */
    private static boolean isShut(HttpClientConnection connection) {
        return connection.maxActiveStreams() == 0;
    }

    /** Others are opened in its place where it does not stand within the time limit. */
    private void open() {
        opening++;
        long timer =
                vertx.setTimer(
                        limits.connect().toMillis(),
                        _ -> {
                            opening--;
                            late++;
                            letIn();
                        });
        client.connect(server)
                .onComplete(result -> {
                    if (vertx.cancelTimer(timer)) {
                        opening--;
                    } else {
                        late--;
                    }
                    if (result.failed()) {
                        failOne(result.cause());
                    } else {
                        opened(result.result());
                    }
                    letIn();
                });
    }

    private void opened(HttpClientConnection connection) {
        if (connection.protocolVersion() != HttpVersion.HTTP_2) {
            connection.close();
            letAllAlone();
            return;
        }
        try {
            add(connection);
        } catch (FaultException unknown) {
            LOG.error("A connection to a provider was closed unused: {}", unknown.getMessage());
            connection.close();
            failAll(unknown);
        }
    }

    private void failOne(Throwable cause) {
        dropUnwanted();
        Waiting first = waiting.poll();
        if (first != null) {
            first.found().handle(Future.failedFuture(cause));
        }
    }

    /** Another connection would be like this one, so nobody waits for it. */
    private void failAll(Throwable cause) {
        allThatWait().forEach(each -> each.found().handle(Future.failedFuture(cause)));
    }

    private void letAllAlone() {
        alone = true;
        allThatWait().forEach(each -> askAlone(each.options(), each.found()));
    }

    private List<Waiting> allThatWait() {
        dropUnwanted();
        List<Waiting> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    /**
     * @throws FaultException where it must not be used
     */
    private void add(HttpClientConnection connection) {
        Unindexed.keep(connection);
        Inside.whenEvicted(connection, () -> connections.remove(connection));
        room = Math.max(1, connection.maxActiveStreams());
        connections.put(connection, System.nanoTime());
        Liveness.watch(
                vertx,
                connection,
                limits.sharing().ping(),
                () -> isUnused(connection),
                () -> connections.remove(connection));
        // Vert.x does that for connections of its pool alone.
        connection.setWindowSize(limits.sharing().connectionWindowBytes());
    }

    private boolean isUnused(HttpClientConnection connection) {
        Long last = connections.get(connection);
        return last != null
                && connection.activeStreams() == 0
                && System.nanoTime() - last > limits.sharing().kept().toNanos();
    }

    private void lookAgain() {
        if (!lookingAgain && !waiting.isEmpty()) {
            lookingAgain = true;
            vertx.setTimer(
                    LOOK_AGAIN_MILLIS,
                    _ -> {
                        lookingAgain = false;
                        letIn();
                    });
        }
    }
}
