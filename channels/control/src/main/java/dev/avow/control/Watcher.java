package dev.avow.control;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One open stream of events, with a bounded queue. Safe for any thread; nothing waits. */
final class Watcher {

    /**
     * Events that may be on their way to one reader; more than one group commit holds as a rule.
     */
    static final int MOST_WAITING = 2_048;

    private final Context eventLoop;
    private final HttpServerResponse response;
    private final long since;
    private final Set<Watcher> all;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * @param since by {@link System#nanoTime()}
     * @param all where it takes itself out when it has ended
     */
    Watcher(Context eventLoop, HttpServerResponse response, long since, Set<Watcher> all) {
        this.eventLoop = eventLoop;
        this.response = response;
        this.since = since;
        this.all = all;
    }

    long since() {
        return since;
    }

    /** Called on the response's event loop. */
    void begin() {
        response.putHeader("Content-Type", "text/event-stream");
        // Proxies of nginx's kind hold a stream back otherwise.
        response.putHeader("X-Accel-Buffering", "no");
        response.setChunked(true);
        response.closeHandler(_ -> all.remove(this));
        response.exceptionHandler(_ -> all.remove(this));
        send(Buffer.buffer("retry: 2000\n\n"));
    }

    void send(Buffer event) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            if (all.remove(this)) {
                eventLoop.runOnContext(_ -> response.reset());
            }
            return;
        }
        eventLoop.runOnContext(_ -> {
            if (response.ended() || response.closed()) {
                all.remove(this);
                return;
            }
            Future<Void> _ = response.write(event).onComplete(_ -> waiting.decrementAndGet());
        });
    }

    void end() {
        all.remove(this);
        eventLoop.runOnContext(_ -> {
            if (!response.ended() && !response.closed()) {
                Future<Void> _ = response.end();
            }
        });
    }
}
