package dev.avow.wire;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;

/**
 * Asks a shared connection now and then whether it lives (RFC 9113, section 6.7), and closes it
 * where it does not say so. A call that meets silence ends by its own time limit, but unlike over
 * HTTP/1.1 that leaves the connection, and a dead one would be given to the next call. On the event
 * loop of its connection.
 */
final class Liveness {

    private static final Buffer ASKED = Buffer.buffer(new byte[8]);

    /** One that is told to go away takes no more calls; those on it have time limits. */
    private static final Duration LONGEST_FAREWELL = Duration.ofDays(1);

    private final HttpConnection connection;
    private boolean waiting;

    private Liveness(HttpConnection connection) {
        this.connection = connection;
    }

    static void watch(Vertx vertx, HttpConnection connection, Duration every) {
        Liveness liveness = new Liveness(connection);
        long timer = vertx.setPeriodic(every.toMillis(), _ -> liveness.ask());
        connection.closeHandler(_ -> vertx.cancelTimer(timer));
        connection.goAwayHandler(_ -> connection.shutdown(LONGEST_FAREWELL));
    }

    private void ask() {
        if (waiting) {
            connection.close();
            return;
        }
        waiting = true;
        connection.ping(ASKED).onSuccess(_ -> waiting = false);
    }
}
