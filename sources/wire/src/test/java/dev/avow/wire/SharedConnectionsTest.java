package dev.avow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.wire.Between.Fate;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many connections are opened by HTTP/2, and who has a place on which. */
final class SharedConnectionsTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(30, TimeUnit.SECONDS);
    }

    @Test
    void ask_several_shareOneConnection() throws Exception {
        Upstream upstream = Upstream.over(vertx);
        Callers callers = Callers.over(vertx);
        for (int i = 0; i < 5; i++) {
            Heard heard = callers.ask(upstream.port());
            upstream.begun();
            assertThat(heard.next()).isEqualTo("event {}");
        }

        assertThat(upstream.connections()).hasSize(1);
    }

    /**
     * Each once opened a connection of its own, and none of them stood in time; then two at a time
     * did, and nobody else was let in before those stood.
     */
    @ParameterizedTest
    @ValueSource(longs = {100, 10})
    void ask_manyAtOnce_openAsManyConnectionsAsTheyFillAndUseThemAgain(long most) throws Exception {
        Upstream upstream = new Upstream(vertx, taking(most));
        Callers callers = Callers.patient(vertx, 100);
        for (int round = 0; round < 2; round++) {
            List<Heard> all = callers.askAtOnce(upstream.port(), 400);
            List<HttpServerResponse> begun = new ArrayList<>();
            for (Heard _ : all) {
                begun.add(upstream.begun());
            }
            for (Heard each : all) {
                assertThat(each.next()).isEqualTo("event {}");
            }
            CompletableFuture<Void> ended = new CompletableFuture<>();
            callers.onLoop(() ->
                    Future.all(begun.stream().map(Upstream::end).toList())
                            .onComplete(_ -> ended.complete(null)));
            ended.get(30, TimeUnit.SECONDS);
            for (Heard each : all) {
                assertThat(each.next()).isEqualTo("end");
            }
            Thread.sleep(500); // for the last frame of each
        }

        assertThat(upstream.connections())
                .hasSizeBetween((int) (400 / most), (int) (400 / most) + 16);
    }

    /** Who looked for a connection once waited for the one being opened, and for no other. */
    @Test
    void ask_whileAConnectionIsOpenedInVain_isLetInOnceAnotherHasRoom() throws Exception {
        Upstream upstream = Upstream.over(vertx);
        Callers callers = Callers.patient(vertx, 1);
        int port = onlyTheFirst(upstream.port());
        Heard first = callers.ask(port);
        HttpServerResponse begun = upstream.begun();
        assertThat(first.next()).isEqualTo("event {}");
        List<Heard> waiting = callers.askAtOnce(port, 3);
        Upstream.end(begun);
        for (Heard _ : waiting) {
            Upstream.end(upstream.begun());
        }

        for (Heard each : waiting) {
            assertThat(each.next()).isEqualTo("event {}");
        }
        assertThat(upstream.connections()).hasSize(1);
    }

    /** Connections stand, but from the second on nobody answers on them. */
    private int onlyTheFirst(int port) throws Exception {
        AtomicBoolean taken = new AtomicBoolean();
        return Between.listen(
                vertx, port, () -> !taken.getAndSet(true), new AtomicReference<>(Fate.ALIVE));
    }

    @Test
    void ask_moreThanTheServerTakes_opensAnotherConnection() throws Exception {
        Upstream upstream = new Upstream(vertx, taking(2));
        Callers callers = Callers.over(vertx);
        for (int i = 0; i < 5; i++) {
            callers.ask(upstream.port());
            upstream.arrived();
        }

        assertThat(upstream.connections()).hasSize(3);
    }

    /** RFC 9113, section 6.5.2: it may for a while, and another connection would not help. */
    @Test
    void ask_serverThatTakesNothing_isUnreachableInTimeAndAskedForNoOtherConnection()
            throws Exception {
        Upstream upstream = new Upstream(vertx, taking(0));
        Callers callers =
                Callers.over(vertx, Callers.limits(Callers.sharing(100), Duration.ofSeconds(1)));
        List<Heard> all = callers.askAtOnce(upstream.port(), 3);

        for (Heard each : all) {
            assertThat(each.next()).startsWith("failed provider_unreachable");
        }
        assertThat(upstream.connections()).hasSize(1);
    }

    @Test
    void ask_serverThatTakesNothingYet_isSentOnceItDoes() throws Exception {
        Upstream upstream = new Upstream(vertx, taking(0));
        Callers callers = Callers.patient(vertx, 100);
        Heard heard = callers.ask(upstream.port());
        assertThat(heard.next(500)).isEqualTo("nothing");
        HttpConnection connection = upstream.connections().getFirst();
        connection.updateSettings(new Http2Settings().setMaxConcurrentStreams(1));
        upstream.begun();

        assertThat(heard.next()).isEqualTo("event {}");
        assertThat(upstream.connections()).hasSize(1);
    }

    /** What is given up before it leaves must give its place on the connection back. */
    @Test
    void cancel_beforeItIsSent_givesItsPlaceBack() throws Exception {
        Upstream upstream = Upstream.over(vertx);
        Callers callers = Callers.over(vertx, Callers.sharing(1));
        Heard first = callers.ask(upstream.port());
        Upstream.end(upstream.begun());
        first.next();
        assertThat(first.next()).isEqualTo("end");
        for (int i = 0; i < 3; i++) {
            callers.askInVain(upstream.port());
        }
        Thread.sleep(200);
        upstream.forget();
        Heard last = callers.ask(upstream.port());
        Upstream.end(upstream.begun());

        assertThat(last.next()).isEqualTo("event {}");
        assertThat(upstream.connections()).hasSize(1);
    }

    private static HttpServerOptions taking(long streams) {
        return Upstream.tls()
                .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(streams));
    }
}
