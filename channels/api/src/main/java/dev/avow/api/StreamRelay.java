package dev.avow.api;

import dev.avow.arrive.AnswerForm;
import dev.avow.ask.Call;
import dev.avow.mask.Masked;
import dev.avow.record.Ending;
import dev.avow.restore.AnswerFacts;
import dev.avow.restore.AnswerGuard;
import dev.avow.restore.SoundWatch;
import dev.avow.restore.StreamRestorer;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings an answer to its caller that comes in pieces, be they events or sound. On the request's
 * event loop only.
 */
final class StreamRelay {

    private final Journey journey;
    private final Context context;
    private final HttpServerResponse response;
    private final Reply reply;
    private final Sent sent;
    private final Masked masked;
    private final @Nullable AnswerGuard guard;
    private final UseCourse use;
    private final AnswerEnd end;
    private final Supplier<@Nullable Call> call;
    private final StreamSteps.Hearer hearer;
    private final Runnable overhead;
    private final Outflow out;
    private @Nullable StreamSteps steps;
    private @Nullable SoundWatch soundWatch;
    private @Nullable String sound;
    private long overdue = -1;

    /**
     * @param guard has policies judge the answer; null where none looks at answers
     * @param call what brings the pieces; null before it was begun
     * @param overhead tells the caller how long it took here
     */
    StreamRelay(
            Journey journey,
            Context context,
            HttpServerResponse response,
            Reply reply,
            Sent sent,
            Masked masked,
            @Nullable AnswerGuard guard,
            UseCourse use,
            AnswerEnd end,
            Supplier<@Nullable Call> call,
            StreamSteps.Hearer hearer,
            Runnable overhead) {
        this.journey = journey;
        this.context = context;
        this.response = response;
        this.reply = reply;
        this.sent = sent;
        this.masked = masked;
        this.guard = guard;
        this.use = use;
        this.end = end;
        this.call = call;
        this.hearer = hearer;
        this.overhead = overhead;
        this.out = new Outflow(response, call, end::whenDurable, this::head);
    }

    /** Made when the first event comes, since sound needs none. */
    private StreamSteps steps() {
        StreamSteps known = steps;
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
                        call,
                        hearer);
        steps = made;
        return made;
    }

    /** Whether anything was sent, or waits to be. */
    boolean hasBegun() {
        return out.begun();
    }

    void events(List<byte[]> documents) {
        steps().take(documents, step -> go(step, () -> {}));
    }

    private void go(StreamSteps.Step done, Runnable next) {
        if (end.isOver() || end.isFailed()) {
            return;
        }
        context.owner().cancelTimer(overdue);
        out.send(done.out());
        Fault fault = done.fault();
        if (fault != null) {
            cancel();
            end.fail(fault);
            return;
        }
        if (done.holds()) {
            overdue =
                    context.owner()
                            .setTimer(
                                    journey.holdBack().time().toMillis(),
                                    _ -> hearer.guarded(this::takeOverdue));
        }
        next.run();
    }

    private void cancel() {
        Call open = call.get();
        if (open != null) {
            open.cancel();
        }
    }

    private void takeOverdue() {
        if (!end.isNear()) {
            steps().overdue(step -> go(step, () -> {}));
        }
    }

    void sound(String mediaType, byte[] piece) {
        sound = mediaType;
        if (soundWatch == null) {
            soundWatch = new SoundWatch();
        }
        soundWatch.see(piece);
        out.send(Buffer.buffer(piece));
    }

    private void head() {
        overhead.run();
        if (sound == null) {
            reply.beginStream();
        } else {
            reply.beginSound(sound);
        }
    }

    /** After the last piece. */
    void finish() {
        if (sent.answerForm() == AnswerForm.SOUND) {
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
            end.end(Ending.Status.COMPLETED, facts);
            if (reply.isOpen()) {
                out.send(last);
                end.whenDurable(this::close);
            }
        });
    }

    private void endSound() {
        SoundWatch watch = soundWatch;
        if (watch == null) {
            end.fail(
                    Fault.of(
                            FaultCode.PROVIDER_INVALID_ANSWER,
                            "the provider's answer is empty; nothing was passed on"));
            return;
        }
        end.end(Ending.Status.COMPLETED, watch.facts());
        end.whenDurable(this::close);
    }

    private void close() {
        if (reply.isOpen()) {
            response.end();
        }
    }

    /** Goes on with what is known of the stream, unless its use has ended by then. */
    void withFacts(Consumer<@Nullable AnswerFacts> next) {
        steps().facts(known -> {
            if (!end.isOver()) {
                next.accept(known);
            }
        });
    }
}
