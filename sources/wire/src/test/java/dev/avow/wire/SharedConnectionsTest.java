package dev.avow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.ask.Call;
import dev.avow.ask.Endpoint;
import dev.avow.testing.TestCertificate;
import dev.avow.wire.Between.Fate;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that speaks HTTP/2 over TLS and does with each request what a test says. */
final class SharedConnectionsTest {

    private static final int WINDOW = 65_536;
    private static final String EVENT = "data: {}\n\n";

    @TempDir private static Path folder;

    private static TestCertificate certificate;

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final BlockingQueue<HttpServerRequest> arrived = new LinkedBlockingQueue<>();
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private Connections ours;

    @BeforeAll
    static void certify() {
        certificate = TestCertificate.make(folder);
    }

    @BeforeEach
    void connect() throws Exception {
        ours = connections(new Sharing(100, WINDOW, Duration.ofSeconds(5)), Duration.ofSeconds(5));
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().await(30, TimeUnit.SECONDS);
    }

    @Test
    void ask_several_shareOneConnection() throws Exception {
        int port = serve(server()).actualPort();
        for (int i = 0; i < 5; i++) {
            Heard heard = new Heard();
            ask(port, heard);
            begin(arrived());
            assertThat(heard.next()).isEqualTo("event {}");
        }

        assertThat(connections).hasSize(1);
    }

    /**
     * Each once opened a connection of its own, and none of them stood in time; then two at a time
     * did, and nobody else was let in before those stood.
     */
    @ParameterizedTest
    @ValueSource(longs = {100, 10})
    void ask_manyAtOnce_openAsManyConnectionsAsTheyFillAndUseThemAgain(long most) throws Exception {
        ours = patient(100);
        int port =
                serve(
                                server().setInitialSettings(
                                                new Http2Settings().setMaxConcurrentStreams(most)))
                        .actualPort();
        for (int round = 0; round < 2; round++) {
            List<Heard> all = askAtOnce(port, 400);
            List<HttpServerResponse> begun = new ArrayList<>();
            for (Heard _ : all) {
                begun.add(begin(arrived()));
            }
            for (Heard each : all) {
                assertThat(each.next()).isEqualTo("event {}");
            }
            CompletableFuture<Void> ended = new CompletableFuture<>();
            loop.runOnContext(_ ->
                    Future.all(begun.stream().map(each -> each.end("data: [DONE]\n\n")).toList())
                            .onComplete(_ -> ended.complete(null)));
            ended.get(30, TimeUnit.SECONDS);
            for (Heard each : all) {
                assertThat(each.next()).isEqualTo("end");
            }
            Thread.sleep(500); // for the last frame of each
        }

        assertThat(connections).hasSizeBetween((int) (400 / most), (int) (400 / most) + 16);
    }

    /** Who looked for a connection once waited for the one being opened, and for no other. */
    @Test
    void ask_whileAConnectionIsOpenedInVain_isLetInOnceAnotherHasRoom() throws Exception {
        ours = patient(1);
        int port = onlyTheFirst(serve(server()).actualPort());
        Heard first = new Heard();
        ask(port, first);
        HttpServerResponse begun = begin(arrived());
        assertThat(first.next()).isEqualTo("event {}");
        List<Heard> waiting = askAtOnce(port, 3);
        begun.end("data: [DONE]\n\n");
        for (Heard _ : waiting) {
            begin(arrived()).end("data: [DONE]\n\n");
        }

        for (Heard each : waiting) {
            assertThat(each.next()).isEqualTo("event {}");
        }
        assertThat(connections).hasSize(1);
    }

    /** Connections stand, but from the second on nobody answers on them. */
    private int onlyTheFirst(int port) throws Exception {
        AtomicBoolean taken = new AtomicBoolean();
        return Between.listen(
                vertx, port, () -> !taken.getAndSet(true), new AtomicReference<>(Fate.ALIVE));
    }

