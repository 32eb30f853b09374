package dev.avow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.ask.Call;
import dev.avow.ask.Endpoint;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server on loopback that answers, byte for byte, what a test says. */
@SuppressWarnings("StringConcatToTextBlock") // CR LF as it stands on the wire
final class WireCallTest {

    private static final String KEY = "sk-fictitious-s3cret";
    private static final String STREAM =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\n"
                    + "Content-Type: Text/Event-Stream; charset=utf-8\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n";
    private static final Duration LONG = Duration.ofMinutes(1);

    /** For as long as a busy machine takes. */
    private static final Limits LIMITS = limits(LONG, LONG);

    private static final Limits SHORT_IDLE = limits(LONG, Duration.ofMillis(300));

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Heard heard = new Heard();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(30, TimeUnit.SECONDS);
    }

    @Test
    void ask_streamed_tellsEventsAndTheEnd() throws Exception {
        ask(
                true,
                LIMITS,
                answer(STREAM + "data: {\"a\":1}\n\ndata: {\"b\":2}\n\ndata: [DONE]\n\n"));

        assertThat(heard.next()).isEqualTo("event {\"a\":1}");
        assertThat(heard.next()).isEqualTo("event {\"b\":2}");
        assertThat(heard.next()).isEqualTo("end");
        assertThat(heard.next(300)).isEqualTo("nothing");
    }

    @Test
    void ask_whole_sendsWhatLeavesAndNothingElse() throws Exception {
        ask(false, LIMITS, answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));

        assertThat(heard.next()).isEqualTo("whole {}");
        String request = requests.take();
        assertThat(request)
                .startsWith("POST /v1/chat/completions HTTP/1.1\r\n")
                .endsWith(
                        "\r\n\r\n"
                            + "{\"model\":\"model-1\",\"messages\":[{\"role\":\"user\"}],\"stream\":false}");
        assertThat(
                        request.lines()
                                .takeWhile(line -> !line.isEmpty())
                                .skip(1)
                                .map(line ->
                                        line.replaceAll(":.*", "")
                                                .toLowerCase(java.util.Locale.ROOT)))
                .containsExactlyInAnyOrder(
                        "content-type", "accept", "authorization", "host", "content-length");
    }

    @Test
    void ask_nobodyListens_isUnreachable() throws Exception {
        askAt(1, false, LIMITS);

        assertThat(heard.next()).startsWith("failed provider_unreachable");
    }

    @Test
    void ask_noAnswer_timesOut() throws Exception {
        ask(false, limits(Duration.ofMillis(200), LONG), _ -> {});

        assertThat(heard.next()).startsWith("failed provider_timeout").contains("200 ms");
        closed.get(30, TimeUnit.SECONDS);
        assertThat(heard.next(200)).isEqualTo("nothing");
    }

    /** The wait for the head was once waited out before a silent stream was noticed. */
    @Test
    void ask_silentInMidStream_onceWaitedTheFirstBytesTime() throws Exception {
        ask(true, SHORT_IDLE, answer(STREAM + "data: {}\n\n"));

        assertThat(heard.next()).isEqualTo("event {}");
        assertThat(heard.next()).startsWith("failed provider_timeout").contains("300 ms");
        closed.get(30, TimeUnit.SECONDS);
    }

    @Test
    void ask_silentInMidBody_timesOut() throws Exception {
        ask(false, SHORT_IDLE, answer("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"a\""));

        assertThat(heard.next()).startsWith("failed provider_timeout");
    }

    /** A caller that read slowly was once taken for a provider that was silent. */
    @Test
    void pause_longerThanTheIdleTime_onceTimedOut() throws Exception {
        CompletableFuture<Call> asked = new CompletableFuture<>();
        heard.atTheNext(() -> asked.join().pause());
        Call call =
                ask(
                        true,
                        SHORT_IDLE,
                        socket -> {
                            socket.write(STREAM + "data: {\"a\":1}\n\n");
                            vertx.setTimer(
                                    400, _ -> socket.write("data: {\"b\":2}\n\ndata: [DONE]\n\n"));
                        });
        boolean _ = asked.complete(call);
        assertThat(heard.next()).isEqualTo("event {\"a\":1}");

        assertThat(heard.next(900)).isEqualTo("nothing");
        call.resume();
        assertThat(heard.next()).isEqualTo("event {\"b\":2}");
        assertThat(heard.next()).isEqualTo("end");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ask_brokenOff_isSaid(boolean streamed) throws Exception {
        String begun =
                streamed
                        ? CHUNKED + "c\r\ndata: {}\n\n\r\n"
                        : "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{";
        ask(
                streamed,
                LIMITS,
                socket -> {
                    socket.write(begun);
                    vertx.setTimer(100, _ -> socket.close());
                });

        if (streamed) {
            assertThat(heard.next()).isEqualTo("event {}");
        }
        assertThat(heard.next()).startsWith("failed provider_broke_off");
        assertThat(heard.next(200)).isEqualTo("nothing");
    }

    @Test
    void ask_streamWithoutItsEndMark_isBrokenOff() throws Exception {
        ask(true, LIMITS, answer(CHUNKED + "a\r\ndata: {}\n\n\r\n0\r\n\r\n"));

        assertThat(heard.next()).isEqualTo("event {}");
        assertThat(heard.next()).startsWith("failed provider_broke_off");
    }

    @Test
    void ask_closedBeforeTheHead_isBrokenOff() throws Exception {
        ask(false, LIMITS, NetSocket::close);

        assertThat(heard.next()).startsWith("failed provider_broke_off");
    }

    /** The end mark ends an answer, also where the server then neither ends nor closes. */
    @Test
    void ask_openAfterTheEndMark_onceEndedInATimeOut() throws Exception {
        ask(true, LIMITS, answer(STREAM + "data: {}\n\ndata: [DONE]\n\ndata: {\"late\":1}\n\n"));

        assertThat(heard.next()).isEqualTo("event {}");
        assertThat(heard.next()).isEqualTo("end");
        closed.get(30, TimeUnit.SECONDS);
        assertThat(heard.next(200)).isEqualTo("nothing");
    }

    @Test
    void ask_eventsAfterTheEndMark_wereOncePassedOn() throws Exception {
        ask(
                true,
                LIMITS,
                socket -> {
                    socket.write(STREAM + "data: [DONE]\n\n");
                    vertx.setTimer(100, _ -> socket.write("data: {\"late\":1}\n\n"));
                });

        assertThat(heard.next()).isEqualTo("end");
        assertThat(heard.next(400)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage\r\n\r\n", "HTTP/9 x\r\n\r\n", "\0\0\0\0\r\n\r\n"})
    void ask_noHttp_failsWithoutQuotingIt(String garbage) throws Exception {
        ask(false, LIMITS, answer(garbage));

        assertThat(heard.next())
                .startsWith("failed provider_")
                .doesNotContain("garbage")
                .doesNotContain(KEY);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ask_hugeAnswer_isRefusedAndTheConnectionClosed(boolean streamed) throws Exception {
        ask(
                streamed,
                LIMITS,
                socket -> {
                    socket.write(streamed ? STREAM + "data: " : "HTTP/1.1 200 OK\r\n\r\n");
                    for (int i = 0; i < 20; i++) {
                        socket.write("x".repeat(1_000));
                    }
                });

        assertThat(heard.next())
                .startsWith("failed provider_invalid_answer")
                .contains("AVOW_MAX_ANSWER_BYTES");
        closed.get(30, TimeUnit.SECONDS);
        assertThat(heard.next(200)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "400, refused 400 {}",
        "404, refused 404 {}",
        "422, refused 422 {}",
        "429, refused 429 {}",
        "401, failed provider_refused",
        "403, failed provider_refused",
        "500, failed provider_refused",
        "503, failed provider_refused",
        "302, failed provider_refused",
        "204, failed provider_refused"
    })
    void ask_otherStatus_isToldAsWhatItIs(int status, String told) throws Exception {
        String body = status == 204 ? "\r\n" : "Content-Length: 2\r\n\r\n{}";
        ask(
                true,
                LIMITS,
                answer("HTTP/1.1 " + status + " X\r\nLocation: http://127.0.0.1:1/\r\n" + body));

        assertThat(heard.next()).startsWith(told).doesNotContain(KEY).doesNotContain("s3cret");
    }

    @Test
    void cancel_inMidStream_closesTheConnectionAndSaysNoMore() throws Exception {
        Call call = ask(true, LIMITS, answer(STREAM + "data: {}\n\n"));
        assertThat(heard.next()).isEqualTo("event {}");
        call.cancel();
        call.cancel();

        closed.get(30, TimeUnit.SECONDS);
        assertThat(heard.next(500)).isEqualTo("nothing");
    }

    @Test
    void cancel_beforeTheAnswer_closesTheConnection() throws Exception {
        Call call = ask(true, LIMITS, _ -> {});
        requests.take();
        call.cancel();

        closed.get(30, TimeUnit.SECONDS);
        assertThat(heard.next(200)).isEqualTo("nothing");
    }

    /** B8: a key that cannot be sent was once quoted in the exception that said so. */
    @ParameterizedTest
    @ValueSource(strings = {"s3cret\r\nX-Other: 1", "s3cret\n", "s3cret\0", "s3cr\u00e9t"})
    void ask_keyThatIsNoHeader_isRefusedWithoutQuotingIt(String key) throws Exception {
        NetServer server = listen(answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
        CompletableFuture<String> thrown = new CompletableFuture<>();
        ask(server.actualPort(), false, LIMITS, key, thrown);

        assertThat(thrown.get(30, TimeUnit.SECONDS)).isEmpty();
        String told = heard.next();
        assertThat(told).doesNotContain("s3c");
        if (!told.startsWith("whole")) {
            assertThat(told).startsWith("failed provider_refused");
        } else {
            assertThat(requests.take()).doesNotContain("X-Other");
        }
    }

    private static Limits limits(Duration firstByte, Duration idle) {
        return new Limits(LONG, firstByte, idle, 5_000, 4, Sharing.NONE);
    }

    private static Consumer<NetSocket> answer(String bytes) {
        return socket -> socket.write(bytes);
    }

    private Call ask(boolean streamed, Limits limits, Consumer<NetSocket> answer) throws Exception {
        return askAt(listen(answer).actualPort(), streamed, limits);
    }

    private Call askAt(int port, boolean streamed, Limits limits) throws Exception {
        return ask(port, streamed, limits, KEY, new CompletableFuture<>());
    }

    private Call ask(
            int port, boolean streamed, Limits limits, String key, CompletableFuture<String> thrown)
            throws Exception {
        Endpoint endpoint =
                new Endpoint(
                        "openai",
                        URI.create("http://127.0.0.1:" + port + "/v1/"),
                        Optional.of(_ -> key));
        CompletableFuture<Call> call = new CompletableFuture<>();
        vertx.runOnContext(_ -> {
            try {
                call.complete(
                        new WireProvider(
                                        vertx,
                                        new Connections(vertx, limits, Optional.empty()),
                                        Asked.OPENAI)
                                .ask(Asked.outbound(streamed), endpoint, heard));
                thrown.complete("");
            } catch (RuntimeException unexpected) {
                thrown.complete(String.valueOf(unexpected));
                call.completeExceptionally(unexpected);
            }
        });
        return call.get(30, TimeUnit.SECONDS);
    }

    private NetServer listen(Consumer<NetSocket> answer) throws Exception {
        return vertx.createNetServer()
                .connectHandler(socket -> {
                    socket.closeHandler(_ -> closed.complete(null));
                    Buffer read = Buffer.buffer();
                    socket.handler(bytes -> {
                        read.appendBuffer(bytes);
                        if (read.toString().endsWith("}")) {
                            requests.add(read.toString());
                            answer.accept(socket);
                        }
                    });
                })
                .listen(0, "127.0.0.1")
                .await(30, TimeUnit.SECONDS);
    }
}
