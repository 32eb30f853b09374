package dev.avow.control;

import dev.avow.admit.Caller;
import dev.avow.admit.Callers;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Carries a request from the event loop to its handler on a virtual thread, and the answer back.
 * Safe for any thread.
 */
final class Dispatcher {

    /** Requests that may be in hand at once; what is more is told to come back. */
    private static final int AT_ONCE = 256;

    private final Vertx vertx;
    private final Authentication authentication;
    private final Actors actors;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Executor threads =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("avow-control-", 0).factory());

    Dispatcher(Vertx vertx, Callers callers, Actors actors) {
        this.vertx = vertx;
        this.authentication = new Authentication(callers);
        this.actors = actors;
    }

    /** Answers by this route. Called on the event loop. */
    void dispatch(RouteTable.Entry route, RoutingContext routing) {
        RawRequest raw = Gatherer.gather(routing);
        if (!places.tryAcquire()) {
            write(
                    routing.response(),
                    Failures.answer(Fault.of(FaultCode.OVERLOADED, "too busy; try again")));
            return;
        }
        Context eventLoop = vertx.getOrCreateContext();
        threads.execute(() -> {
            try {
                Written written = answer(route, raw);
                eventLoop.runOnContext(
                        _ -> write(routing.response(), written.answer(), written.body()));
            } finally {
                places.release();
            }
        });
    }

    /** An answer and its bytes; null for none, or where they come one after the other. */
    private record Written(ControlAnswer answer, @Nullable Buffer body) {}

    private Written answer(RouteTable.Entry route, RawRequest raw) {
        try {
            Caller caller = admit(route.access(), raw);
            SameOrigin.checkContentType(raw);
            ControlAnswer answer = route.handling().answer(new ControlRequest(raw, caller, actors));
            return new Written(answer, bodyOf(answer));
        } catch (Throwable failed) { // an answer is owed whatever happens
            ControlAnswer answer = Failures.answer(failed);
            return new Written(answer, bodyOf(answer));
        }
    }

    private @Nullable Caller admit(Access access, RawRequest raw) {
        if (access == Access.PUBLIC) {
            // A stale cookie must not keep anybody from signing in, so it is not looked at.
            SameOrigin.check(raw, false);
            return null;
        }
        Caller caller =
                authentication
                        .identify(raw)
                        .orElseThrow(() -> Authentication.notSignedIn().asException());
        access.check(caller);
        return caller;
    }

    private static @Nullable Buffer bodyOf(ControlAnswer answer) {
        Object body = answer.body();
        return switch (body) {
            case null -> null;
            case EventStream _ -> null;
            case byte[] ready -> Buffer.buffer(ready);
            default -> Buffer.buffer(Json.write(body));
        };
    }

    static void write(HttpServerResponse response, ControlAnswer answer) {
        write(response, answer, bodyOf(answer));
    }

    private static void write(
            HttpServerResponse response, ControlAnswer answer, @Nullable Buffer body) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        response.putHeader("Cache-Control", "no-store");
        answer.headers().forEach(response::putHeader);
        if (answer.body() instanceof EventStream stream) {
            stream.open(response);
        } else if (body == null) {
            response.end();
        } else {
            response.putHeader("Content-Type", "application/json");
            response.end(body);
        }
    }
}