    private List<Heard> askAtOnce(int port, int requests) {
        List<Heard> all = Stream.generate(Heard::new).limit(requests).toList();
        loop.runOnContext(_ -> all.forEach(each -> asked(port, each)));
        return all;
    }

    @Test
    void ask_manyAtAServerOfHttp11Alone_haveAConnectionEach() throws Exception {
        int port = serve(server().setUseAlpn(false)).actualPort();
        loop.runOnContext(_ -> {
            for (int i = 0; i < 4; i++) {
                asked(port, new Heard());
            }
        });
        for (int i = 0; i < 4; i++) {
            arrived();
        }

        // One told what the server speaks.
        assertThat(connections).hasSize(5);
    }

    @Test
    void ask_serverOfHttp11Alone_isAskedByThat() throws Exception {
        int port = serve(server().setAlpnVersions(List.of(HttpVersion.HTTP_1_1))).actualPort();
        Heard heard = new Heard();
        ask(port, heard);
        HttpServerRequest request = arrived();
        begin(request).end("data: [DONE]\n\n");

        assertThat(request.version()).isEqualTo(HttpVersion.HTTP_1_1);
        assertThat(heard.next()).isEqualTo("event {}");
        assertThat(heard.next()).isEqualTo("end");
    }

    @Test
    void ask_serverWithoutAlpn_isAskedByHttp11() throws Exception {
        int port = serve(server().setUseAlpn(false)).actualPort();
        ask(port, new Heard());

        assertThat(arrived().version()).isEqualTo(HttpVersion.HTTP_1_1);
    }

    @Test
    void ask_sharingTurnedOff_hasConnectionsOfTheirOwn() throws Exception {
        ours = connections(Sharing.NONE, Duration.ofSeconds(5));
        int port = serve(server()).actualPort();
        ask(port, new Heard());
        ask(port, new Heard());

        assertThat(arrived().version()).isEqualTo(HttpVersion.HTTP_1_1);
        arrived();
        assertThat(connections).hasSize(2);
    }

    @Test
    void ask_authorityThatNobodyKnows_isUnreachable() throws Exception {
        ours =
                new Connections(
                        vertx,
                        limits(
                                new Sharing(100, WINDOW, Duration.ofSeconds(5)),
                                Duration.ofSeconds(5)),
                        Optional.empty());
        Heard heard = new Heard();
        ask(serve(server()).actualPort(), heard);

        assertThat(heard.next()).startsWith("failed provider_unreachable");
    }

    @Test
    void ask_moreThanTheServerTakes_opensAnotherConnection() throws Exception {
        int port =
                serve(server().setInitialSettings(new Http2Settings().setMaxConcurrentStreams(2)))
                        .actualPort();
        for (int i = 0; i < 5; i++) {
            ask(port, new Heard());
            arrived();
        }

        assertThat(connections).hasSize(3);
    }

