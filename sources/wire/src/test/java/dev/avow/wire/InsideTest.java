package dev.avow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.FaultException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections by HTTP/2 that are made of other classes than those that are known. */
final class InsideTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(30, TimeUnit.SECONDS);
    }

    /** B8: nobody knows whether keys would stay in its table. */
    @Test
    void request_connectionThatVertxMakesOtherwise_failsAtOnceForAllAndIsClosed_B8()
            throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        HttpClientConnection other =
                fake(
                        HttpClientConnection.class,
                        Map.of(
                                "protocolVersion",
                                () -> HttpVersion.HTTP_2,
                                "close",
                                () -> {
                                    closed.complete(null);
                                    return Future.succeededFuture();
                                }));
        Promise<HttpClientConnection> opened = Promise.promise();
        HttpClientAgent client = fake(HttpClientAgent.class, Map.of("connect", opened::future));
        RequestOptions options = new RequestOptions().setHost("127.0.0.1").setPort(443);
        BlockingQueue<Throwable> told = new LinkedBlockingQueue<>();
        vertx.runOnContext(_ -> {
            SharedConnections connections =
                    new SharedConnections(
                            vertx,
                            client,
                            Callers.limits(Callers.sharing(100), Duration.ofMinutes(5)),
                            options);
            connections.request(options, () -> true, result -> told.add(result.cause()));
            connections.request(options, () -> true, result -> told.add(result.cause()));
            opened.complete(other);
        });

        for (int i = 0; i < 2; i++) {
            assertThat(told.poll(30, TimeUnit.SECONDS))
                    .isInstanceOf(FaultException.class)
                    .hasMessageStartingWith("internal: ")
                    .hasMessageContaining("set AVOW_PROVIDER_HTTP2 to false");
        }
        closed.get(30, TimeUnit.SECONDS);
    }

    private static <T> T fake(Class<T> type, Map<String, Supplier<Object>> answers) {
        InvocationHandler handler =
                (_, method, _) -> {
                    Supplier<Object> answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answer.get();
                };
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
