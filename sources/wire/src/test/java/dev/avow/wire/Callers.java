package dev.avow.wire;

import dev.avow.ask.Call;
import dev.avow.ask.Endpoint;
import dev.avow.testing.TestCertificate;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Those who ask a provider in a test, on one event loop and over the same connections. */
final class Callers {

    static final String KEY = "sk-fictitious-s3cret";

    static final int WINDOW = 65_536;

    private final Vertx vertx;
    private final Context loop;
    private final Connections connections;

    Callers(Vertx vertx, Connections connections) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.connections = connections;
    }

    /** They share connections, and trust the servers of tests. */
    static Callers over(Vertx vertx) throws Exception {
        return over(vertx, sharing(100));
    }

    static Callers over(Vertx vertx, Sharing sharing) throws Exception {
        return over(vertx, limits(sharing, Duration.ofSeconds(5)));
    }

    static Callers over(Vertx vertx, Limits limits) throws Exception {
        return new Callers(
                vertx,
                new Connections(
                        vertx, limits, Optional.of(Trust.also(TestCertificate.ofThisRun().pem()))));
    }

    /** They wait for as long as a busy machine takes. */
    static Callers patient(Vertx vertx, int calls) throws Exception {
        return patient(vertx, new Sharing(calls, WINDOW, Duration.ofMinutes(1)));
    }

    static Callers patient(Vertx vertx, Sharing sharing) throws Exception {
        Duration minute = Duration.ofMinutes(1);
        return over(vertx, new Limits(minute, minute, minute, 5_000_000, 100, sharing));
    }

    static Sharing sharing(int calls) {
        return new Sharing(calls, WINDOW, Duration.ofSeconds(5));
    }

    static Limits limits(Sharing sharing, Duration connect) {
        return new Limits(
                connect, Duration.ofSeconds(2), Duration.ofMillis(1_500), 5_000_000, 4, sharing);
    }

    Connections connections() {
        return connections;
    }

    /** Asks for a stream. */
    Heard ask(int port) throws Exception {
        Heard heard = new Heard();
        ask(port, heard);
        return heard;
    }

    Call ask(int port, Heard heard) throws Exception {
        CompletableFuture<Call> call = new CompletableFuture<>();
        onLoop(() -> call.complete(asked(port, heard)));
        return call.get(30, TimeUnit.SECONDS);
    }

    /** Before any of them is let in. */
    List<Heard> askAtOnce(int port, int requests) {
        List<Heard> all = Stream.generate(Heard::new).limit(requests).toList();
        onLoop(() -> all.forEach(each -> asked(port, each)));
        return all;
    }

    /** Asks and changes their mind at once. */
    void askInVain(int port) throws Exception {
        CompletableFuture<Void> given = new CompletableFuture<>();
        onLoop(() -> {
            asked(port, new Heard()).cancel();
            given.complete(null);
        });
        given.get(30, TimeUnit.SECONDS);
    }

    void onLoop(Runnable what) {
        loop.runOnContext(_ -> what.run());
    }

    private Call asked(int port, Heard heard) {
        return new WireProvider(vertx, connections, Asked.OPENAI)
                .ask(
                        Asked.outbound(true),
                        new Endpoint(
                                "openai",
                                URI.create("https://127.0.0.1:" + port + "/v1"),
                                Optional.of(_ -> KEY)),
                        heard);
    }
}
