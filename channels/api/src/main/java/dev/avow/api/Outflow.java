package dev.avow.api;

import dev.avow.ask.Call;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends an answer's pieces to its caller: none before its use is in the record, and no faster than
 * they are taken. On the request's event loop only.
 */
final class Outflow {

    private static final int MOST_PENDING = 256 << 10;

    private final HttpServerResponse response;
    private final Supplier<@Nullable Call> call;
    private final Consumer<Runnable> whenDurable;
    private final Runnable head;
    private @Nullable Buffer pending;
    private boolean begun;
    private boolean released;

    /**
     * @param call what brings the pieces, and is paused where they come too fast; null before it
     *     was begun
     * @param whenDurable runs what may be done once the use is in the record
     * @param head begins the response, where its caller still waits
     */
    Outflow(
            HttpServerResponse response,
            Supplier<@Nullable Call> call,
            Consumer<Runnable> whenDurable,
            Runnable head) {
        this.response = response;
        this.call = call;
        this.whenDurable = whenDurable;
        this.head = head;
    }

    /** Whether anything was sent, or waits to be. */
    boolean begun() {
        return begun;
    }

    void send(Buffer out) {
        if (!begun) {
            begun = true;
            whenDurable.accept(this::release);
        }
        Call open = call.get();
        if (released) {
            if (out.length() > 0) {
                response.write(out);
            }
            if (response.writeQueueFull() && open != null) {
                open.pause();
                response.drainHandler(_ -> open.resume());
            }
        } else {
            pending = pending == null ? out : pending.appendBuffer(out);
            if (pending.length() > MOST_PENDING && open != null) {
                open.pause();
            }
        }
    }

    private void release() {
        if (response.closed() || response.ended()) {
            return;
        }
        released = true;
        head.run();
        Buffer waiting = pending;
        pending = null;
        if (waiting != null && waiting.length() > 0) {
            response.write(waiting);
            Call open = call.get();
            if (waiting.length() > MOST_PENDING && open != null) {
                open.resume();
            }
        }
    }
}
