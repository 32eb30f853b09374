package dev.avow.presidio;

import dev.avow.admit.Admission;
import dev.avow.admit.Callers;
import dev.avow.admit.Identity;
import dev.avow.admit.OwnMachine;
import dev.avow.words.Fault;
import dev.avow.words.TenantId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who may use models: by {@code Authorization: Bearer avow_…} (RFC 6750). Where the
 * operator opened it, a program on the same machine needs no key, since Presidio's clients send
 * none; a request that a proxy passed on or that a web page made does, and a key that is sent must
 * be good in any case. Used on the event loops.
 */
final class Door {

    /** Under which a request's tenant is found. */
    private static final String TENANT = "avow.tenant";

    private static final String BEARER = "bearer ";

    private final Vertx vertx;
    private final Callers callers;
    private final boolean openOnLoopback;
    private final Executor blocking;

    Door(Vertx vertx, Callers callers, boolean openOnLoopback, Executor blocking) {
        this.vertx = vertx;
        this.callers = callers;
        this.openOnLoopback = openOnLoopback;
        this.blocking = blocking;
    }

    /** Goes on to the next handler, or fails with what is to be answered. */
    void admit(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            if (openOnLoopback && isFromThisMachine(request)) {
                routing.put(TENANT, TenantId.DEFAULT);
                routing.next();
            } else {
                routing.fail(
                        new PresidioError(
                                401,
                                "No API key was sent; send Authorization: Bearer avow_…, or see"
                                        + " AVOW_PRESIDIO_OPEN_ON_LOOPBACK"));
            }
            return;
        }
        String key = plaintextKey(authorization);
        Optional<Identity> known = callers.recallApiKey(key);
        if (known.isPresent()) {
            answer(known.get(), routing);
        } else {
            elsewhere(routing, () -> callers.identifyApiKey(key));
        }
    }

    /** Asks what may block; the body waits meanwhile. */
    private void elsewhere(RoutingContext routing, Supplier<Identity> ask) {
        routing.request().pause();
        Context eventLoop = vertx.getOrCreateContext();
        blocking.execute(() -> {
            Identity identity = asked(ask);
            eventLoop.runOnContext(_ -> {
                if (identity == null) {
                    routing.fail(
                            new PresidioError(
                                    503,
                                    "The database cannot be asked just now; try again shortly"));
                } else {
                    answer(identity, routing);
                }
                routing.request().resume();
            });
        });
    }

    private static @Nullable Identity asked(Supplier<Identity> ask) {
        try {
            return ask.get();
        } catch (RuntimeException unavailable) {
            return null;
        }
    }

    private static void answer(Identity identity, RoutingContext routing) {
        Optional<Fault> refused =
                switch (identity) {
                    case Identity.Known known -> {
                        routing.put(TENANT, known.caller().tenant());
                        yield Admission.refuseModels(known.caller());
                    }
                    case Identity.Unknown unknown -> Optional.of(unknown.fault());
                };
        if (refused.isPresent()) {
            Fault fault = refused.get();
            routing.fail(new PresidioError(fault.code().httpStatus(), fault.message()));
        } else {
            routing.next();
        }
    }

    /** Whose request was let in. */
    static TenantId tenant(RoutingContext routing) {
        TenantId tenant = routing.<TenantId>get(TENANT);
        return Objects.requireNonNull(tenant);
    }

    private static String plaintextKey(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : ""; // nobody's key
    }

    private static boolean isFromThisMachine(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        return OwnMachine.asks(
                name -> request.headers().contains(name),
                remote == null ? null : remote.hostAddress());
    }
}
