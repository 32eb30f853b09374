package dev.avow.control;

import dev.avow.admit.Callers;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The control plane: {@code /api}, {@code /health} and the console's files.
 *
 * <p>Composed once, at start, from an immutable list of {@link Routes}; every route gets the same
 * treatment: who calls, where from, what they may do, and how a failure is told.
 */
public final class ControlPlane {

    /** Below it queries are strict; those who watch {@code /health} add what they like. */
    private static final String VERSIONED = "/api/v1/";

    private static final int BODIES_AT_ONCE = 64;

    /** 16 MiB in all, and more than can be signed in at once. */
    private static final int STRANGERS_BODIES_AT_ONCE = 1_024;

    private final Vertx vertx;
    private final Dispatcher dispatcher;
    private final List<Routes> routes;
    private final Bodies bodies = new Bodies(BODIES_AT_ONCE, Bodies.limit(Access.ADMIN));
    private final Bodies strangersBodies =
            new Bodies(STRANGERS_BODIES_AT_ONCE, Bodies.limit(Access.PUBLIC));

    /**
     * Composes it.
     *
     * @param callers tells who holds a credential
     * @param actors names callers for the audit log
     * @param routes everything that is answered under {@code /api} and {@code /health}
     */
    public ControlPlane(Vertx vertx, Callers callers, Actors actors, List<Routes> routes) {
        this.vertx = vertx;
        this.dispatcher = new Dispatcher(vertx, callers, actors);
        this.routes = List.copyOf(routes);
    }

    /** What answers the requests; it is a handler of an HTTP server's requests. */
    public Router router() {
        Router router = Router.router(vertx);
        router.route().handler(SecurityHeaders::put);
        router.route().failureHandler(ControlPlane::fail);
        RouteTable table = new RouteTable();
        OpenApi description = OpenApi.of(routes);
        table.get("/api/openapi.json", Access.PUBLIC, _ -> ControlAnswer.ok(description.json()));
        routes.forEach(group -> group.mount(table));
        mount(table.entries(), false, description, router);
        mount(table.entries(), true, description, router);
        router.route("/api/*").handler(routing -> refuse(routing, noSuchRoute()));
        router.route("/health/*").handler(routing -> refuse(routing, noSuchRoute()));
        router.route()
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(new ConsoleFiles(vertx));
        router.route().handler(routing -> refuse(routing, nothingHere()));
        return router;
    }

    /**
     * Mounts the paths in which something differs, or the others. Those come first, with what they
     * answer to other methods: what is spelled out is no {@code {id}} of another path.
     */
    private void mount(
            List<RouteTable.Entry> entries, boolean differs, OpenApi description, Router router) {
        Map<String, TreeSet<String>> methods = new LinkedHashMap<>();
        for (RouteTable.Entry entry : entries) {
            if (entry.path().contains("{") != differs) {
                continue;
            }
            boolean head = entry.method().equals(HttpMethod.GET) && entry.access() == Access.PUBLIC;
            TreeSet<String> allowed = methods.computeIfAbsent(entry.path(), _ -> new TreeSet<>());
            allowed.add(entry.method().name());
            Route route = router.route(entry.method(), colons(entry.path()));
            if (head) {
                // Who watches from outside often asks for no more (RFC 9110, 9.3.2).
                route.method(HttpMethod.HEAD);
                allowed.add(HttpMethod.HEAD.name());
            }
            KnownQuery query = description.queryOf(entry);
            route.handler(routing -> dispatcher.admit(entry, routing))
                    .handler(routing -> {
                        if (entry.path().startsWith(VERSIONED)) {
                            query.check(routing.queryParams());
                        }
                        routing.next();
                    })
                    .handler(
                            entry.access() == Access.PUBLIC
                                    ? strangersBodies::gather
                                    : bodies::gather)
                    .handler(routing -> dispatcher.dispatch(entry, routing));
        }
        methods.forEach((path, allowed) ->
                router.route(colons(path))
                        .handler(routing -> {
                            routing.response().putHeader("Allow", String.join(", ", allowed));
                            refuse(routing, wrongMethod());
                        }));
    }

    /** {@code /a/{id}} as vertx-web writes it. */
    private static String colons(String path) {
        return path.replaceAll("\\{([a-z_]+)\\}", ":$1");
    }

    private static void refuse(RoutingContext routing, Fault fault) {
        Dispatcher.write(routing, Failures.answer(fault));
    }

    private static Fault noSuchRoute() {
        return Fault.of(FaultCode.NOT_FOUND, "there is no such route; see /api/openapi.json");
    }

    /** Mostly somebody's first request, by a client whose base URL was cut. */
    private static Fault nothingHere() {
        return Fault.of(
                FaultCode.NOT_FOUND,
                "there is no such route; the base URL of OpenAI's clients ends in /v1 here, and"
                        + " /api/openapi.json tells of the other routes");
    }

    private static Fault wrongMethod() {
        return Fault.of(FaultCode.METHOD_NOT_ALLOWED, "this route has no such method; see Allow");
    }

    private static void fail(RoutingContext routing) {
        if (routing.response().headWritten()) {
            routing.request().connection().close();
            return;
        }
        ControlAnswer answer =
                switch (routing.statusCode()) {
                    case 400 ->
                            Failures.answer(
                                    Fault.of(FaultCode.INVALID_VALUE, "the request is malformed"));
                    case 413 -> Failures.answer(Bodies.tooLarge());
                    default -> {
                        Throwable failure = routing.failure();
                        yield Failures.answer(
                                failure == null ? new IllegalStateException() : failure);
                    }
                };
        Dispatcher.write(routing, answer);
    }
}
