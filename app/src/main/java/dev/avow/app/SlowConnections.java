package dev.avow.app;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections that keep a server waiting, so that nobody holds it up by sending slowly (the
 * attack called slow loris). Vert.x has one time limit for all silence of a connection, which would
 * also end a stream of events that has nothing to tell; so connections are looked over now and
 * then, and who waits for whom is told by where the request stands.
 *
 * <p>For HTTP/1 only. For one event loop; not safe for any other thread.
 */
final class SlowConnections {

    private static final int LOOKS = 10;
    private static final long LONGEST_BETWEEN_LOOKS_MILLIS = 1_000;

    private final Patience patience;
    private final IdentityHashMap<HttpConnection, Waiting> open = new IdentityHashMap<>();

    private SlowConnections(Patience patience) {
        this.patience = patience;
    }

    /** What a connection has in hand, and until when its side must have sent what is awaited. */
    private static final class Waiting {
        private @Nullable HttpServerRequest request;
        private long deadline;

        Waiting(Duration patience) {
            await(patience);
        }

        void await(Duration patience) {
            deadline = System.nanoTime() + patience.toNanos();
        }
    }

    /**
     * Has the server answer by the handler. Called on the event loop, before the server listens.
     */
    static HttpServer watch(
            Vertx vertx, HttpServer server, Handler<HttpServerRequest> handler, Patience patience) {
        SlowConnections connections = new SlowConnections(patience);
        long shortest =
                Math.min(
                        patience.firstHead().toMillis(),
                        Math.min(patience.nextHead().toMillis(), patience.body().toMillis()));
        vertx.setPeriodic(
                Math.clamp(shortest / LOOKS, 1, LONGEST_BETWEEN_LOOKS_MILLIS),
                _ -> connections.look());
        return server.connectionHandler(connections::connected)
                .requestHandler(request -> {
                    connections.arrived(request);
                    handler.handle(request);
                });
    }

    private void connected(HttpConnection connection) {
        open.put(connection, new Waiting(patience.firstHead()));
        connection.closeHandler(_ -> open.remove(connection));
    }

    private void arrived(HttpServerRequest request) {
        Waiting waiting = open.get(request.connection());
        if (waiting != null) {
            waiting.request = request;
            waiting.await(patience.body());
        }
    }

    private void look() {
        long now = System.nanoTime();
        open.entrySet().stream()
                .filter(entry -> isOver(entry.getValue(), now))
                .map(Map.Entry::getKey)
                .toList() // closing takes them out of the map
                .forEach(connection -> connection.close());
    }

    private boolean isOver(Waiting waiting, long now) {
        HttpServerRequest request = waiting.request;
        if (request != null && request.isEnded()) {
            if (!request.response().ended()) {
                return false; // it waits for us
            }
            waiting.request = null;
            waiting.await(patience.nextHead());
        }
        return now - waiting.deadline > 0;
    }
}
