package dev.avow.presidio;

import dev.avow.admit.Callers;
import dev.avow.classify.DetectorSource;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Microsoft Presidio's REST API under {@code /presidio}: the analyzer's and the anonymizer's routes
 * in one place, so that a client's two base URLs may be the same.
 *
 * <p>Requests, answers, status codes and errors ({@code {"error": "…"}}) are those of the services
 * {@code presidio-analyzer} and {@code presidio-anonymizer} 2.2; {@code docs/presidio.md} says
 * where Avow differs. Nothing of a text is kept or logged. Composed once; safe for any thread.
 */
public final class PresidioApi {

    private static final Logger LOG = LoggerFactory.getLogger(PresidioApi.class);

    /** Bodies that may be in memory at once; what is more is told to come back. */
    private static final int AT_ONCE = 64;

    /** By which calls are told apart where they are counted; health is not. */
    static final Set<String> PATHS =
            Set.of(
                    "/presidio/analyze",
                    "/presidio/anonymize",
                    "/presidio/deanonymize",
                    "/presidio/recognizers",
                    "/presidio/supportedentities",
                    "/presidio/anonymizers",
                    "/presidio/deanonymizers");

    private final Vertx vertx;
    private final DetectorSource detectors;
    private final Function<TenantId, Set<String>> findingTypes;
    private final PresidioLimits limits;
    private final Executor blocking;
    private final Tally tally;
    private final Door door;
    private final BodyHandler bodies;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** What counts answers. Called on the event loops. */
    public interface Tally {

        /**
         * A call was answered, or its caller has left.
         *
         * @param path one of this API's; another is {@code other}
         */
        void answered(String path, int status);
    }

    /**
     * Composes it.
     *
     * @param callers tells who holds a key
     * @param detectors each tenant's
     * @param findingTypes the ids of all that a tenant's detector can find; may block
     * @param blocking threads for what computes or waits
     * @param tally what counts answers
     */
    public PresidioApi(
            Vertx vertx,
            Callers callers,
            DetectorSource detectors,
            Function<TenantId, Set<String>> findingTypes,
            PresidioLimits limits,
            Executor blocking,
            Tally tally) {
        this.vertx = vertx;
        this.detectors = detectors;
        this.findingTypes = findingTypes;
        this.limits = limits;
        this.blocking = blocking;
        this.tally = tally;
        this.bodies = BodyHandler.create(false).setBodyLimit(limits.maxBodyBytes());
        this.door = new Door(vertx, callers, limits.openOnLoopback(), blocking);
    }

    /** What answers the requests; it is a handler of an HTTP server's requests. */
    public Router router() {
        Router router = Router.router(vertx);
        router.route().failureHandler(this::fail).handler(this::count);
        router.get("/presidio/health").handler(PresidioApi::health);
        otherwise(router, "/presidio/health", HttpMethod.GET);
        get(router, "/presidio/recognizers", Analyzer::recognizers);
        get(router, "/presidio/supportedentities", Analyzer::supportedEntities);
        get(router, "/presidio/anonymizers", (_, _) -> Operators.anonymizerNames());
        get(router, "/presidio/deanonymizers", (_, _) -> Operators.deanonymizerNames());
        post(router, "/presidio/analyze", this::analyze);
        post(
                router,
                "/presidio/anonymize",
                (_, json) ->
                        Anonymizer.anonymize(json, limits.maxResults(), limits.maxBodyBytes()));
        post(
                router,
                "/presidio/deanonymize",
                (_, json) ->
                        Anonymizer.deanonymize(json, limits.maxResults(), limits.maxBodyBytes()));
        router.route().handler(routing -> routing.fail(404));
        return router;
    }

    private void count(RoutingContext routing) {
        String path = routing.normalizedPath();
        String known = PATHS.contains(path) ? path : "other";
        routing.addEndHandler(_ -> tally.answered(known, routing.response().getStatusCode()));
        routing.next();
    }

    private void get(
            Router router,
            String path,
            BiFunction<Analyzer, @Nullable String, List<String>> answering) {
        router.get(path)
                .handler(door::admit)
                .handler(routing -> {
                    String language = routing.queryParams().get("language");
                    elsewhere(routing, analyzer -> answering.apply(analyzer, language));
                });
        otherwise(router, path, HttpMethod.GET);
    }

