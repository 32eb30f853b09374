package dev.avow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.ask.Call;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.StreamResetException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One call of several on a connection: what happens to it happens to it alone. */
final class SharedCallTest {

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

    @Test
    void cancel_oneOfTwo_leavesTheOtherAndTheConnection() throws Exception {
        Heard leaves = new Heard();
        Call call = callers.ask(upstream.port(), leaves);
        CompletableFuture<Throwable> reset = reset(upstream.arrived());
        Heard stays = callers.ask(upstream.port());
        HttpServerResponse staying = upstream.begun();
        assertThat(stays.next()).isEqualTo("event {}");
        call.cancel();

        assertThat(reset.get(5, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        StreamResetException.class,
                        cause -> assertThat(cause.getCode()).isEqualTo(8));
        Upstream.end(staying);
        assertThat(stays.next()).isEqualTo("end");
        assertThat(leaves.next(100)).isEqualTo("nothing");
        assertThat(upstream.connections()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ask_stalledStream_timesOutAlone(boolean begun) throws Exception {
        Heard stalled = callers.ask(upstream.port());
        HttpServerRequest request = upstream.arrived();
        CompletableFuture<Throwable> reset = reset(request);
        if (begun) {
            Upstream.begin(request);
            assertThat(stalled.next()).isEqualTo("event {}");
        }
        Heard other = callers.ask(upstream.port());
        HttpServerResponse alive = upstream.begun();
        long timer = vertx.setPeriodic(100, _ -> alive.write(Upstream.EVENT));

        assertThat(stalled.next()).startsWith("failed provider_timeout");
        assertThat(reset.get(5, TimeUnit.SECONDS)).isInstanceOf(StreamResetException.class);
        vertx.cancelTimer(timer);
        Upstream.end(alive);
        String last = other.next();
        while (last.equals("event {}")) {
            last = other.next();
        }
        assertThat(last).isEqualTo("end");
        assertThat(upstream.connections()).hasSize(1);
    }

    /** However much one does not take, it holds no more than its window, and stops nobody. */
    @Test
    void pause_slowCallers_holdTheirWindowsAndTheOthersGoOn() throws Exception {
        callers = Callers.over(vertx, Callers.sharing(4));
        for (int i = 0; i < 3; i++) {
            Heard slow = new Heard();
            Call call = callers.ask(upstream.port(), slow);
            HttpServerResponse response = upstream.begun();
            assertThat(slow.next()).isEqualTo("event {}");
            call.pause();
            CompletableFuture<Boolean> full = new CompletableFuture<>();
            callers.onLoop(() -> {
                for (int k = 0; k < 40; k++) {
                    response.write(": " + "x".repeat(4_000) + "\n\n");
                }
                vertx.setTimer(300, _ -> full.complete(response.writeQueueFull()));
            });
            assertThat(full.get(5, TimeUnit.SECONDS)).isTrue();
        }
        Heard quick = callers.ask(upstream.port());
        HttpServerResponse response = upstream.begun();
        for (int i = 0; i < 10; i++) {
            assertThat(quick.next()).isEqualTo("event {}");
            response.write(": " + "x".repeat(20_000) + "\n\n" + Upstream.EVENT);
        }
        assertThat(upstream.connections()).hasSize(1);
    }

    @Test
    void ask_hugeHead_failsAndTheNextIsAnswered() throws Exception {
        Heard heard = callers.ask(upstream.port());
        HttpServerResponse response = upstream.arrived().response();
        for (int i = 0; i < 100; i++) {
            response.putHeader("x-" + i, "x".repeat(1_000));
        }
        response.end("{}");

        assertThat(heard.next()).startsWith("failed provider_broke_off");
        Heard next = callers.ask(upstream.port());
        upstream.begun();
        assertThat(next.next()).isEqualTo("event {}");
    }

    private CompletableFuture<Throwable> reset(HttpServerRequest request) {
        CompletableFuture<Throwable> reset = new CompletableFuture<>();
        callers.onLoop(() -> request.response().exceptionHandler(reset::complete));
        return reset;
    }
}
