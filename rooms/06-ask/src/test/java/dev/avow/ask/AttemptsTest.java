package dev.avow.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.mask.Outbound;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is asked after whom, and when nobody is any more. */
class AttemptsTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final SteppedLoop loop = new SteppedLoop();
    private final Told told = new Told();
    private final Deque<Consumer<AnswerSink>> script = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();
    private Lines lines = Lines.unlimited();

    private static void answers(AnswerSink sink) {
        sink.whole("fine".getBytes(UTF_8));
    }

    private static void unreachable(AnswerSink sink) {
        sink.failed(Fault.of(FaultCode.PROVIDER_UNREACHABLE, "x"));
    }

    private static void timesOut(AnswerSink sink) {
        sink.failed(Fault.of(FaultCode.PROVIDER_TIMEOUT, "x"));
    }

    private static void silent(AnswerSink sink) {}

    private static Consumer<AnswerSink> refuses(int status, @Nullable Integer retryAfter) {
        return sink -> {
            sink.turnedDown(status, retryAfter);
            if (status < 500 && status != 401) {
                sink.refused(status, "{}".getBytes(UTF_8));
            } else {
                sink.failed(Fault.of(FaultCode.PROVIDER_REFUSED, "x"));
            }
        };
    }

    private static Persistence rounds(int rounds) {
        return new Persistence(
                rounds, Duration.ofMillis(200), Duration.ofSeconds(1), LONG, Duration.ofSeconds(2));
    }

    private Call once(Outbound outbound, AnswerSink sink) {
        asked.add(outbound.destination().platformId());
        String body = new String(outbound.body(), UTF_8);
        assertThat(body).contains("\"model\":\"" + outbound.destination().model() + "\"");
        Consumer<AnswerSink> next = script.poll();
        if (next == null) {
            throw new AssertionError("nobody should be asked any more");
        }
        next.accept(sink);
        return new Call() {
            @Override
            public void cancel() {
                cancelled.add(outbound.destination().platformId());
            }

            @Override
            public void pause() {}

            @Override
            public void resume() {}
        };
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // what is given is copied and no more
    private Attempts ask(Outbound outbound, Persistence persistence, Consumer<AnswerSink>... ways) {
        script.addAll(List.of(ways));
        return ask(outbound, persistence, told);
    }

    private Attempts ask(Outbound outbound, Persistence persistence, AnswerSink sink) {
        Attempts attempts =
                new Attempts(this::once, lines, loop, persistence, () -> 1, outbound, sink);
        attempts.begin();
        return attempts;
    }

    @Test
    void ask_firstAnswers_asksNobodyElse() {
        ask(Letter.to(false, "a", "b"), rounds(3), AttemptsTest::answers);

        assertThat(asked).containsExactly("a");
        assertThat(told.all).containsExactly("whole fine");
        assertThat(loop.waiting()).isZero();
    }

    @Test
    void ask_firstCannotBeReachedOrRefuses_goesOnAtOnceInOrder() {
        ask(
                Letter.to(false, "a", "b", "c", "d"),
                rounds(3),
                AttemptsTest::unreachable,
                refuses(503, null),
                refuses(429, 60),
                AttemptsTest::answers);

        assertThat(asked).containsExactly("a", "b", "c", "d");
        assertThat(told.all).containsExactly("whole fine");
        assertThat(told.at).isEqualTo("d");
    }

    @Test
    void ask_allRefuse_beginsAnewAfterPausesThatDouble() {
        ask(
                Letter.to(false, "a", "b"),
                rounds(3),
                refuses(500, null),
                AttemptsTest::unreachable,
                refuses(500, null),
                AttemptsTest::unreachable,
                refuses(500, null),
                refuses(502, null));
        loop.pass(LONG.dividedBy(2));

        assertThat(asked).containsExactly("a", "b", "a", "b", "a", "b");
        assertThat(loop.pauses)
                .containsExactly(LONG, Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(told.all)
                .containsExactly("status 502 retry after null", "failed provider_refused");
        assertThat(loop.waiting()).isZero();
    }

    @Test
    void ask_providerAsksForMorePatienceThanThereIs_isNotAskedAgainAndItsWishIsTold() {
        ask(Letter.to(false, "a"), rounds(3), refuses(429, 60));

        assertThat(asked).containsExactly("a");
        assertThat(told.all).containsExactly("status 429 retry after 60", "refused 429");
    }

    @Test
    void ask_providerAsksForALittlePatience_isWaitedFor() {
        ask(Letter.to(false, "a"), rounds(2), refuses(429, 1), AttemptsTest::answers);
        loop.pass(Duration.ofMillis(300));
        assertThat(asked).containsExactly("a");
        loop.pass(Duration.ofSeconds(1));

        assertThat(asked).containsExactly("a", "a");
        assertThat(told.all).containsExactly("whole fine");
    }

    @Test
    void ask_requestAtFault_isToldAtOnce() {
        ask(Letter.to(false, "a", "b"), rounds(3), refuses(400, null));

        assertThat(asked).containsExactly("a");
        assertThat(told.all).containsExactly("status 400 retry after null", "refused 400");
    }

    @Test
    void ask_keyRefused_goesElsewhereAndNeverBack() {
        ask(
                Letter.to(false, "a", "b"),
                rounds(2),
                refuses(401, null),
                refuses(503, null),
                refuses(503, null));
        loop.pass(LONG.dividedBy(2));

        assertThat(asked).containsExactly("a", "b", "b");
    }

    @Test
    void ask_mayHaveBeenServed_isNotRepeated() {
        ask(Letter.to(false, "a", "b"), rounds(3), AttemptsTest::timesOut);
        loop.pass(LONG.dividedBy(2));

        assertThat(asked).containsExactly("a");
        assertThat(told.all).containsExactly("failed provider_timeout");
    }

    @Test
    void ask_mayHaveBeenServedAndTheRouteAllows_isRepeatedOnceAndSaid() {
        ask(Letter.to(true, "a", "b"), rounds(3), AttemptsTest::timesOut, AttemptsTest::timesOut);
        loop.pass(LONG.dividedBy(2));

        assertThat(asked).containsExactly("a", "b");
        assertThat(told.all).containsExactly("abandoned a", "failed provider_timeout");
        assertThat(told.at).isEqualTo("b");
    }

    @Test
    void ask_someOfAStreamCame_isNeverRepeated() {
        ask(
                Letter.to(true, "a", "b"),
                rounds(3),
                sink -> {
                    sink.events(List.of("one".getBytes(UTF_8)));
                    sink.failed(Fault.of(FaultCode.PROVIDER_BROKE_OFF, "x"));
                });
        loop.pass(LONG.dividedBy(2));

        assertThat(asked).containsExactly("a");
        assertThat(told.all).containsExactly("event one", "failed provider_broke_off");
    }

    @Test
    void cancel_inAPause_asksNobodyAnyMore() {
        Attempts attempts = ask(Letter.to(false, "a"), rounds(3), AttemptsTest::unreachable);
        attempts.cancel();
        loop.pass(LONG.multipliedBy(2));

        assertThat(asked).containsExactly("a");
        assertThat(told.all).isEmpty();
        assertThat(loop.waiting()).isZero();
    }

    @Test
    void cancel_underWay_endsTheCallAndFreesItsPlace() {
        lines = new Lines(1, 0, Duration.ZERO, InstantSource.system());
        Outbound outbound = Letter.to(false, "a");
        Attempts attempts = ask(outbound, rounds(3), AttemptsTest::silent);
        assertThat(health(outbound).inFlight()).isEqualTo(1);
        attempts.cancel();
        loop.pass(Duration.ZERO);

        assertThat(cancelled).containsExactly("a");
        assertThat(health(outbound).inFlight()).isZero();
    }

    private ProviderHealth health(Outbound outbound) {
        return lines.health(outbound.destination().providerId());
    }

    @Test
    void ask_wholeTimeIsUp_endsIt() {
        ask(Letter.to(false, "a", "b"), rounds(3), AttemptsTest::silent);
        loop.pass(LONG);

        assertThat(cancelled).containsExactly("a");
        assertThat(told.all).containsExactly("failed provider_timeout");
        assertThat(loop.waiting()).isZero();
    }

    @Test
    void ask_providerIsFull_waitsForATurnAndTakesIt() {
        lines = new Lines(1, 0, Duration.ZERO, InstantSource.system());
        Outbound outbound = Letter.to(false, "a");
        Attempts first = ask(outbound, rounds(1), AttemptsTest::silent);
        ask(outbound, rounds(1), AttemptsTest::answers);
        assertThat(health(outbound).waiting()).isEqualTo(1);

        first.cancel();
        loop.pass(Duration.ofMillis(10));

        assertThat(asked).containsExactly("a", "a");
        assertThat(told.all).containsExactly("whole fine");
        assertThat(health(outbound).inFlight()).isZero();
    }

    @Test
    void ask_providerStaysFull_saysThatItIsBusy() {
        lines = new Lines(1, 0, Duration.ZERO, InstantSource.system());
        Outbound outbound = Letter.to(false, "a");
        ask(outbound, rounds(3), AttemptsTest::silent);
        ask(outbound, rounds(3), told);
        loop.pass(Duration.ofSeconds(2));

        assertThat(asked).containsExactly("a");
        assertThat(told.all).containsExactly("status 0 retry after 1", "failed provider_busy");
        assertThat(health(outbound).waiting()).isZero();
    }

    @Test
    void ask_providerIsFullAndAnotherIsThere_doesNotWait() {
        lines = new Lines(1, 0, Duration.ZERO, InstantSource.system());
        Outbound outbound = Letter.to(false, "a", "b");
        ask(outbound, rounds(1), AttemptsTest::silent, AttemptsTest::answers);
        ask(outbound, rounds(1), told);

        assertThat(asked).containsExactly("a", "b");
        assertThat(told.all).containsExactly("whole fine");
    }

    @Test
    void ask_breakerIsOpen_isNotAskedUntilItsTimeIsOver() {
        long[] now = {0};
        lines = new Lines(0, 2, Duration.ofSeconds(9), InstantSource.system(), () -> now[0]);
        Outbound outbound = Letter.to(false, "a");
        ask(outbound, rounds(1), AttemptsTest::unreachable);
        ask(outbound, rounds(1), AttemptsTest::timesOut);
        told.all.clear();
        ask(outbound, rounds(3), told);

        assertThat(asked).hasSize(2);
        assertThat(told.all)
                .containsExactly("status 0 retry after 9", "failed provider_unavailable");
        assertThat(health(outbound).breaker()).isEqualTo("open");
        assertThat(health(outbound).lastFailureCode()).isEqualTo("provider_timeout");

        now[0] = Duration.ofSeconds(9).toNanos();
        ask(outbound, rounds(1), AttemptsTest::answers);
        assertThat(health(outbound).breaker()).isEqualTo("closed");
        assertThat(health(outbound).lastSuccess()).isNotNull();
    }

    @Test
    void ask_anotherCannotTakeTheRequestAtAll_tellsWhatTheFirstSaid() {
        ask(
                Letter.to(false, "a", "b"),
                rounds(1),
                refuses(429, 5),
                sink -> sink.failed(Fault.of(FaultCode.INVALID_VALUE, "x", "logprobs")));

        assertThat(told.all).containsExactly("status 429 retry after 5", "refused 429");
        assertThat(told.at).isEqualTo("a");
    }
}