    @Test
    void cancel_oneOfTwo_leavesTheOtherAndTheConnection() throws Exception {
        int port = serve(server()).actualPort();
        Heard leaves = new Heard();
        Call call = ask(port, leaves);
        HttpServerRequest left = arrived();
        CompletableFuture<Throwable> reset = new CompletableFuture<>();
        loop.runOnContext(_ -> left.response().exceptionHandler(reset::complete));
        Heard stays = new Heard();
        ask(port, stays);
        HttpServerResponse staying = begin(arrived());
        assertThat(stays.next()).isEqualTo("event {}");
        call.cancel();

        assertThat(reset.get(5, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        StreamResetException.class,
                        cause -> assertThat(cause.getCode()).isEqualTo(8));
        staying.end("data: [DONE]\n\n");
        assertThat(stays.next()).isEqualTo("end");
        assertThat(leaves.next(100)).isEqualTo("nothing");
        assertThat(connections).hasSize(1);
    }

    /** What is given up before it leaves must give its place on the connection back. */
    @Test
    void cancel_beforeItIsSent_givesItsPlaceBack() throws Exception {
        ours = connections(new Sharing(1, WINDOW, Duration.ofSeconds(5)), Duration.ofSeconds(5));
        int port = serve(server()).actualPort();
        Heard first = new Heard();
        ask(port, first);
        begin(arrived()).end("data: [DONE]\n\n");
        first.next();
        assertThat(first.next()).isEqualTo("end");
        for (int i = 0; i < 3; i++) {
            CompletableFuture<Void> given = new CompletableFuture<>();
            loop.runOnContext(_ -> {
                asked(port, new Heard()).cancel();
                given.complete(null);
            });
            given.get(5, TimeUnit.SECONDS);
        }
        Thread.sleep(200);
        arrived.clear();
        Heard last = new Heard();
        ask(port, last);
        begin(arrived()).end("data: [DONE]\n\n");

        assertThat(last.next()).isEqualTo("event {}");
        assertThat(connections).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ask_stalledStream_timesOutAlone(boolean begun) throws Exception {
        int port = serve(server()).actualPort();
        Heard stalled = new Heard();
        ask(port, stalled);
        HttpServerRequest request = arrived();
        CompletableFuture<Throwable> reset = new CompletableFuture<>();
        loop.runOnContext(_ -> request.response().exceptionHandler(reset::complete));
        if (begun) {
            begin(request);
            assertThat(stalled.next()).isEqualTo("event {}");
        }
        Heard other = new Heard();
        ask(port, other);
        HttpServerResponse alive = begin(arrived());
        long timer = vertx.setPeriodic(100, _ -> alive.write(EVENT));

        assertThat(stalled.next()).startsWith("failed provider_timeout");
        assertThat(reset.get(5, TimeUnit.SECONDS)).isInstanceOf(StreamResetException.class);
        vertx.cancelTimer(timer);
        alive.end("data: [DONE]\n\n");
        String last = other.next();
        while (last.equals("event {}")) {
            last = other.next();
        }
        assertThat(last).isEqualTo("end");
        assertThat(connections).hasSize(1);
    }

    /** RFC 9113, section 8.7: the one code by which a server says that it did nothing. */
    @ParameterizedTest
    @ValueSource(longs = {7, 2})
    void ask_streamReset_isUnreachableWhereItWasRefused(long code) throws Exception {
        Heard heard = new Heard();
        ask(serve(server()).actualPort(), heard);
        arrived().response().reset(code);

        assertThat(heard.next())
                .startsWith(
                        code == 7 ? "failed provider_unreachable" : "failed provider_broke_off");
        assertThat(heard.next(100)).isEqualTo("nothing");
    }

    @Test
    void ask_resetInMidStream_isBrokenOff() throws Exception {
        Heard heard = new Heard();
        ask(serve(server()).actualPort(), heard);
        HttpServerResponse begun = begin(arrived());
        assertThat(heard.next()).isEqualTo("event {}");
        begun.reset(7);

        assertThat(heard.next()).startsWith("failed provider_broke_off");
    }

    @Test
    @SuppressWarnings("deprecation") // nothing else names a last stream
    void goAway_served_goOn_theOthersAreUnreachableAndNewOnesGoElsewhere() throws Exception {
        int port = serve(server()).actualPort();
        Heard served = new Heard();
        ask(port, served);
        HttpServerRequest first = arrived();
        HttpServerResponse serving = begin(first);
        assertThat(served.next()).isEqualTo("event {}");
        Heard unserved = new Heard();
        ask(port, unserved);
        arrived();
        first.connection().goAway(0, 1, Buffer.buffer());

        assertThat(unserved.next()).startsWith("failed provider_unreachable");
        Heard later = new Heard();
        ask(port, later);
        begin(arrived());
        assertThat(later.next()).isEqualTo("event {}");
        assertThat(connections).hasSize(2);
        CompletableFuture<Void> closed = new CompletableFuture<>();
        first.connection().closeHandler(_ -> closed.complete(null));
        serving.end("data: [DONE]\n\n");
        assertThat(served.next()).isEqualTo("end");
        closed.get(5, TimeUnit.SECONDS);
    }

    @Test
    void connection_closed_breaksOffWhatWasOnItAndTheNextHasAnother() throws Exception {
        AtomicReference<Fate> fate = new AtomicReference<>(Fate.ALIVE);
        int port = Between.listen(vertx, serve(server()).actualPort(), () -> true, fate);
        Heard one = new Heard();
        ask(port, one);
        arrived();
        Heard two = new Heard();
        ask(port, two);
        HttpServerResponse begun = begin(arrived());
        assertThat(two.next()).isEqualTo("event {}");
        fate.set(Fate.CLOSED);
        begun.write(EVENT);

        assertThat(one.next()).startsWith("failed provider_broke_off");
        assertThat(two.next()).startsWith("failed provider_broke_off");
        fate.set(Fate.ALIVE);
        Heard next = new Heard();
        ask(port, next);
        begin(arrived());
        assertThat(next.next()).isEqualTo("event {}");
    }

    /** However much one does not take, it holds no more than its window, and stops nobody. */
    @Test
    void pause_slowCallers_holdTheirWindowsAndTheOthersGoOn() throws Exception {
        ours = connections(new Sharing(4, WINDOW, Duration.ofSeconds(5)), Duration.ofSeconds(5));
        int port = serve(server()).actualPort();
        for (int i = 0; i < 3; i++) {
            Heard slow = new Heard();
            Call call = ask(port, slow);
            HttpServerResponse response = begin(arrived());
            assertThat(slow.next()).isEqualTo("event {}");
            call.pause();
            CompletableFuture<Boolean> full = new CompletableFuture<>();
            loop.runOnContext(_ -> {
                for (int k = 0; k < 40; k++) {
                    response.write(": " + "x".repeat(4_000) + "\n\n");
                }
                vertx.setTimer(300, _ -> full.complete(response.writeQueueFull()));
            });
            assertThat(full.get(5, TimeUnit.SECONDS)).isTrue();
        }
        Heard quick = new Heard();
        ask(port, quick);
        HttpServerResponse response = begin(arrived());
        for (int i = 0; i < 10; i++) {
            assertThat(quick.next()).isEqualTo("event {}");
            response.write(": " + "x".repeat(20_000) + "\n\n" + EVENT);
        }
        assertThat(connections).hasSize(1);
    }

    /** Nothing is heard of it, not even that it closed, as where a router forgets a connection. */
    @Test
    void connection_thatDiedSilently_isFoundAndTheNextHasAnother() throws Exception {
        ours = connections(new Sharing(100, WINDOW, Duration.ofMillis(200)), Duration.ofSeconds(5));
        AtomicReference<Fate> fate = new AtomicReference<>(Fate.ALIVE);
        int port = Between.listen(vertx, serve(server()).actualPort(), () -> true, fate);
        Heard heard = new Heard();
        ask(port, heard);
        begin(arrived());
        assertThat(heard.next()).isEqualTo("event {}");
        fate.set(Fate.DEAD);

        assertThat(heard.next(1_500)).startsWith("failed provider_broke_off");
        fate.set(Fate.ALIVE);
        Heard next = new Heard();
        ask(port, next);
        begin(arrived());
        assertThat(next.next()).isEqualTo("event {}");
    }

    /** TLS stands, HTTP/2 was chosen, and then nothing. */
    @Test
    void ask_serverThatSaysNothingAfterTheHandshake_isUnreachableInTime() throws Exception {
        ours = connections(new Sharing(100, WINDOW, Duration.ofSeconds(5)), Duration.ofSeconds(1));
        Heard heard = new Heard();
        try (SSLServerSocket mute = mute()) {
            ask(mute.getLocalPort(), heard);

            assertThat(heard.next(4_000)).startsWith("failed provider_unreachable");
        }
    }

    private static SSLServerSocket mute() throws Exception {
        char[] password = TestCertificate.PASSWORD.toCharArray();
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(certificate.keyStore().toFile(), password), password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        SSLServerSocket mute =
                (SSLServerSocket)
                        tls.getServerSocketFactory()
                                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> {
            try (SSLSocket caller = (SSLSocket) mute.accept()) {
                SSLParameters parameters = caller.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {"h2"});
                caller.setSSLParameters(parameters);
                caller.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException over) {
                // The test has ended.
            }
        });
        return mute;
    }

