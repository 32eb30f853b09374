package dev.avow.api;

import dev.avow.admit.Outcome;
import dev.avow.admit.Reservation;
import dev.avow.arrive.AnswerForm;
import dev.avow.ask.AnswerSink;
import dev.avow.ask.Call;
import dev.avow.decide.AnswerDecider;
import dev.avow.decide.Decision;
import dev.avow.mask.Masked;
import dev.avow.mask.Outbound;
import dev.avow.mask.OwnValues;
import dev.avow.record.Ending;
import dev.avow.record.Platform;
import dev.avow.record.Recipient;
import dev.avow.record.Use;
import dev.avow.restore.AnswerFacts;
import dev.avow.restore.AnswerGuard;
import dev.avow.restore.PlainRestorer;
import dev.avow.restore.Refusal;
import dev.avow.restore.Shown;
import dev.avow.restore.SoundWatch;
import dev.avow.restore.StreamRestorer;
import dev.avow.restore.WholeRestorer;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Route;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings an answer to its caller: originals put back, and no byte of it released before its use is
 * in the record. On the request's event loop only.
 */
final class AnswerRelay implements AnswerSink {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerRelay.class);

    private static final int MOST_PENDING = 256 << 10;
    private static final int LARGE = 64 << 10;

    private final Journey journey;
    private final Context context;
    private final HttpServerResponse response;
    private final Reply reply;
    private final Preparer.Decided decided;
    private final Masked masked;
    private final Use use;
    private final Reservation reservation;
    private final long begun;
    private final @Nullable AnswerGuard guard;
    private final StreamRestorer stream;

    /** Where events are taken, one after another, if looking at them may wait; else null. */
    private final @Nullable InOrder steps;

    private final Durability durability;
    private long askedAt;
    private long firstHeard;
    private @Nullable Call call;
    private @Nullable Buffer pending;
    private long overdue = -1;

    /** All who were asked, in that order. */
    private final Set<Destination> asked = new LinkedHashSet<>(2);

    private final List<Destination> inDoubt = new ArrayList<>(1);

    /** Who is being asked, or was last. */
    private Destination at;

    private final SoundWatch soundWatch = new SoundWatch();
    private @Nullable String sound;
    private boolean streaming;
    private boolean released;

    /** Whether nothing more of the answer counts: it came to its end, or failed. */
    private boolean ending;

    /** Whether its use has ended. */
    private boolean over;

    /** Why it failed; null where it did not, or where the provider answered with a refusal. */
    private @Nullable Fault failure;

    AnswerRelay(
            Journey journey,
            Context context,
            HttpServerResponse response,
            Reply reply,
            Preparer.Decided decided,
            Masked masked,
            Use use,
            Reservation reservation,
            long begun) {
        this.journey = journey;
        this.context = context;
        this.response = response;
        this.reply = reply;
        this.decided = decided;
        this.masked = masked;
        this.use = use;
        this.reservation = reservation;
        this.begun = begun;
        this.at = masked.outbound().destination();
        this.durability = Durability.of(context, use);
        boolean waits = journey.classifiers().detectorsWait();
        this.guard = guard(waits);
        this.steps = waits && guard != null ? new InOrder(journey.blocking()) : null;
        this.stream =
                StreamRestorer.of(
                        route(),
                        decided.detector(),
                        journey.budget(),
                        masked.keepsake(),
                        waits ? new InOrder(journey.blocking()) : Runnable::run,
                        guard);
    }

    private @Nullable AnswerGuard guard(boolean waits) {
        AnswerDecider answers = decided.answers();
        return answers == null
                ? null
                : new AnswerGuard(
                        answers,
                        decided.detector(),
                        waits,
                        journey.budget(),
                        masked.keepsake(),
                        OwnValues.of(decided.decision().classified()),
                        decided.keys()::mac,
                        journey.holdBack());
    }

    void start() {
        response.closeHandler(_ -> callerLeft());
        response.exceptionHandler(_ -> callerLeft());
        askedAt = System.nanoTime();
        guarded(() -> call = journey.asking().ask(masked.outbound(), this));
    }

    /** Whatever goes wrong here ends the use and is told, without a word of content. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException bug) {
            broke(bug);
        }
    }

    /** As {@link #guarded}, for work away from the event loop. */
    private void aside(Runnable work) {
        journey.blocking()
                .execute(() -> {
                    try {
                        work.run();
                    } catch (RuntimeException bug) {
                        context.runOnContext(_ -> broke(bug));
                    }
                });
    }

    private void broke(RuntimeException bug) {
        LOG.error(
                "an answer failed by {} at {}", bug.getClass().getName(), ChatExchange.place(bug));
        cancel();
        Fault fault =
                bug instanceof FaultException told
                        ? told.fault()
                        : Fault.of(
                                FaultCode.INTERNAL, "something went wrong here; it is in the log");
        if (over) {
            reply.fault(fault); // its use has ended, its caller still waits
        } else {
            fail(fault);
        }
    }

    private void callerLeft() {
        if (!over) {
            guarded(() -> {
                end(Ending.Status.CANCELLED, null);
                cancel();
            });
        }
    }

    private void cancel() {
        Call open = call;
        if (open != null) {
            open.cancel();
        }
    }

    @Override
    public void asking(Destination destination) {
        at = destination;
        asked.add(destination);
    }

    @Override
    public void abandoned(Destination destination) {
        inDoubt.add(destination);
    }

    @Override
    public void turnedDown(int status, @Nullable Integer retryAfterSeconds) {
        if (retryAfterSeconds != null) {
            reply.retryAfter(retryAfterSeconds);
        }
    }

    @Override
    public void whole(byte[] json) {
        guarded(() -> takeWhole(json));
    }

    private void takeWhole(byte[] json) {
        heard();
        Whole whole = inOnePiece(json);
        if (json.length > LARGE || journey.classifiers().detectorsWait()) {
            aside(() -> {
                Restored restored = restored(whole);
                context.runOnContext(_ -> guarded(() -> answer(restored)));
            });
        } else {
            answer(restored(whole));
        }
    }

    /** A restored answer, or why there is none. */
    private record Restored(
            @Nullable Buffer body, @Nullable AnswerFacts facts, @Nullable Fault fault) {}

    /** How an answer in one piece is restored, and what is known of it then. */
    private record Whole(Supplier<byte[]> body, Supplier<AnswerFacts> facts) {}

    private Whole inOnePiece(byte[] body) {
        if (answerForm() == AnswerForm.TEXT) {
            PlainRestorer plain =
                    new PlainRestorer(
                            decided.detector(), journey.budget(), masked.keepsake(), guard);
            return new Whole(() -> plain.restore(body), plain::facts);
        }
        WholeRestorer json =
                new WholeRestorer(
                        route(), decided.detector(), journey.budget(), masked.keepsake(), guard);
        return new Whole(
                () -> {
                    byte[] restored = json.restore(body);
                    return wantsReceipt()
                            ? WholeRestorer.withReceipt(restored, receipt())
                            : restored;
                },
                json::facts);
    }

    private static Restored restored(Whole whole) {
        try {
            return new Restored(Buffer.buffer(whole.body().get()), whole.facts().get(), null);
        } catch (FaultException garbage) {
            Fault fault = garbage.fault();
            return new Restored(null, isWithheld(fault) ? whole.facts().get() : null, fault);
        }
    }

    private void answer(Restored restored) {
        Buffer body = restored.body();
        if (over) {
            return;
        }
        Fault fault = restored.fault();
        if (body == null || fault != null) {
            ending = true;
            failure = Objects.requireNonNull(fault);
            fail(failure, restored.facts());
            return;
        }
        end(Ending.Status.COMPLETED, restored.facts());
        whenDurable(() -> {
            overhead();
            if (answerForm() == AnswerForm.TEXT) {
                reply.text(body);
            } else {
                reply.json(200, body);
            }
        });
    }

    @Override
    public void events(List<byte[]> documents) {
        guarded(() -> takeEvents(documents));
    }

    private void takeEvents(List<byte[]> documents) {
        if (over || ending) {
            return;
        }
        heard();
        step(
                out -> {
                    for (byte[] document : documents) {
                        append(stream.restore(document), out);
                    }
                },
                _ -> {});
    }

    private static void append(List<Shown> all, Buffer out) {
        all.forEach(shown -> Events.append(out, shown.name(), shown.json()));
    }

    /** What is to be sent after a step, and why nothing more is, if so. */
    private record Step(Buffer out, boolean holds, @Nullable Fault fault) {}

    /** Has the restorer do something, elsewhere if it may wait, and sends what comes of it. */
    private void step(Consumer<Buffer> work, Consumer<Buffer> next) {
        if (steps == null) {
            go(worked(work), next);
            return;
        }
        Call open = call;
        if (open != null) {
            open.pause();
        }
        steps.execute(() -> {
            Step done = worked(work);
            context.runOnContext(_ ->
                    guarded(() -> {
                        if (open != null) {
                            open.resume();
                        }
                        go(done, next);
                    }));
        });
    }

    private Step worked(Consumer<Buffer> work) {
        Buffer out = Buffer.buffer(256);
        try {
            work.accept(out);
            return new Step(out, guard != null && stream.isHolding(), null);
        } catch (FaultException ended) {
            return new Step(out, false, ended.fault());
        }
    }

    private void go(Step done, Consumer<Buffer> next) {
        if (over || failure != null) {
            return;
        }
        context.owner().cancelTimer(overdue);
        send(done.out());
        Fault fault = done.fault();
        if (fault != null) {
            cancel();
            fail(fault);
            return;
        }
        if (done.holds()) {
            overdue =
                    context.owner()
                            .setTimer(
                                    journey.holdBack().time().toMillis(),
                                    _ -> guarded(this::takeOverdue));
        }
        next.accept(done.out());
    }

    private void takeOverdue() {
        if (!over && !ending) {
            step(out -> append(stream.overdue(), out), _ -> {});
        }
    }

    @Override
    public void sound(String mediaType, byte[] piece) {
        guarded(() -> {
            if (!over && !ending) {
                heard();
                sound = mediaType;
                soundWatch.see(piece);
                send(Buffer.buffer(piece));
            }
        });
    }

    private void send(Buffer out) {
        if (!streaming) {
            streaming = true;
            whenDurable(this::release);
        }
        if (released) {
            if (out.length() > 0) {
                response.write(out);
            }
            if (response.writeQueueFull() && call != null) {
                Call open = call;
                open.pause();
                response.drainHandler(_ -> open.resume());
            }
        } else {
            pending = pending == null ? out : pending.appendBuffer(out);
            if (pending.length() > MOST_PENDING && call != null) {
                call.pause();
            }
        }
    }

    private void release() {
        if (!reply.isOpen()) {
            return;
        }
        released = true;
        overhead();
        if (sound == null) {
            reply.beginStream();
        } else {
            reply.beginSound(sound);
        }
        Buffer waiting = pending;
        pending = null;
        if (waiting != null && waiting.length() > 0) {
            boolean wasPaused = waiting.length() > MOST_PENDING;
            response.write(waiting);
            if (wasPaused && call != null) {
                call.resume();
            }
        }
    }

    @Override
    public void end() {
        guarded(this::takeEnd);
    }

    private void takeEnd() {
        if (over || ending) {
            return;
        }
        ending = true;
        if (answerForm() == AnswerForm.SOUND) {
            endSound();
            return;
        }
        byte[] receipt = wantsReceipt() ? receipt() : null;
        step(out -> append(stream.finish(receipt), out), _ -> complete());
    }

    private void complete() {
        Buffer last = Buffer.buffer(64);
        Events.appendEnd(last, route());
        withFacts(facts -> {
            if (facts == null) {
                throw new IllegalStateException("the answer was not looked at to its end");
            }
            end(Ending.Status.COMPLETED, facts);
            if (reply.isOpen()) {
                send(last);
                whenDurable(this::close);
            }
        });
    }

    private void endSound() {
        if (sound == null) {
            fail(
                    Fault.of(
                            FaultCode.PROVIDER_INVALID_ANSWER,
                            "the provider's answer is empty; nothing was passed on"));
            return;
        }
        end(Ending.Status.COMPLETED, soundWatch.facts());
        whenDurable(this::close);
    }

    /**
     * Goes on with what is known of the stream, once all of it was scanned, unless its use has
     * ended by then; with null where it could not be.
     */
    private void withFacts(Consumer<@Nullable AnswerFacts> next) {
        if (steps != null) {
            steps.execute(() -> {
                try {
                    whenKnown(facts(), next);
                } catch (RuntimeException bug) {
                    context.runOnContext(_ -> broke(bug));
                }
            });
            return;
        }
        CompletableFuture<@Nullable AnswerFacts> facts = facts();
        if (facts.isDone()) {
            next.accept(facts.join());
        } else {
            whenKnown(facts, next);
        }
    }

    private CompletableFuture<@Nullable AnswerFacts> facts() {
        return stream.facts().<@Nullable AnswerFacts>handle((known, _) -> known);
    }

    private void whenKnown(
            CompletableFuture<@Nullable AnswerFacts> facts, Consumer<@Nullable AnswerFacts> next) {
        var _ =
                facts.thenAccept(known ->
                        context.runOnContext(_ ->
                                guarded(() -> {
                                    if (!over) {
                                        next.accept(known);
                                    }
                                })));
    }

    private void close() {
        if (reply.isOpen()) {
            response.end();
        }
    }

    @Override
    public void refused(int status, byte[] json) {
        guarded(() -> takeRefused(status, json));
    }

    private void takeRefused(int status, byte[] json) {
        heard();
        if (json.length + masked.outbound().body().length > LARGE
                || journey.classifiers().detectorsWait()) {
            aside(() -> {
                Restored shown = refusal(json);
                context.runOnContext(_ -> guarded(() -> refuse(status, shown)));
            });
        } else {
            refuse(status, refusal(json));
        }
    }

    private Restored refusal(byte[] json) {
        try {
            Refusal words = new Refusal(masked.outbound(), decided.detector(), journey.budget());
            return new Restored(Buffer.buffer(words.shown(json)), null, null);
        } catch (FaultException unfit) {
            return new Restored(null, null, unfit.fault());
        }
    }

    private void refuse(int status, Restored restored) {
        if (over) {
            return;
        }
        Buffer body = restored.body();
        if (body == null) {
            fail(Objects.requireNonNull(restored.fault()));
            return;
        }
        end(Ending.Status.FAILED, null);
        whenDurable(() -> reply.json(status, body));
    }

    @Override
    public void failed(Fault fault) {
        if (!ending) {
            fail(fault);
        }
    }

    private void fail(Fault fault) {
        if (over) {
            return;
        }
        ending = true;
        failure = fault;
        if (streaming) {
            withFacts(facts -> fail(fault, facts));
        } else {
            fail(fault, null);
        }
    }

    private void fail(Fault fault, @Nullable AnswerFacts facts) {
        try {
            end(statusOf(fault), facts);
        } catch (RuntimeException bug) {
            // The next start records what stands open as interrupted, at its reservation.
            LOG.error(
                    "a use could not be ended by {} at {}",
                    bug.getClass().getName(),
                    ChatExchange.place(bug));
            over = true;
            tell(fault);
            return;
        }
        whenDurable(() -> tell(fault));
    }

    private void tell(Fault fault) {
        if (isWithheld(fault) && reply.isOpen() && !response.headWritten()) {
            reply.describe(decided.decision().classified().admitted().interactionId(), "block");
        }
        reply.fault(fault);
    }

    /** Whether the answer came and was kept back here. */
    private static boolean isWithheld(Fault fault) {
        return statusOf(fault) != Ending.Status.FAILED;
    }

    private static Ending.Status statusOf(Fault fault) {
        return switch (fault.code()) {
            case POLICY_BLOCKED -> Ending.Status.BLOCKED;
            case CLASSIFICATION_INCOMPLETE -> Ending.Status.REFUSED;
            default -> Ending.Status.FAILED;
        };
    }

    /** Ends the use; what fails before leaves it to be ended otherwise. */
    private void end(Ending.Status status, @Nullable AnswerFacts facts) {
        Decision decision = decided.decision();
        use.end(
                new Ending(
                        status,
                        facts == null ? null : decided.keys().fingerprint(facts.sha256()),
                        facts == null
                                        || (facts.classifications().isEmpty()
                                                && facts.acted().isEmpty())
                                ? null
                                : Facts.classifications(
                                        decision.classified().classifications(), facts),
                        facts == null ? null : facts.tokensIn(),
                        facts == null ? null : facts.tokensOut(),
                        millisSince(begun),
                        reservation.settle(outcome(status, facts), at, inDoubt),
                        elsewhere(),
                        receivedBy()));
        over = true;
    }

    /** All who were asked, where that is more than whom the use was opened for. */
    private List<Recipient> receivedBy() {
        Destination opened = masked.outbound().destination();
        return asked.stream().allMatch(opened::equals)
                ? List.of()
                : Recipients.all(journey.recipients(), asked);
    }

    /** Who answered or failed last, where that is not whom the use was opened for. */
    private @Nullable Platform elsewhere() {
        return at.equals(masked.outbound().destination())
                ? null
                : new Platform(at.platformId(), at.model(), at.host());
    }

    /** What is known of what it came to. Of an answer that broke off the count is not known. */
    private Outcome outcome(Ending.Status status, @Nullable AnswerFacts facts) {
        return switch (status) {
            case COMPLETED -> facts == null ? Outcome.UNKNOWN : new Outcome.Counted(facts.usage());
            case CANCELLED -> Outcome.UNKNOWN;
            case FAILED ->
                    failure == null || !mayHaveServed(failure)
                            ? Outcome.NOT_SERVED
                            : Outcome.UNKNOWN;
            case BLOCKED, REFUSED ->
                    facts == null || streaming
                            ? Outcome.UNKNOWN
                            : new Outcome.Counted(facts.usage());
            case COACHED -> Outcome.NOT_SERVED;
        };
    }

    /**
     * False where it is known that the provider was not reached or answered with an error status.
     */
    private static boolean mayHaveServed(Fault fault) {
        return switch (fault.code()) {
            case PROVIDER_UNREACHABLE, PROVIDER_REFUSED, PROVIDER_BUSY, PROVIDER_UNAVAILABLE ->
                    false;
            default -> fault.code().kind() != FaultCode.Kind.CALLER;
        };
    }

    private void whenDurable(Runnable next) {
        durability.then(() -> guarded(next), this::giveUp);
    }

    private void giveUp() {
        if (!over) {
            failure = Durability.notInTime();
            cancel();
            fail(failure, null);
        }
        reply.fault(Durability.notInTime());
    }

    private AnswerForm answerForm() {
        return decided.decision().classified().admitted().arrived().answerForm();
    }

    private Route route() {
        return masked.outbound().route();
    }

    private boolean wantsReceipt() {
        return decided.decision().classified().admitted().arrived().head().wantsFullReceipt();
    }

    private byte[] receipt() {
        Outbound outbound = masked.outbound();
        return Facts.receipt(
                decided.decision().classified().admitted().interactionId(),
                decided.decision(),
                outbound.promptAsItLeaves(),
                Recipients.all(
                        journey.recipients(),
                        asked.isEmpty() ? Set.of(outbound.destination()) : asked));
    }

    private void heard() {
        if (firstHeard == 0) {
            firstHeard = System.nanoTime();
        }
    }

    private void overhead() {
        reply.overhead((askedAt - begun) + (System.nanoTime() - firstHeard));
    }

    static int millisSince(long nanos) {
        return (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - nanos) / 1_000_000);
    }
}
