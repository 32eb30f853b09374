package dev.avow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says it did not work on is told apart from what it may have. */
final class UnservedTest {

    private final Vertx vertx = Vertx.vertx();
    private Upstream upstream;
    private Callers callers;

    @AfterEach
    void close() throws Exception {
        vertx.close().await(30, TimeUnit.SECONDS);
    }

    @BeforeEach
    void connect() throws Exception {
        upstream = Upstream.over(vertx);
        callers = Callers.over(vertx);
    }

    /** RFC 9113, section 8.7: the one code by which a server says that it did nothing. */
    @ParameterizedTest
    @ValueSource(longs = {7, 2})
    void ask_streamReset_isUnreachableWhereItWasRefused(long code) throws Exception {
        Heard heard = callers.ask(upstream.port());
        upstream.arrived().response().reset(code);

        assertThat(heard.next())
                .startsWith(
                        code == 7 ? "failed provider_unreachable" : "failed provider_broke_off");
        assertThat(heard.next(100)).isEqualTo("nothing");
    }

    @Test
    void ask_resetInMidStream_isBrokenOff() throws Exception {
        Heard heard = callers.ask(upstream.port());
        HttpServerResponse begun = upstream.begun();
        assertThat(heard.next()).isEqualTo("event {}");
        begun.reset(7);

        assertThat(heard.next()).startsWith("failed provider_broke_off");
    }

    @Test
    @SuppressWarnings("deprecation") // nothing else names a last stream
    void goAway_served_goOn_theOthersAreUnreachableAndNewOnesGoElsewhere() throws Exception {
        Heard served = callers.ask(upstream.port());
        HttpServerRequest first = upstream.arrived();
        HttpServerResponse serving = Upstream.begin(first);
        assertThat(served.next()).isEqualTo("event {}");
        Heard unserved = callers.ask(upstream.port());
        upstream.arrived();
        first.connection().goAway(0, 1, Buffer.buffer());

        assertThat(unserved.next()).startsWith("failed provider_unreachable");
        Heard later = callers.ask(upstream.port());
        upstream.begun();
        assertThat(later.next()).isEqualTo("event {}");
        assertThat(upstream.connections()).hasSize(2);
        CompletableFuture<Void> closed = new CompletableFuture<>();
        first.connection().closeHandler(_ -> closed.complete(null));
        Upstream.end(serving);
        assertThat(served.next()).isEqualTo("end");
        closed.get(5, TimeUnit.SECONDS);
    }
}
