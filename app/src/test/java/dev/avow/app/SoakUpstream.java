package dev.avow.app;

import dev.avow.words.Route;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A provider that repeats what it is asked after a while, and keeps nothing of it. */
final class SoakUpstream implements AutoCloseable {

    private static final int LONGEST_MILLIS = 60;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    SoakUpstream() throws Exception {
        server =
                vertx.createHttpServer()
                        .requestHandler(request -> {
                            // Callers leave, and so does whoever asks for them.
                            request.response().exceptionHandler(_ -> {});
                            request.bodyHandler(body ->
                                    vertx.setTimer(
                                            1 + ThreadLocalRandom.current().nextInt(LONGEST_MILLIS),
                                            _ ->
                                                    FakeEchoes.answer(
                                                            vertx,
                                                            request.response(),
                                                            String.valueOf(request.path()),
                                                            body.getBytes())));
                        })
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
    }

    /** As that API's client takes it. */
    String url(Route.Api api) {
        String base = "http://127.0.0.1:" + server.actualPort();
        return api == Route.Api.ANTHROPIC ? base : base + "/v1";
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
