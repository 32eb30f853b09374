package dev.avow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.ask.Call;
import dev.avow.ask.Endpoint;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Route;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B8: a key that is exchanged for tokens has another one where the last was refused, once. */
final class UnauthorizedTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Limits LIMITS = new Limits(LONG, LONG, LONG, 5_000, 4, Sharing.NONE);

    private final Vertx vertx = Vertx.vertx();
    private final Tokens tokens = new Tokens();
    private final Heard heard = new Heard();
    private Upstream upstream;

    /** Shows {@code token-1} until it is refused, then the next. */
    private static final class Tokens implements KeyUse {

        private final AtomicInteger number = new AtomicInteger(1);
        private volatile boolean hasOthers = true;
        private volatile boolean fails;
        private volatile CompletableFuture<KeyUse> held = CompletableFuture.completedFuture(this);

        @Override
        public boolean waits() {
            return true;
        }

        @Override
        public CompletionStage<KeyUse> ready(String plaintextKey) {
            if (number.get() == 1) {
                return CompletableFuture.completedFuture(this);
            }
            return fails
                    ? CompletableFuture.failedFuture(
                            Fault.of(FaultCode.PROVIDER_UNREACHABLE, "nobody exchanges it")
                                    .asException())
                    : held;
        }

        @Override
        public Map<String, String> headers(
                String plaintextKey, String method, Supplier<URI> uri, byte[] body) {
            return Map.of("Authorization", "token-" + number);
        }

        @Override
        public boolean refused(String plaintextKey, Map<String, String> shown) {
            assertThat(shown).containsEntry("Authorization", "token-" + number);
            number.incrementAndGet();
            return hasOthers;
        }
    }

    @BeforeEach
    void listen() throws Exception {
        upstream = new Upstream(vertx, new HttpServerOptions());
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().await(30, TimeUnit.SECONDS);
    }

    private Call ask(boolean streamed) throws Exception {
        return ask(streamed, vertx.getOrCreateContext(), tokens, heard);
    }

    private Call ask(boolean streamed, Context loop, KeyUse tokens, Heard heard) throws Exception {
        Speech speech =
                new Speech(
                        "tokens",
                        "",
                        Set.of(Route.CHAT_COMPLETIONS),
                        "",
                        "",
                        tokens,
                        Map.of(),
                        Map.of());
        Connections connections = new Connections(vertx, LIMITS, Optional.empty());
        Endpoint endpoint =
                new Endpoint(
                        "tokens",
                        URI.create("http://127.0.0.1:" + upstream.port()),
                        Optional.of(_ -> "key"));
        CompletableFuture<Call> call = new CompletableFuture<>();
        loop.runOnContext(_ ->
                call.complete(
                        new WireProvider(vertx, connections, speech)
                                .ask(Asked.outbound(streamed), endpoint, heard)));
        return call.get(30, TimeUnit.SECONDS);
    }

    private HttpServerRequest arrived(String token) throws InterruptedException {
        HttpServerRequest request = upstream.arrived();
        assertThat(request.getHeader("Authorization")).isEqualTo(token);
        return request;
    }

    private void refuse(String token) throws InterruptedException {
        arrived(token).response().setStatusCode(401).end("{}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void token_refused_isAskedForOnceMoreAndTheAnswerComes(boolean streamed) throws Exception {
        Call _ = ask(streamed);
        refuse("token-1");
        HttpServerRequest again = arrived("token-2");
        assertThat(heard.next(100)).isEqualTo("nothing");

        if (streamed) {
            HttpServerResponse begun = Upstream.begin(again);
            assertThat(heard.next()).isEqualTo("event {}");
            var _ = Upstream.end(begun);
            assertThat(heard.next()).isEqualTo("end");
        } else {
            again.response().end("{}");
            assertThat(heard.next()).isEqualTo("whole {}");
        }
        assertThat(upstream.connections()).as("the connection is kept").hasSize(1);
    }

    @Test
    void token_refusedTwice_isNotAskedForAgain() throws Exception {
        Call _ = ask(true);
        refuse("token-1");
        refuse("token-2");

        assertThat(heard.next()).startsWith("failed provider_refused");
        assertThat(heard.next(200)).isEqualTo("nothing");
        assertThat(tokens.number).hasValue(2);
    }

    @Test
    void token_ofWhichThereIsNoOther_isToldToBeRefused() throws Exception {
        tokens.hasOthers = false;
        Call _ = ask(false);
        refuse("token-1");

        assertThat(heard.next()).startsWith("failed provider_refused");
    }

    @Test
    void token_thatNobodyGives_isToldAsThat() throws Exception {
        tokens.fails = true;
        Call _ = ask(false);
        refuse("token-1");

        assertThat(heard.next()).startsWith("failed provider_unreachable");
    }

    /** On one loop such keys once stood in a line, and others behind them. */
    @Test
    void token_thatIsAwaited_holdsUpNobodyElseOnTheLoop() throws Exception {
        Context loop = vertx.getOrCreateContext();
        Tokens slow = new Tokens();
        slow.number.incrementAndGet();
        slow.held = new CompletableFuture<>();
        Heard waits = new Heard();
        for (int i = 0; i < 30; i++) {
            Call _ = ask(false, loop, slow, waits);
        }

        Call _ = ask(false, loop, tokens, heard);
        arrived("token-1").response().end("{}");

        assertThat(heard.next()).isEqualTo("whole {}");
        assertThat(waits.next(100)).isEqualTo("nothing");
    }

    @Test
    void stream_thatHasBegun_isNeverAskedAnew() throws Exception {
        Call _ = ask(true);
        var _ = Upstream.begin(arrived("token-1")).reset();
        assertThat(heard.next()).startsWith("event");
        assertThat(heard.next()).startsWith("failed provider_broke_off");
        assertThat(tokens.number).hasValue(1);
    }

    @Test
    void caller_whoLeavesMeanwhile_isNotAskedFor() throws Exception {
        CompletableFuture<KeyUse> held = new CompletableFuture<>();
        tokens.held = held;
        Call call = ask(false);
        refuse("token-1");
        call.cancel();
        vertx.timer(200, TimeUnit.MILLISECONDS).await(30, TimeUnit.SECONDS);
        held.complete(tokens);

        assertThat(heard.next(300)).isEqualTo("nothing");
    }
}