    @Test
    void ask_hugeHead_failsAndTheNextIsAnswered() throws Exception {
        int port = serve(server()).actualPort();
        Heard heard = new Heard();
        ask(port, heard);
        HttpServerResponse response = arrived().response();
        for (int i = 0; i < 100; i++) {
            response.putHeader("x-" + i, "x".repeat(1_000));
        }
        response.end("{}");

        assertThat(heard.next()).startsWith("failed provider_broke_off");
        Heard next = new Heard();
        ask(port, next);
        begin(arrived());
        assertThat(next.next()).isEqualTo("event {}");
    }

    private Connections connections(Sharing sharing, Duration connect) throws Exception {
        return new Connections(
                vertx, limits(sharing, connect), Optional.of(Trust.also(certificate.pem())));
    }

    /** For as long as a busy machine takes. */
    private Connections patient(int calls) throws Exception {
        Duration minute = Duration.ofMinutes(1);
        return new Connections(
                vertx,
                new Limits(
                        minute, minute, minute, 5_000_000, 100, new Sharing(calls, WINDOW, minute)),
                Optional.of(Trust.also(certificate.pem())));
    }

    private static Limits limits(Sharing sharing, Duration connect) {
        return new Limits(
                connect, Duration.ofSeconds(2), Duration.ofMillis(1_500), 5_000_000, 4, sharing);
    }

