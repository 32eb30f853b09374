package dev.avow.api;

import dev.avow.admit.Reservation;
import dev.avow.arrive.AnswerForm;
import dev.avow.ask.AnswerSink;
import dev.avow.ask.Call;
import dev.avow.mask.Masked;
import dev.avow.record.Ending;
import dev.avow.record.Use;
import dev.avow.restore.AnswerFacts;
import dev.avow.restore.AnswerGuard;
import dev.avow.restore.SoundWatch;
import dev.avow.restore.StreamRestorer;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings an answer to its caller: originals put back, and no byte of it released before its use is
 * in the record. On the request's event loop only.
 */
final class AnswerRelay implements AnswerSink, StreamSteps.Hearer {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerRelay.class);

    private static final int LARGE = 64 << 10;

    private final Journey journey;
    private final Context context;
    private final HttpServerResponse response;
    private final Reply reply;
    private final Sent sent;
    private final Masked masked;
    private final UseCourse use;
    private final long begun;
    private final OnePiece onePiece;
    private final @Nullable AnswerGuard guard;
    private @Nullable StreamSteps streamSteps;
    private final Outflow out;
    private final Durability durability;
    private @Nullable SoundWatch soundWatch;
    private @Nullable String sound;
    private @Nullable Call call;
    private long askedAt;
    private long firstHeard;
    private long overdue = -1;

    /** Whether nothing more of the answer counts: it came to its end, or failed. */
    private boolean ending;

    /** Why it failed; null where it did not, or where the provider answered with a refusal. */
    private @Nullable Fault failure;

    AnswerRelay(
            Journey journey,
            Context context,
            HttpServerResponse response,
            Reply reply,
            Sent sent,
            Masked masked,
            Use use,
            Reservation reservation,
            long begun) {
        this.journey = journey;
        this.context = context;
        this.response = response;
        this.reply = reply;
        this.sent = sent;
        this.masked = masked;
        this.begun = begun;
        this.use = new UseCourse(journey, sent, masked, use, reservation, begun);
        this.durability = Durability.of(context, use);
        this.out = new Outflow(response, () -> call, this::whenDurable, this::head);
        this.guard = guard(journey.classifiers().detectorsWait());
        this.onePiece = new OnePiece(journey, sent, masked, guard, this.use::receipt);
    }

    private @Nullable AnswerGuard guard(boolean waits) {
        Sent.Guarded guarded = sent.guarded();
        return guarded == null
                ? null
                : new AnswerGuard(
                        guarded.decider(),
                        sent.detector(),
                        waits,
                        journey.budget(),
                        masked.keepsake(),
                        guarded.own(),
                        sent.keys()::mac,
                        journey.holdBack());
    }

    /** Made when the first of a stream comes, since most answers are none. */
    private StreamSteps steps() {
        StreamSteps known = streamSteps;
        if (known != null) {
            return known;
        }
        boolean waits = journey.classifiers().detectorsWait();
        StreamSteps made =
                new StreamSteps(
                        context,
                        StreamRestorer.of(
                                masked.outbound().route(),
                                sent.detector(),
                                journey.budget(),
                                masked.keepsake(),
                                waits ? new InOrder(journey.blocking()) : Runnable::run,
                                guard),
                        guard != null,
                        waits && guard != null ? new InOrder(journey.blocking()) : null,
                        () -> call,
                        this);
        streamSteps = made;
        return made;
    }

    void start() {
        reply.whenLeft(this::callerLeft);
        response.exceptionHandler(_ -> callerLeft());
        askedAt = System.nanoTime();
        guarded(() -> call = journey.asking().ask(masked.outbound(), this));
    }

    /** Whatever goes wrong here ends the use and is told, without a word of content. */
    @Override
    public void guarded(Runnable work) {
        try {
            work.run();
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

    @Override
    public void broke(RuntimeException bug) {
        LOG.error(
                "an answer failed by {} at {}", bug.getClass().getName(), ChatExchange.place(bug));
        cancel();
        Fault fault =
                bug instanceof FaultException told
                        ? told.fault()
                        : Fault.of(
                                FaultCode.INTERNAL, "something went wrong here; it is in the log");
        if (use.over()) {
            reply.fault(fault); // its use has ended, its caller still waits
        } else {
            fail(fault);
        }
    }

    private void callerLeft() {
        if (!use.over()) {
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
        use.asking(destination);
        reply.asked(destination);
    }

    @Override
    public void abandoned(Destination destination) {
        use.abandoned(destination);
    }

    @Override
    public void turnedDown(int status, @Nullable Integer retryAfterSeconds) {
        if (retryAfterSeconds != null) {
            reply.retryAfter(retryAfterSeconds);
        }
    }

    // In one piece

    @Override
    public void whole(byte[] json) {
        guarded(() -> {
            heard();
            restored(json.length, () -> onePiece.answer(json), this::answer);
        });
    }

    @Override
    public void refused(int status, byte[] json) {
        guarded(() -> {
            heard();
            restored(
                    json.length + masked.outbound().body().length,
                    () -> onePiece.refusal(json),
                    restored -> refuse(status, restored));
        });
    }

    private void restored(
            int bytes, Supplier<OnePiece.Restored> work, Consumer<OnePiece.Restored> next) {
        if (bytes > LARGE || journey.classifiers().detectorsWait()) {
            aside(() -> {
                OnePiece.Restored restored = work.get();
                context.runOnContext(_ -> guarded(() -> next.accept(restored)));
            });
        } else {
            next.accept(work.get());
        }
    }

    private void answer(OnePiece.Restored restored) {
        if (use.over()) {
            return;
        }
        Buffer body = restored.body();
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

    private void refuse(int status, OnePiece.Restored restored) {
        if (use.over()) {
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

    // In many

    @Override
    public void events(List<byte[]> documents) {
        guarded(() -> {
            if (!use.over() && !ending) {
                heard();
                steps().take(documents, step -> go(step, () -> {}));
            }
        });
    }

    private void go(StreamSteps.Step done, Runnable next) {
        if (use.over() || failure != null) {
            return;
        }
        context.owner().cancelTimer(overdue);
        out.send(done.out());
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
        next.run();
    }

    private void takeOverdue() {
        if (!use.over() && !ending) {
            steps().overdue(step -> go(step, () -> {}));
        }
    }

    @Override
    public void sound(String mediaType, byte[] piece) {
        guarded(() -> {
            if (!use.over() && !ending) {
                heard();
                sound = mediaType;
                if (soundWatch == null) {
                    soundWatch = new SoundWatch();
                }
                soundWatch.see(piece);
                out.send(Buffer.buffer(piece));
            }
        });
    }

    private void head() {
        overhead();
        if (sound == null) {
            reply.beginStream();
        } else {
            reply.beginSound(sound);
        }
    }

    @Override
    public void end() {
        guarded(this::takeEnd);
    }

    private void takeEnd() {
        if (use.over() || ending) {
            return;
        }
        ending = true;
        if (answerForm() == AnswerForm.SOUND) {
            endSound();
        } else {
            steps().finish(use.receipt(), step -> go(step, this::complete));
        }
    }

    private void complete() {
        Buffer last = Buffer.buffer(64);
        Events.appendEnd(last, masked.outbound().route());
        withFacts(facts -> {
            if (facts == null) {
                throw new IllegalStateException("the answer was not looked at to its end");
            }
            end(Ending.Status.COMPLETED, facts);
            if (reply.isOpen()) {
                out.send(last);
                whenDurable(this::close);
            }
        });
    }

    private void endSound() {
        SoundWatch watch = soundWatch;
        if (watch == null) {
            fail(
                    Fault.of(
                            FaultCode.PROVIDER_INVALID_ANSWER,
                            "the provider's answer is empty; nothing was passed on"));
            return;
        }
        end(Ending.Status.COMPLETED, watch.facts());
        whenDurable(this::close);
    }

    /** Goes on with what is known of the stream, unless its use has ended by then. */
    private void withFacts(Consumer<@Nullable AnswerFacts> next) {
        steps().facts(known -> {
            if (!use.over()) {
                next.accept(known);
            }
        });
    }

    private void close() {
        if (reply.isOpen()) {
            response.end();
        }
    }

    // Where it fails

    @Override
    public void failed(Fault fault) {
        if (!ending) {
            fail(fault);
        }
    }

    private void fail(Fault fault) {
        if (use.over()) {
            return;
        }
        ending = true;
        failure = fault;
        if (out.begun()) {
            withFacts(facts -> fail(fault, facts));
        } else {
            fail(fault, null);
        }
    }

    private void fail(Fault fault, @Nullable AnswerFacts facts) {
        try {
            end(UseCourse.statusOf(fault), facts);
        } catch (RuntimeException bug) {
            // The next start records what stands open as interrupted, at its reservation.
            LOG.error(
                    "a use could not be ended by {} at {}",
                    bug.getClass().getName(),
                    ChatExchange.place(bug));
            use.lost();
            tell(fault);
            return;
        }
        whenDurable(() -> tell(fault));
    }

    private void tell(Fault fault) {
        if (UseCourse.isWithheld(fault) && reply.isOpen() && !response.headWritten()) {
            reply.describe(sent.interactionId(), "block");
        }
        reply.fault(fault);
    }

    private void end(Ending.Status status, @Nullable AnswerFacts facts) {
        use.end(status, facts, failure, out.begun());
    }

    private void whenDurable(Runnable next) {
        durability.then(() -> guarded(next), this::giveUp);
    }

    private void giveUp() {
        if (!use.over()) {
            failure = Durability.notInTime();
            cancel();
            fail(failure, null);
        }
        reply.fault(Durability.notInTime());
    }

    private AnswerForm answerForm() {
        return sent.answerForm();
    }

    private void heard() {
        if (firstHeard == 0) {
            firstHeard = System.nanoTime();
        }
    }

    private void overhead() {
        reply.overhead((askedAt - begun) + (System.nanoTime() - firstHeard));
    }
}
