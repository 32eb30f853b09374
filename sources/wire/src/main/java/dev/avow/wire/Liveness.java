package dev.avow.wire;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Asks a shared connection now and then whether it lives (RFC 9113, section 6.7), and closes it
 * where it does not say so, or where nobody uses it. A call that meets silence ends by its own time
 * limit, but unlike over HTTP/1.1 that leaves the connection, and a dead one would be given to the
 * next call. On the event loop of its connection.
 */
final class Liveness {

    private static final Buffer ASKED = Buffer.buffer(new byte[8]);

    /** One that is told to go away takes no more calls; those on it have time limits. */
    private static final Duration LONGEST_FAREWELL = Duration.ofDays(1);

    private final HttpConnection connection;
    private final BooleanSupplier unused;
    private final Runnable gone;
    private boolean waiting;

    private Liveness(HttpConnection connection, BooleanSupplier unused, Runnable gone) {
        this.connection = connection;
        this.unused = unused;
        this.gone = gone;
    }

    /**
     * @param unused whether it may be closed, since nobody used it for long
     * @param gone told once it takes no more calls, possibly twice
     */
    static void watch(
            Vertx vertx,
            HttpConnection connection,
            Duration every,
            BooleanSupplier unused,
            Runnable gone) {
        Liveness liveness = new Liveness(connection, unused, gone);
        long timer = vertx.setPeriodic(every.toMillis(), _ -> liveness.ask());
        connection.closeHandler(_ -> {
            vertx.cancelTimer(timer);
            gone.run();
        });
        connection.goAwayHandler(_ -> {
            gone.run();
            connection.shutdown(LONGEST_FAREWELL);
        });
    }

    private void ask() {
        if (waiting || unused.getAsBoolean()) {
            gone.run();
            connection.close();
            return;
        }
        waiting = true;
        connection.ping(ASKED).onSuccess(_ -> waiting = false);
    }
}