    private HttpServerRequest arrived() throws InterruptedException {
        HttpServerRequest request = arrived.poll(30, TimeUnit.SECONDS);
        assertThat(request).as("a request").isNotNull();
        return request;
    }

    private static HttpServerResponse begin(HttpServerRequest request) {
        HttpServerResponse response = request.response().setChunked(true);
        response.putHeader("Content-Type", "text/event-stream").write(EVENT);
        return response;
    }

    private static PfxOptions key() {
        return new PfxOptions()
                .setPath(certificate.keyStore().toString())
                .setPassword(TestCertificate.PASSWORD);
    }

    private static HttpServerOptions server() {
        return new HttpServerOptions().setSsl(true).setUseAlpn(true).setKeyCertOptions(key());
    }

    private HttpServer serve(HttpServerOptions options) throws Exception {
        return vertx.createHttpServer(options)
                .connectionHandler(connections::add)
                .requestHandler(request -> {
                    request.response().exceptionHandler(_ -> {});
                    request.bodyHandler(_ -> arrived.add(request));
                })
                .listen(0, "127.0.0.1")
                .await(30, TimeUnit.SECONDS);
    }

    private Call ask(int port, Heard heard) throws Exception {
        CompletableFuture<Call> call = new CompletableFuture<>();
        loop.runOnContext(_ -> call.complete(asked(port, heard)));
        return call.get(5, TimeUnit.SECONDS);
    }

    private Call asked(int port, Heard heard) {
        return new WireProvider(vertx, ours, Asked.OPENAI)
                .ask(
                        Asked.outbound(true),
                        new Endpoint(
                                "openai",
                                URI.create("https://127.0.0.1:" + port + "/v1"),
                                Optional.of(_ -> "sk-fictitious-s3cret")),
                        heard);
    }
}
