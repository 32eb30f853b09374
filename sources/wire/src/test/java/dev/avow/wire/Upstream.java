package dev.avow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.testing.TestCertificate;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.PfxOptions;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A provider's server that does with each request what a test says. */
final class Upstream {

    static final String EVENT = "data: {}\n\n";

    private static final String END = "data: [DONE]\n\n";

    private final BlockingQueue<HttpServerRequest> arrived = new LinkedBlockingQueue<>();
    private final List<HttpConnection> connections = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** Serves until Vert.x is closed. */
    Upstream(Vertx vertx, HttpServerOptions options) throws Exception {
        server =
                vertx.createHttpServer(options)
                        .connectionHandler(connections::add)
                        .requestHandler(request -> {
                            request.response().exceptionHandler(_ -> {});
                            request.bodyHandler(_ -> arrived.add(request));
                        })
                        .listen(0, "127.0.0.1")
                        .await(30, TimeUnit.SECONDS);
    }

    /** One that speaks HTTP/2 over TLS. */
    static Upstream over(Vertx vertx) throws Exception {
        return new Upstream(vertx, tls());
    }

    static HttpServerOptions tls() {
        return new HttpServerOptions().setSsl(true).setUseAlpn(true).setKeyCertOptions(key());
    }

    static PfxOptions key() {
        return new PfxOptions()
                .setPath(TestCertificate.ofThisRun().keyStore().toString())
                .setPassword(TestCertificate.PASSWORD);
    }

    int port() {
        return server.actualPort();
    }

    /** All that were ever opened, in that order. */
    List<HttpConnection> connections() {
        return connections;
    }

    /** The next request, with its whole body. */
    HttpServerRequest arrived() throws InterruptedException {
        HttpServerRequest request = arrived.poll(30, TimeUnit.SECONDS);
        assertThat(request).as("a request").isNotNull();
        return request;
    }

    /** The answer to the next request, which begins with an event. */
    HttpServerResponse begun() throws InterruptedException {
        return begin(arrived());
    }

    static HttpServerResponse begin(HttpServerRequest request) {
        HttpServerResponse response = request.response().setChunked(true);
        response.putHeader("Content-Type", "text/event-stream").write(EVENT);
        return response;
    }

    static Future<Void> end(HttpServerResponse begun) {
        return begun.end(END);
    }

    /** Those that have arrived and were not asked for. */
    void forget() {
        arrived.clear();
    }
}
