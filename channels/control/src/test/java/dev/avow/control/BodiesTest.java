package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Nobody fills the memory with bodies: strangers not at all, others no further than there is room.
 */
@Timeout(60)
final class BodiesTest {

    private static Socket open(int port, String head) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(
                        (head + "\r\nHost: localhost\r\nContent-Type: application/json\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Everything up to the end of the connection. */
    private static String rest(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void body_withoutACredential_isRefusedUnreadAndTheConnectionCloses() throws IOException {
        try (Site site = new Site();
                Socket socket = open(port(site), "POST /api/v1/api-keys HTTP/1.1")) {
            write(socket, "Content-Length: 1048576\r\n\r\n{");

            assertThat(rest(socket))
                    .startsWith("HTTP/1.1 401")
                    .containsIgnoringCase("\r\nconnection: close");
        }
    }

    @Test
    void body_ofAStrangerOver16KiB_isRefusedByItsLength() throws IOException {
        try (Site site = new Site();
                Socket socket = open(port(site), "POST /api/v1/sessions HTTP/1.1")) {
            write(socket, "Content-Length: 16385\r\n\r\n{");

            assertThat(rest(socket))
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("\r\nconnection: close");
        }
    }

    @Test
    void body_ofAKnownCaller_mayHaveMore() {
        try (Site site = new Site()) {
            Site.Answer answer =
                    site.send(
                            "POST",
                            "/api/v1/api-keys",
                            "{\"name\":\"test\"," + " ".repeat(900_000) + "\"scopes\":[\"read\"]}",
                            "Authorization",
                            site.key(Set.of(Scope.ADMIN), null));

            assertThat(answer.status()).isEqualTo(201);
        }
    }

    @Test
    void gather_moreThanThereIsRoomFor_answers503UntilAnotherIsGone() throws Exception {
        Vertx vertx = Vertx.vertx();
        Bodies bodies = new Bodies(1, 1_000);
        Router router = Router.router(vertx);
        router.route().handler(bodies::gather).handler(routing -> routing.response().end("read"));
        HttpServer server =
                vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
        try {
            try (Socket first = open(server.actualPort(), "POST / HTTP/1.1")) {
                write(first, "Content-Length: 10\r\n\r\n12345");
                await(bodies, 0);
                try (Socket second = open(server.actualPort(), "POST / HTTP/1.1")) {
                    write(second, "Content-Length: 10\r\n\r\n12345");
                    assertThat(rest(second)).startsWith("HTTP/1.1 503");
                }
            }
            await(bodies, 1); // the first one broke off
            try (Socket third = open(server.actualPort(), "POST / HTTP/1.1")) {
                write(third, "Connection: close\r\nContent-Length: 5\r\n\r\n12345");
                assertThat(rest(third)).startsWith("HTTP/1.1 200").endsWith("read");
            }
            await(bodies, 1);
        } finally {
            server.close().await();
            vertx.close().await();
        }
    }

    private static void await(Bodies bodies, int free) throws InterruptedException {
        while (bodies.free() != free) {
            Thread.sleep(5);
        }
    }

    private static int port(Site site) {
        return URI.create(site.origin()).getPort();
    }
}