    private void post(
            Router router,
            String path,
            BiFunction<Analyzer, @Nullable JsonNode, Object> answering) {
        router.post(path)
                .handler(door::admit)
                .handler(PresidioApi::checkContentType)
                .handler(this::gather)
                .handler(routing -> {
                    Buffer gathered = routing.body().buffer();
                    byte[] body = gathered == null ? new byte[0] : gathered.getBytes();
                    elsewhere(routing, analyzer -> answering.apply(analyzer, Json.read(body)));
                });
        otherwise(router, path, HttpMethod.POST);
    }

    private Object analyze(Analyzer analyzer, @Nullable JsonNode json) {
        if (json == null) {
            throw new PresidioError(400, "Invalid request json");
        }
        AnalyzeRequest request = AnalyzeRequest.of(json, limits);
        List<List<Analyzer.Answer>> answers = analyzer.analyze(request);
        return request.isBatch() ? answers : answers.getFirst();
    }

    private static void health(RoutingContext routing) {
        routing.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .end("Presidio Analyzer service is up");
    }

    private static void checkContentType(RoutingContext routing) {
        String coding = routing.request().getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
            routing.fail(
                    new PresidioError(
                            415,
                            "A body with a Content-Encoding is not read here; send it as it is."));
            return;
        }
        String type = routing.request().getHeader(HttpHeaders.CONTENT_TYPE);
        String media = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (media.equals("application/json")
                || (media.startsWith("application/") && media.endsWith("+json"))) {
            routing.next();
        } else {
            routing.fail(
                    new PresidioError(
                            415,
                            "Did not attempt to load JSON data because the request Content-Type was"
                                    + " not 'application/json'."));
        }
    }

    /** Gathers the body where there is room for it, and goes on to the next handler. */
    private void gather(RoutingContext routing) {
        if (!places.tryAcquire()) {
            routing.fail(new PresidioError(503, "Too busy; try again shortly"));
            return;
        }
        AtomicBoolean held = new AtomicBoolean(true);
        routing.addEndHandler(_ -> {
            if (held.getAndSet(false)) {
                places.release();
            }
        });
        bodies.handle(routing);
    }

    private Analyzer analyzer(TenantId tenant) {
        return new Analyzer(detectors.of(tenant), findingTypes.apply(tenant), limits);
    }

    private void elsewhere(RoutingContext routing, Function<Analyzer, Object> answering) {
        TenantId tenant = Door.tenant(routing);
        Context eventLoop = vertx.getOrCreateContext();
        blocking.execute(() -> {
            try {
                byte[] answer = Json.write(answering.apply(analyzer(tenant)));
                eventLoop.runOnContext(_ -> write(routing, answer));
            } catch (Throwable failed) { // an answer is owed whatever happens
                eventLoop.runOnContext(_ -> routing.fail(failed));
            }
        });
    }

    /** RFC 9110, section 15.5.6. */
    private static void otherwise(Router router, String path, HttpMethod allowed) {
        router.route(path)
                .handler(routing -> {
                    routing.response().putHeader(HttpHeaders.ALLOW, allowed.name());
                    routing.fail(405);
                });
    }

    private static void write(RoutingContext routing, byte[] json) {
        HttpServerResponse response = routing.response();
        if (!response.ended() && !response.closed()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(Buffer.buffer(json));
        }
    }

    /** The shape of every error. */
    record Told(String error) {}

    private void fail(RoutingContext routing) {
        if (routing.response().headWritten()) {
            routing.request().connection().close();
            return;
        }
        PresidioError error =
                routing.failure() instanceof PresidioError told
                        ? told
                        : byStatus(routing.statusCode(), routing.failure());
        routing.response().setStatusCode(error.status());
        write(routing, Json.write(new Told(error.told())));
    }

    private PresidioError byStatus(int status, @Nullable Throwable failure) {
        return switch (status) {
            case 400 -> new PresidioError(400, "The request is malformed");
            case 404 ->
                    new PresidioError(
                            404,
                            "The requested URL was not found on the server. If you entered the URL"
                                    + " manually please check your spelling and try again.");
            case 405 -> new PresidioError(405, "The method is not allowed for the requested URL.");
            case 413 ->
                    new PresidioError(
                            413,
                            "The body is larger than "
                                    + limits.maxBodyBytes()
                                    + " bytes; send less, or raise AVOW_MAX_BODY_BYTES");
            default -> internal(failure);
        };
    }

    private static PresidioError internal(@Nullable Throwable failure) {
        UUID id = Ids.next();
        LOG.error("{} failed with {}", id, failure == null ? "nothing" : failure.getClass());
        return new PresidioError(500, "Internal server error; the log has it under " + id);
    }
}
