package dev.avow.ask;

import dev.avow.mask.Outbound;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All tries for one request: its stops one after the other, then again after a pause, until one
 * answers or nothing is left to try. Another try is made only where the one before cannot have been
 * served, or once where the request's route allows it; never after some of an answer has reached
 * the caller.
 *
 * <p>On the event loop of whoever asks; {@link #cancel}, {@link #pause} and {@link #resume} from
 * any thread.
 */
final class Attempts implements Call, Attempt.Ended {

    /** Asks a provider once. */
    interface Once {

        Call ask(Outbound outbound, AnswerSink sink);
    }

    /** A stop, and what is known of it. */
    private static final class Stop {
        private final Outbound outbound;
        private final Line line;
        private long notBefore;
        private boolean useless;

        Stop(Outbound outbound, Line line, long now) {
            this.outbound = outbound;
            this.line = line;
            this.notBefore = now;
        }
    }

    private final Once once;
    private final Loop loop;
    private final Persistence persistence;
    private final DoubleSupplier chance;
    private final AnswerSink sink;
    private final boolean repeatsInDoubt;
    private final List<Stop> stops;
    private int round = 1;
    private int next;
    private int doubts;
    private @Nullable Stop current;
    private @Nullable Attempt attempt;
    private volatile @Nullable Call call;
    private Runnable timer = () -> {};
    private Runnable whole = () -> {};
    private Attempt.@Nullable Failure told;
    private @Nullable Destination toldAt;
    private volatile boolean over;

    Attempts(
            Once once,
            Lines lines,
            Loop loop,
            Persistence persistence,
            DoubleSupplier chance,
            Outbound outbound,
            AnswerSink sink) {
        this.once = once;
        this.loop = loop;
        this.persistence = persistence;
        this.chance = chance;
        this.sink = sink;
        this.repeatsInDoubt = outbound.repeatsInDoubt();
        long now = System.nanoTime();
        this.stops = new ArrayList<>(1 + outbound.alternatives().size());
        stops.add(stop(outbound, lines, now));
        outbound.alternatives().forEach(each -> stops.add(stop(each, lines, now)));
    }

    private static Stop stop(Outbound outbound, Lines lines, long now) {
        return new Stop(outbound, lines.to(outbound.destination().providerId()), now);
    }

    void begin() {
        whole = loop.after(persistence.whole(), this::tookTooLong);
        go();
    }

    /** The next stop that is of use; a new round where this one is through. */
    private void go() {
        if (over) {
            return;
        }
        while (next < stops.size() && stops.get(next).useless) {
            next++;
        }
        if (next < stops.size()) {
            Stop stop = stops.get(next++);
            at(stop.notBefore - System.nanoTime(), () -> enter(stop, persistence.queue()));
        } else if (round < persistence.rounds() && stops.stream().anyMatch(each -> !each.useless)) {
            round++;
            next = 0;
            at(persistence.before(round, chance).toNanos(), this::go);
        } else {
            tell();
        }
    }

    private void at(long nanos, Runnable step) {
        if (nanos <= 0) {
            step.run();
        } else {
            timer =
                    loop.after(
                            Duration.ofNanos(nanos),
                            () -> {
                                if (!over) {
                                    step.run();
                                }
                            });
        }
    }

    /** Waits for a turn only where nobody else is left to be asked in this round. */
    private void enter(Stop stop, Duration patience) {
        boolean waits = patience.isPositive() && isLastOfRound();
        Waiter waiter = new Waiter(stop, System.nanoTime() + patience.toNanos());
        switch (stop.line.enter(waits ? waiter : null)) {
            case Line.Entry.Free _ -> ask(stop);
            case Line.Entry.Shut shut -> {
                stop.line.next();
                skip(stop, unavailable(), seconds(shut.remainingNanos()));
            }
            case Line.Entry.Full _ -> {
                if (waits) {
                    timer = loop.after(patience, waiter::giveUp);
                } else {
                    skip(stop, busy(), 1);
                }
            }
        }
    }

    /** Somebody who waits for a turn; it comes on any thread, and once. */
    private final class Waiter implements Runnable {
        private final Stop stop;
        private final long until;
        private boolean done;

        Waiter(Stop stop, long until) {
            this.stop = stop;
            this.until = until;
        }

        @Override
        public void run() {
            loop.run(this::turn);
        }

        private void turn() {
            if (done || over) {
                stop.line.next();
                return;
            }
            done = true;
            timer.run();
            enter(stop, Duration.ofNanos(Math.max(0, until - System.nanoTime())));
        }

        void giveUp() {
            if (!done && !over) {
                done = true;
                stop.line.giveUp(this);
                stop.useless = true;
                skip(stop, busy(), 1);
            }
        }
    }

    private boolean isLastOfRound() {
        return stops.subList(next, stops.size()).stream().allMatch(each -> each.useless);
    }

    private void ask(Stop stop) {
        Attempt mine = new Attempt(stop.outbound.destination(), sink, this);
        current = stop;
        attempt = mine;
        sink.asking(mine.destination());
        Call asked;
        try {
            asked = once.ask(stop.outbound, mine);
        } catch (RuntimeException bug) {
            mine.drop();
            left(Line.Outcome.UNKNOWN, null);
            finish();
            throw bug;
        }
        // It may have ended meanwhile, and another may have taken its place.
        if (attempt == mine) {
            call = asked;
            if (over) {
                asked.cancel();
            }
        }
    }

    @Override
    public void answered(Attempt ended) {
        left(Line.Outcome.WORKED, null);
        finish();
    }

    @Override
    public void failed(Attempt ended, Attempt.Failure failure, boolean begun) {
        Stop stop = java.util.Objects.requireNonNull(current);
        Call open = call;
        if (open != null) {
            // What was taken for a failure may still be sending.
            open.cancel();
        }
        left(Verdict.seen(failure), Verdict.named(failure));
        note(ended.destination(), failure);
        switch (Verdict.of(failure, begun)) {
            case AGAIN -> {
                patience(stop, failure);
                go();
            }
            case ELSEWHERE -> {
                stop.useless = true;
                go();
            }
            case IN_DOUBT -> {
                if (repeatsInDoubt && doubts == 0 && hasMore()) {
                    doubts++;
                    sink.abandoned(ended.destination());
                    go();
                } else {
                    finalWord(ended.destination(), failure);
                }
            }
            case FINAL -> finalWord(ended.destination(), failure);
        }
    }

    private boolean hasMore() {
        return stops.stream().skip(next).anyMatch(each -> !each.useless)
                || (round < persistence.rounds() && stops.stream().anyMatch(each -> !each.useless));
    }

    private void skip(Stop stop, Fault fault, int retryAfter) {
        Attempt.Failure failure = new Attempt.Failure.Failed(fault, 0, retryAfter);
        note(stop.outbound.destination(), failure);
        if (Verdict.of(failure, false) == Verdict.ELSEWHERE) {
            stop.useless = true;
        }
        go();
    }

    /** What a provider said weighs more than that another one cannot take the request at all. */
    private void note(Destination at, Attempt.Failure failure) {
        if (told == null || Verdict.isUpstream(failure)) {
            told = failure;
            toldAt = at;
        }
    }

    /** A provider that asks for more patience than there is is not asked again. */
    private void patience(Stop stop, Attempt.Failure failure) {
        Integer seconds =
                switch (failure) {
                    case Attempt.Failure.Refused refused -> refused.retryAfter();
                    case Attempt.Failure.Failed failed -> failed.retryAfter();
                };
        if (seconds != null) {
            Duration wanted = Duration.ofSeconds(seconds);
            if (wanted.compareTo(persistence.longestPause()) > 0) {
                stop.useless = true;
            } else {
                stop.notBefore = System.nanoTime() + wanted.toNanos();
            }
        }
    }

    private void finalWord(Destination at, Attempt.Failure failure) {
        told = failure;
        toldAt = at;
        tell();
    }

    private void tell() {
        Attempt.Failure failure = java.util.Objects.requireNonNull(told);
        finish();
        sink.asking(java.util.Objects.requireNonNull(toldAt));
        failure.tell(sink);
    }

    private void tookTooLong() {
        if (over) {
            return;
        }
        Call open = call;
        Attempt under = attempt;
        Destination at =
                under == null ? stops.getFirst().outbound.destination() : under.destination();
        Fault fault =
                Fault.of(
                        FaultCode.PROVIDER_TIMEOUT,
                        "the request with all its tries took longer than "
                                + persistence.whole().toMillis()
                                + " ms (AVOW_PROVIDER_WHOLE_TIMEOUT_MS)");
        if (under != null) {
            under.drop();
        }
        left(Line.Outcome.FAILED, current == null ? null : fault.code().id());
        finish();
        if (open != null) {
            open.cancel();
        }
        sink.asking(at);
        sink.failed(fault);
    }

    private void left(Line.Outcome outcome, @Nullable String failureCode) {
        Stop stop = current;
        if (stop != null) {
            current = null;
            attempt = null;
            call = null;
            stop.line.leave(outcome, failureCode);
        }
    }

    private void finish() {
        over = true;
        timer.run();
        whole.run();
    }

    @Override
    public void cancel() {
        over = true;
        Call open = call;
        if (open != null) {
            open.cancel();
        }
        loop.run(() -> {
            Attempt under = attempt;
            if (under != null) {
                under.drop();
            }
            left(Line.Outcome.UNKNOWN, null);
            finish();
        });
    }

    @Override
    public void pause() {
        Call open = call;
        if (open != null) {
            open.pause();
        }
    }

    @Override
    public void resume() {
        Call open = call;
        if (open != null) {
            open.resume();
        }
    }

    private static int seconds(long nanos) {
        return Math.clamp((nanos + 999_999_999) / 1_000_000_000, 1, 86_400);
    }

    private static Fault unavailable() {
        return Fault.of(
                FaultCode.PROVIDER_UNAVAILABLE,
                "the provider failed several times in a row, so it is not asked for a while; see"
                        + " GET /api/v1/providers/health");
    }

    private static Fault busy() {
        return Fault.of(
                FaultCode.PROVIDER_BUSY,
                "the provider has as many requests as AVOW_PROVIDER_MAX_CONCURRENT allows; try"
                        + " again shortly");
    }
}
