package dev.avow.wire;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpVersion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Lets few requests at once look for a connection to one server. Who finds room on a connection is
 * through at once. Where one has to be opened, those who come meanwhile wait for it: a handshake
 * costs far more than a request, and brings room for many. On one event loop.
 */
final class Turnstile {

    private static final int AT_ONCE = 2;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int looking;
    private boolean letting;

    /** By HTTP/1.1 nobody can share what another one opens. */
    private boolean open;

    /**
     * @param look called once it is one's turn, possibly much later
     */
    void enter(
            Supplier<Future<HttpClientRequest>> look,
            Handler<AsyncResult<HttpClientRequest>> found) {
        waiting.add(() -> {
            looking++;
            look.get()
                    .onComplete(result -> {
                        looking--;
                        if (result.succeeded()) {
                            open = result.result().version() != HttpVersion.HTTP_2;
                        }
                        found.handle(result);
                        letIn();
                    });
        });
        letIn();
    }

    private void letIn() {
        if (letting) {
            return;
        }
        letting = true;
        try {
            while (!waiting.isEmpty() && (open || looking < AT_ONCE)) {
                waiting.remove().run();
            }
        } finally {
            letting = false;
        }
    }
}
