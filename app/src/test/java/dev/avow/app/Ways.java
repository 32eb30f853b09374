package dev.avow.app;

import dev.avow.testing.TestCertificate;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** One provider in tests, to be reached in every {@link Way}. */
final class Ways {

    private static final TestCertificate CERTIFICATE = TestCertificate.ofThisRun();

    private final int plain;
    private final int shared;

    private Ways(int plain, int shared) {
        this.plain = plain;
        this.shared = shared;
    }

    /** Serves until Vert.x is closed. */
    static Ways open(Vertx vertx, Handler<HttpServerRequest> handler) throws Exception {
        HttpServerOptions tls =
                new HttpServerOptions()
                        .setSsl(true)
                        .setUseAlpn(true)
                        .setKeyCertOptions(
                                new PfxOptions()
                                        .setPath(CERTIFICATE.keyStore().toString())
                                        .setPassword(TestCertificate.PASSWORD));
        return new Ways(
                listen(vertx.createHttpServer(), handler),
                listen(vertx.createHttpServer(tls), handler));
    }

    private static int listen(HttpServer server, Handler<HttpServerRequest> handler)
            throws Exception {
        return server.requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    /** Who vouches for all of them, as AVOW_PROVIDER_CA_FILE takes it. */
    static Path authority() {
        return CERTIFICATE.pem();
    }

    /** Without a path. */
    String url(Way way) {
        return switch (way) {
            case PLAIN -> "http://127.0.0.1:" + plain;
            case SHARED -> "https://127.0.0.1:" + shared;
        };
    }
}
