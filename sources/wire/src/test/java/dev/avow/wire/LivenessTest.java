package dev.avow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.wire.Between.Fate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shared connection that died is found, and one that nobody uses is closed. */
final class LivenessTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.ALIVE);
    private Upstream upstream;
    private int port;

    @AfterEach
    void close() throws Exception {
        vertx.close().await(30, TimeUnit.SECONDS);
    }

    @BeforeEach
    void serve() throws Exception {
        upstream = Upstream.over(vertx);
        port = Between.listen(vertx, upstream.port(), () -> true, fate);
    }

    @Test
    void connection_closed_breaksOffWhatWasOnItAndTheNextHasAnother() throws Exception {
        Callers callers = Callers.over(vertx);
        Heard one = callers.ask(port);
        upstream.arrived();
        Heard two = callers.ask(port);
        HttpServerResponse begun = upstream.begun();
        assertThat(two.next()).isEqualTo("event {}");
        fate.set(Fate.CLOSED);
        begun.write(Upstream.EVENT);

        assertThat(one.next()).startsWith("failed provider_broke_off");
        assertThat(two.next()).startsWith("failed provider_broke_off");
        fate.set(Fate.ALIVE);
        Heard next = callers.ask(port);
        upstream.begun();
        assertThat(next.next()).isEqualTo("event {}");
    }

    /** Nothing is heard of it, not even that it closed, as where a router forgets a connection. */
    @Test
    void connection_thatDiedSilently_isFoundAndTheNextHasAnother() throws Exception {
        Callers callers =
                Callers.patient(vertx, new Sharing(100, Callers.WINDOW, Duration.ofMillis(200)));
        Heard heard = callers.ask(port);
        upstream.begun();
        assertThat(heard.next()).isEqualTo("event {}");
        fate.set(Fate.DEAD);

        assertThat(heard.next()).startsWith("failed provider_broke_off");
        fate.set(Fate.ALIVE);
        Heard next = callers.ask(port);
        upstream.begun();
        assertThat(next.next()).isEqualTo("event {}");
    }

    /** TLS stands, HTTP/2 was chosen, and then nothing. */
    @Test
    void ask_serverThatSaysNothingAfterTheHandshake_isUnreachableInTime() throws Exception {
        Callers callers =
                Callers.over(vertx, Callers.limits(Callers.sharing(100), Duration.ofSeconds(1)));
        try (SSLServerSocket mute = Mute.listen()) {
            Heard heard = callers.ask(mute.getLocalPort());

            assertThat(heard.next()).startsWith("failed provider_unreachable");
        }
    }

    @Test
    void connection_thatNobodyUses_isClosedAndTheNextHasAnother() throws Exception {
        Callers callers = keepingFor(Duration.ofMillis(300));
        Heard heard = callers.ask(upstream.port());
        HttpServerResponse begun = upstream.begun();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        upstream.connections().getFirst().closeHandler(closed::complete);
        Upstream.end(begun);
        assertThat(heard.next()).isEqualTo("event {}");
        assertThat(heard.next()).isEqualTo("end");
        closed.get(30, TimeUnit.SECONDS);
        Heard next = callers.ask(upstream.port());
        upstream.begun();

        assertThat(next.next()).isEqualTo("event {}");
        assertThat(upstream.connections()).hasSize(2);
    }

    /** However long ago it was given to a call. */
    @Test
    void connection_thatOneStillUses_isKept() throws Exception {
        Callers callers = keepingFor(Duration.ofMillis(300));
        Heard heard = callers.ask(port);
        HttpServerResponse begun = upstream.begun();
        assertThat(heard.next()).isEqualTo("event {}");
        Thread.sleep(800);
        Upstream.end(begun);

        assertThat(heard.next()).isEqualTo("end");
    }

    private Callers keepingFor(Duration kept) throws Exception {
        return Callers.over(vertx, new Sharing(100, Callers.WINDOW, Duration.ofMillis(100), kept));
    }
}
