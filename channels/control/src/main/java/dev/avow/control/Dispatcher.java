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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries a request from the event loop to its handler on a virtual thread, and the answer back.
 * Safe for any thread.
 */
final class Dispatcher {

    /** Requests that may be in hand at once; what is more is told to come back. */
    private static final int AT_ONCE = 256;

    /** It asks nobody, and a process that is busy lives: it needs no place. */
    private static final String LIVE = "/health/live";

    /** Where the caller stands between {@link #admit} and {@link #dispatch}. */
    private static final String CALLER = "avow.caller";

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

    /**
     * Lets a request on to the next handler where its sender may call this route; else answers.
     * Nothing of its body is read before. Called on the event loop.
     */
    void admit(RouteTable.Entry route, RoutingContext routing) {
        RawRequest raw = Gatherer.gather(routing);
        routing.request().pause();
        elsewhere(
                route,
                routing,
                () -> {
                    Caller caller = caller(route.access(), raw);
                    return () -> letOn(routing, caller);
                });
    }

    private static void letOn(RoutingContext routing, @Nullable Caller caller) {
        routing.put(CALLER, caller);
        routing.next();
        routing.request().resume();
    }

    /** Answers by this route, for whom {@link #admit} let on. Called on the event loop. */
    void dispatch(RouteTable.Entry route, RoutingContext routing) {
        RawRequest raw = Gatherer.gather(routing);
        Caller caller = routing.get(CALLER);
        elsewhere(
                route,
                routing,
                () -> {
                    Written written = answer(route, raw, caller);
                    return () -> write(routing, written.answer(), written.body());
                });
    }

    /** Work that may block; what it returns is done on the request's event loop. */
    private void elsewhere(
            RouteTable.Entry route, RoutingContext routing, Supplier<Runnable> work) {
        boolean counted = !route.path().equals(LIVE);
        if (counted && !places.tryAcquire()) {
            write(routing, Failures.answer(Fault.of(FaultCode.OVERLOADED, "too busy; try again")));
            return;
        }
        Context eventLoop = vertx.getOrCreateContext();
        threads.execute(() -> {
            try {
                Runnable then = attempt(routing, work);
                eventLoop.runOnContext(_ -> then.run());
            } finally {
                if (counted) {
                    places.release();
                }
            }
        });
    }

    private static Runnable attempt(RoutingContext routing, Supplier<Runnable> work) {
        try {
            return work.get();
        } catch (Throwable failed) { // an answer is owed whatever happens
            ControlAnswer answer = Failures.answer(failed);
            return () -> write(routing, answer);
        }
    }

    /** An answer and its bytes; null for none, or where they come one after the other. */
    private record Written(ControlAnswer answer, @Nullable Buffer body) {}

    private Written answer(RouteTable.Entry route, RawRequest raw, @Nullable Caller caller) {
        SameOrigin.checkContentType(raw, route.form());
        RawRequest plain = raw.unpacked(Bodies.limit(route.access()));
        ControlAnswer answer = route.handling().answer(new ControlRequest(plain, caller, actors));
        return new Written(answer, bodyOf(answer));
    }

    private @Nullable Caller caller(Access access, RawRequest raw) {
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

    static void write(RoutingContext routing, ControlAnswer answer) {
        write(routing, answer, bodyOf(answer));
    }

    private static void write(RoutingContext routing, ControlAnswer answer, @Nullable Buffer body) {
        HttpServerResponse response = routing.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        response.putHeader("Cache-Control", "no-store");
        answer.headers().forEach(response::putHeader);
        UnreadBody.closeAfterwards(routing);
        if (answer.body() instanceof EventStream stream) {
            stream.open(response);
        } else if (body == null) {
            response.end();
        } else {
            if (!answer.headers().containsKey("Content-Type")) {
                response.putHeader("Content-Type", "application/json");
            }
            response.end(body);
        }
    }
}
