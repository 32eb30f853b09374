package dev.avow.app;

import dev.avow.api.ModelApi;
import dev.avow.control.ControlPlane;
import dev.avow.presidio.PresidioApi;
import dev.avow.settings.Settings;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on the port, with one server for each event loop. */
final class Listening extends AbstractVerticle {

    private static final int LONGEST_HEAD = 16 << 10;

    /** As many bytes as a stranger's body may have; it is counted before. */
    private static final int LONGEST_FIELD = 16 << 10;

    private final Settings settings;
    private final Handler<HttpServerRequest> handler;
    private final AtomicInteger bound;

    private Listening(Settings settings, Handler<HttpServerRequest> handler, AtomicInteger bound) {
        this.settings = settings;
        this.handler = handler;
        this.bound = bound;
    }

    /** Also what nothing is at: a client that was pointed there is told what is. */
    private static boolean isOfModels(String path) {
        return path.startsWith("/v1/") || path.startsWith("/v2/") || path.equals("/v1");
    }

    /** Listens and returns the port. */
    static int on(
            Vertx vertx,
            Settings settings,
            ModelApi models,
            PresidioApi presidio,
            ControlPlane control) {
        AtomicInteger bound = new AtomicInteger();
        Handler<HttpServerRequest> presidioRoutes = presidio.router();
        Handler<HttpServerRequest> everythingElse = control.router();
        Handler<HttpServerRequest> handler =
                request -> {
                    String path = request.path();
                    if (path != null && isOfModels(path)) {
                        models.handle(request);
                    } else if (path != null && path.startsWith("/presidio/")) {
                        presidioRoutes.handle(request);
                    } else {
                        everythingElse.handle(request);
                    }
                };
        try {
            vertx.deployVerticle(
                            () -> new Listening(settings, handler, bound),
                            new DeploymentOptions().setInstances(settings.eventLoops()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException taken) {
            throw new PortTaken(settings.host(), settings.port());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while starting", stop);
        }
        return bound.get();
    }

    @Override
    public void start(Promise<Void> started) {
        HttpServerOptions options =
                new HttpServerOptions()
                        .setTcpNoDelay(true)
                        .setIdleTimeout(0) // SlowConnections knows better who waits for whom
                        // It counts by connection, and requests share one over HTTP/2.
                        .setHttp2ClearTextEnabled(false)
                        .setMaxHeaderSize(LONGEST_HEAD)
                        // Of a form both limits count a field, as it came and decoded.
                        .setMaxFormBufferedBytes(LONGEST_FIELD)
                        .setMaxFormAttributeSize(LONGEST_FIELD)
                        .setAcceptBacklog(1_024)
                        .setCompressionSupported(false);
        SlowConnections.watch(vertx, vertx.createHttpServer(options), handler, Patience.USUAL)
                .listen(settings.port(), settings.host())
                .onSuccess(server -> listening(server, started))
                .onFailure(started::fail);
    }

    private void listening(HttpServer server, Promise<Void> started) {
        bound.set(server.actualPort());
        started.complete();
    }
}
