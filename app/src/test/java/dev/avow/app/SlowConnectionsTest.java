package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Slow senders are shut out; whoever waits for an answer is not. */
@Timeout(60)
final class SlowConnectionsTest {

    private static final Patience SHORT =
            new Patience(Duration.ofMillis(300), Duration.ofMillis(900), Duration.ofMillis(600));

    /** For who must not be shut out, whatever else the machine does. */
    private static final Patience LONGER =
            new Patience(
                    Duration.ofMillis(1_500), Duration.ofMillis(1_500), Duration.ofMillis(1_500));

    private final Vertx vertx = Vertx.vertx();

    private int listen(Patience patience) {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        vertx.deployVerticle(
                        new AbstractVerticle() {
                            @Override
                            public void start(Promise<Void> started) {
                                SlowConnections.watch(
                                                vertx,
                                                vertx.createHttpServer(
                                                        new HttpServerOptions()
                                                                .setHttp2ClearTextEnabled(false)),
                                                SlowConnectionsTest.this::answer,
                                                patience)
                                        .listen(0, "127.0.0.1")
                                        .onSuccess(server -> port.complete(server.actualPort()))
                                        .<Void>mapEmpty()
                                        .onComplete(started);
                            }
                        })
                .await();
        return port.join();
    }

    /** Late at {@code /late}, else as soon as the body is there. */
    private void answer(HttpServerRequest request) {
        request.body()
                .onSuccess(_ -> {
                    if ("/late".equals(request.path())) {
                        vertx.setTimer(2_500, _ -> request.response().end("late"));
                    } else {
                        request.response().end("soon");
                    }
                });
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private Socket open(Patience patience, String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), listen(patience));
        socket.setSoTimeout(20_000);
        write(socket, text);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void connection_thatSaysNothing_isClosed() throws IOException {
        try (Socket socket = open(SHORT, "")) {
            assertThat(rest(socket)).isEmpty();
        }
    }

    @Test
    void head_byteByByte_isCutOff() throws Exception {
        try (Socket socket = open(SHORT, "GET / HTTP/1.1\r\nHost: localhost\r\n")) {
            long start = System.nanoTime();
            boolean cut = false;
            while (!cut && System.nanoTime() - start < 30_000_000_000L) {
                Thread.sleep(50);
                try {
                    write(socket, "a");
                } catch (IOException closed) {
                    cut = true;
                }
            }
            assertThat(cut).isTrue();
        }
    }

    @Test
    void body_thatDoesNotEnd_isCutOff() throws IOException {
        try (Socket socket =
                open(
                        SHORT,
                        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n12345")) {
            assertThat(rest(socket)).isEmpty();
        }
    }

    @Test
    void answer_thatTakesLongerThanAnyLimit_comesAndTheConnectionEndsIdle() throws IOException {
        try (Socket socket =
                open(
                        LONGER,
                        "POST /late HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n12")) {
            assertThat(rest(socket)).startsWith("HTTP/1.1 200").endsWith("late");
        }
    }

    @Test
    void connection_usedAgainInTime_staysOpen() throws Exception {
        String request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Socket socket = open(LONGER, request)) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < 2 * LONGER.nextHead().toNanos()) {
                readAnswer(socket);
                Thread.sleep(50);
                write(socket, request);
            }
            assertThat(rest(socket)).startsWith("HTTP/1.1 200").endsWith("soon");
        }
    }

    /** Reads one answer to its end. */
    private static void readAnswer(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("soon") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next)
                    .as("the connection ended after %s characters", text.length())
                    .isPositive();
            text.append((char) next);
        }
    }
}
