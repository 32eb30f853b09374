package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Callers;
import dev.avow.admit.Identity;
import dev.avow.control.RouteTable.Entry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class DispatcherTest {

    private static final int AT_ONCE = 256;

    /** Strangers are asked for nothing here. */
    private static final class Nobody implements Callers {
        @Override
        public Optional<Identity> recallApiKey(String plaintextKey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Identity identifyApiKey(String plaintextKey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Identity identifySession(String plaintextToken) {
            throw new UnsupportedOperationException();
        }
    }

    private static CompletableFuture<Integer> get(HttpClient client, int port, String path) {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return client.sendAsync(
                        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    /** Liveness once needed a place, of which strangers could take all: a busy node was killed. */
    @Test
    void live_whileAllPlacesAreTaken_isAnswered() throws Exception {
        CountDownLatch begun = new CountDownLatch(AT_ONCE);
        CountDownLatch goOn = new CountDownLatch(1);
        Handling slow =
                _ -> {
                    begun.countDown();
                    try {
                        assertThat(goOn.await(50, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                    }
                    return ControlAnswer.ok("slow");
                };
        Vertx vertx = Vertx.vertx();
        Dispatcher dispatcher =
                new Dispatcher(
                        vertx,
                        new Nobody(),
                        (_, _, _) -> {
                            throw new UnsupportedOperationException();
                        });
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false));
        for (Entry entry :
                List.of(
                        new Entry(HttpMethod.GET, "/trust", Access.PUBLIC, false, slow),
                        new Entry(
                                HttpMethod.GET,
                                "/health/live",
                                Access.PUBLIC,
                                false,
                                _ -> ControlAnswer.ok("live")))) {
            router.route(entry.path())
                    .handler(routing -> dispatcher.admit(entry, routing))
                    .handler(routing -> dispatcher.dispatch(entry, routing));
        }
        HttpServer server =
                vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<CompletableFuture<Integer>> strangers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                strangers.add(get(client, server.actualPort(), "/trust"));
            }
            assertThat(begun.await(50, TimeUnit.SECONDS)).isTrue();

            assertThat(get(client, server.actualPort(), "/trust").join()).isEqualTo(503);
            assertThat(get(client, server.actualPort(), "/health/live").join()).isEqualTo(200);

            goOn.countDown();
            assertThat(strangers).allSatisfy(each -> assertThat(each.join()).isEqualTo(200));
        } finally {
            goOn.countDown();
            server.close().await();
            vertx.close().await();
        }
    }
}
