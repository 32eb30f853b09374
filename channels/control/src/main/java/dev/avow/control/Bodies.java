package dev.avow.control;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gathers bodies, and no more of them at once than memory has room for. A body keeps its place
 * until its request was answered or its connection is gone. Used on the event loops.
 */
final class Bodies {

    private static final int LIMIT = 1 << 20;

    /** What a stranger may send: a sign-in, and the first account. */
    private static final int STRANGERS_LIMIT = 16 << 10;

    private final Semaphore places;
    private final BodyHandler gathering;

    /**
     * @param atOnce bodies that may be in memory, finished or not
     * @param limit bytes that one may have
     */
    Bodies(int atOnce, int limit) {
        this.places = new Semaphore(atOnce);
        this.gathering = BodyHandler.create(false).setBodyLimit(limit);
    }

    /**
     * Gathers the body and goes on to the next handler; else 413, or 503 where there is no room.
     */
    void gather(RoutingContext routing) {
        if (UnreadBody.announced(routing.request())) {
            if (!places.tryAcquire()) {
                Dispatcher.write(
                        routing,
                        Failures.answer(Fault.of(FaultCode.OVERLOADED, "too busy; try again")));
                return;
            }
            AtomicBoolean held = new AtomicBoolean(true);
            routing.addEndHandler(_ -> {
                if (held.getAndSet(false)) {
                    places.release();
                }
            });
        }
        gathering.handle(routing);
    }

    /** Bytes that a body may have, as it was before it was packed. */
    static int limit(Access access) {
        return access == Access.PUBLIC ? STRANGERS_LIMIT : LIMIT;
    }

    static Fault tooLarge() {
        return Fault.of(
                FaultCode.BODY_TOO_LARGE,
                "the body may have 1 MiB at most, and 16 KiB before signing in");
    }

    /** Bodies that there is room for now. */
    int free() {
        return places.availablePermits();
    }
}
