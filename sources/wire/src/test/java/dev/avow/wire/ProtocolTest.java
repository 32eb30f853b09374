package dev.avow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** By which protocol a server is asked: the one that it chooses in the TLS handshake. */
final class ProtocolTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(30, TimeUnit.SECONDS);
    }

    @Test
    void ask_manyAtAServerOfHttp11Alone_haveAConnectionEach() throws Exception {
        Upstream upstream = new Upstream(vertx, Upstream.tls().setUseAlpn(false));
        Callers.over(vertx).askAtOnce(upstream.port(), 4);
        for (int i = 0; i < 4; i++) {
            upstream.arrived();
        }

        // One told what the server speaks.
        assertThat(upstream.connections()).hasSize(5);
    }

    @Test
    void ask_serverOfHttp11Alone_isAskedByThat() throws Exception {
        Upstream upstream =
                new Upstream(vertx, Upstream.tls().setAlpnVersions(List.of(HttpVersion.HTTP_1_1)));
        Heard heard = Callers.over(vertx).ask(upstream.port());
        HttpServerRequest request = upstream.arrived();
        Upstream.end(Upstream.begin(request));

        assertThat(request.version()).isEqualTo(HttpVersion.HTTP_1_1);
        assertThat(heard.next()).isEqualTo("event {}");
        assertThat(heard.next()).isEqualTo("end");
    }

    @Test
    void ask_serverWithoutAlpn_isAskedByHttp11() throws Exception {
        Upstream upstream = new Upstream(vertx, Upstream.tls().setUseAlpn(false));
        Callers.over(vertx).ask(upstream.port());

        assertThat(upstream.arrived().version()).isEqualTo(HttpVersion.HTTP_1_1);
    }

    @Test
    void ask_sharingTurnedOff_hasConnectionsOfTheirOwn() throws Exception {
        Upstream upstream = Upstream.over(vertx);
        Callers callers = Callers.over(vertx, Sharing.NONE);
        callers.ask(upstream.port());
        callers.ask(upstream.port());

        assertThat(upstream.arrived().version()).isEqualTo(HttpVersion.HTTP_1_1);
        upstream.arrived();
        assertThat(upstream.connections()).hasSize(2);
    }

    @Test
    void ask_authorityThatNobodyKnows_isUnreachable() throws Exception {
        Callers strict =
                new Callers(
                        vertx,
                        new Connections(
                                vertx,
                                Callers.limits(Callers.sharing(100), Duration.ofSeconds(5)),
                                Optional.empty()));
        Heard heard = strict.ask(Upstream.over(vertx).port());

        assertThat(heard.next()).startsWith("failed provider_unreachable");
    }
}
