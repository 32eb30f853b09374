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
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings an answer to its caller: originals put back, and no byte of it released before its use is
 * in the record. On the request's event loop only.
 */
final class AnswerRelay implements AnswerSink, StreamSteps.Hearer, AnswerEnd.Relay {

    private static final int LARGE = 64 << 10;

    private final Journey journey;
    private final Context context;
    private final HttpServerResponse response;
    private final Reply reply;
    private final Sent sent;
    private final Masked masked;
    private final UseCourse use;
    private final long begun;
    private final @Nullable AnswerGuard guard;
    private final OnePiece onePiece;
    private final AnswerEnd end;
    private @Nullable StreamRelay stream;
    private @Nullable Call call;
    private long askedAt;
    private long firstHeard;

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
        this.end =
                new AnswerEnd(context, response, reply, sent.interactionId(), this.use, use, this);
        this.guard = AnswerGuards.of(journey, sent, masked);
        this.onePiece = new OnePiece(journey, sent, masked, guard, this.use::receipt);
    }

    /** Made when the first piece of one comes, since most answers come whole. */
    private StreamRelay stream() {
        StreamRelay known = stream;
        if (known != null) {
            return known;
        }
        StreamRelay made =
                new StreamRelay(
                        journey,
                        context,
                        response,
                        reply,
                        sent,
                        masked,
                        guard,
                        use,
                        end,
                        () -> call,
                        this,
                        this::overhead);
        stream = made;
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
        cancel();
        Fault fault = Failures.told("an answer", bug);
        if (end.isOver()) {
            reply.fault(fault); // its use has ended, its caller still waits
        } else {
            end.fail(fault);
        }
    }

    private void callerLeft() {
        if (!end.isOver()) {
            guarded(() -> {
                end.end(Ending.Status.CANCELLED, null);
                cancel();
            });
        }
    }

    @Override
    public void cancel() {
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
        if (end.isOver()) {
            return;
        }
        Buffer body = restored.body();
        Fault fault = restored.fault();
        if (body == null || fault != null) {
            end.fail(Objects.requireNonNull(fault), restored.facts());
            return;
        }
        end.end(Ending.Status.COMPLETED, restored.facts());
        end.whenDurable(() -> {
            overhead();
            if (sent.answerForm() == AnswerForm.TEXT) {
                reply.text(body);
            } else {
                reply.json(200, body);
            }
        });
    }

    private void refuse(int status, OnePiece.Restored restored) {
        if (end.isOver()) {
            return;
        }
        Buffer body = restored.body();
        if (body == null) {
            end.fail(Objects.requireNonNull(restored.fault()));
            return;
        }
        end.end(Ending.Status.FAILED, null);
        end.whenDurable(() -> {
            overhead();
            reply.json(status, body);
        });
    }

    // In pieces

    @Override
    public void events(List<byte[]> documents) {
        guarded(() -> {
            if (!end.isNear()) {
                heard();
                stream().events(documents);
            }
        });
    }

    @Override
    public void sound(String mediaType, byte[] piece) {
        guarded(() -> {
            if (!end.isNear()) {
                heard();
                stream().sound(mediaType, piece);
            }
        });
    }

    @Override
    public void end() {
        guarded(() -> {
            if (!end.isNear()) {
                end.comesNear();
                stream().finish();
            }
        });
    }

    @Override
    public boolean hasBegunStream() {
        return stream != null && stream.hasBegun();
    }

    @Override
    public void withFacts(Consumer<@Nullable AnswerFacts> next) {
        stream().withFacts(next);
    }

    @Override
    public void failed(Fault fault) {
        if (!end.isNear()) {
            end.fail(fault);
        }
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
