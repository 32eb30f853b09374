package dev.avow.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B8: a provider's key leaves with its request, and stays nowhere. */
final class UnindexedTest {

    private static final String VALUE = "Bearer " + Callers.KEY;

    /** RFC 7541, section 6.2.2: "authorization" (23 of the static table), without indexing. */
    private static final String FIELD = "\u000f\u0008" + (char) VALUE.length() + VALUE;

    private final Vertx vertx = Vertx.vertx();
    private Upstream upstream;
    private Heads heads;
    private Callers callers;

    @BeforeEach
    void connect() throws Exception {
        upstream = new Upstream(vertx, new HttpServerOptions());
        heads = new Heads(vertx, upstream.port());
        callers = Callers.over(vertx);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().await(30, TimeUnit.SECONDS);
    }

    @Test
    void ask_again_sendsTheWholeHeadAgain_B8() throws Exception {
        String first = asked();

        assertThat(first).contains(FIELD);
        assertThat(asked()).isEqualTo(first);
        assertThat(asked()).isEqualTo(first);
        assertThat(upstream.connections()).hasSize(1);
    }

    /** That once turned Netty's table on again. */
    @ParameterizedTest
    @ValueSource(longs = {100, 4_096, 65_536})
    void settings_thatSayHowLargeTheTableIs_changeNoHead_B8(long size) throws Exception {
        String first = asked();
        upstream.connections()
                .getFirst()
                .updateSettings(
                        new Http2Settings().setHeaderTableSize(size).setMaxConcurrentStreams(50))
                .await(30, TimeUnit.SECONDS);

        assertThat(asked()).isEqualTo(first);
        assertThat(asked()).isEqualTo(first);
        assertThat(upstream.connections()).hasSize(1);
    }

    /** Who asks from elsewhere has connections of Vert.x' own pool. */
    @Test
    void request_ofThePool_sendsTheWholeHeadAgain_B8() throws Exception {
        String first = askedByThePool();
        upstream.connections()
                .getFirst()
                .updateSettings(new Http2Settings().setHeaderTableSize(65_536))
                .await(30, TimeUnit.SECONDS);

        assertThat(first).contains(FIELD);
        assertThat(askedByThePool()).isEqualTo(first);
        assertThat(askedByThePool()).isEqualTo(first);
        assertThat(upstream.connections()).hasSize(1);
    }

    private String asked() throws Exception {
        Heard heard = callers.ask(heads.port());
        Upstream.end(upstream.begun());
        assertThat(heard.next()).isEqualTo("event {}");
        assertThat(heard.next()).isEqualTo("end");
        return head();
    }

    private String askedByThePool() throws Exception {
        callers.connections()
                .here()
                .request(
                        new RequestOptions()
                                .setHost("127.0.0.1")
                                .setPort(heads.port())
                                .setSsl(true)
                                .setURI("/v1/models")
                                .putHeader("Authorization", VALUE))
                .compose(HttpClientRequest::send);
        HttpServerRequest request = upstream.arrived();
        request.response().end("{}").await(30, TimeUnit.SECONDS);
        return head();
    }

    private String head() throws InterruptedException {
        return new String(heads.next(), ISO_8859_1);
    }
}
