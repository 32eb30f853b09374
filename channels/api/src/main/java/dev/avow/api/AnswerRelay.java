package dev.avow.api;

import dev.avow.ask.AnswerSink;
import dev.avow.ask.Call;
import dev.avow.decide.Decision;
import dev.avow.mask.Masked;
import dev.avow.mask.Outbound;
import dev.avow.record.Ending;
import dev.avow.record.Recorder;
import dev.avow.record.Use;
import dev.avow.restore.AnswerFacts;
import dev.avow.restore.StreamRestorer;
import dev.avow.restore.WholeRestorer;
import dev.avow.words.Fault;
import dev.avow.words.FaultException;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Brings an answer to its caller: originals put back, and no byte of it released before its use is
 * in the record. On the request's event loop only.
 */
final class AnswerRelay implements AnswerSink {

    private static final long RECORD_PATIENCE_MILLIS = 10_000;
    private static final int MOST_PENDING = 256 << 10;
    private static final int LARGE = 128 << 10;
    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Journey journey;
    private final Context context;
    private final HttpServerResponse response;
    private final Reply reply;
    private final Preparer.Decided decided;
    private final Masked masked;
    private final Use use;
    private final long begun;
    private final StreamRestorer stream;
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>(2);
    private long asked;
    private long firstHeard;
    private @Nullable Call call;
    private @Nullable Buffer pending;
    private boolean streaming;
    private boolean released;
    private boolean over;

    AnswerRelay(
            Journey journey,
            Context context,
            HttpServerResponse response,
            Reply reply,
            Preparer.Decided decided,
            Masked masked,
            Use use,
            long begun) {
        this.journey = journey;
        this.context = context;
        this.response = response;
        this.reply = reply;
        this.decided = decided;
        this.masked = masked;
        this.use = use;
        this.begun = begun;
        this.stream = new StreamRestorer(journey.detector(), journey.budget(), masked.keepsake());
    }

    void start() {
        response.closeHandler(_ -> callerLeft());
        response.exceptionHandler(_ -> callerLeft());
        asked = System.nanoTime();
        call = journey.asking().ask(masked.outbound(), this);
    }

    private void callerLeft() {
        if (!over) {
            over = true;
            end(Ending.Status.CANCELLED, null);
            cancel();
        }
    }

    private void cancel() {
        Call open = call;
        if (open != null) {
            open.cancel();
        }
    }

    @Override
    public void whole(byte[] json) {
        heard();
        WholeRestorer restorer =
                new WholeRestorer(journey.detector(), journey.budget(), masked.keepsake());
        if (json.length > LARGE) {
            journey.blocking()
                    .execute(() -> {
                        Restored restored = restore(restorer, json);
                        context.runOnContext(_ -> answer(restored));
                    });
        } else {
            answer(restore(restorer, json));
        }
    }

    /** A restored answer, or why there is none. */
    private record Restored(
            @Nullable Buffer body, @Nullable AnswerFacts facts, @Nullable Fault fault) {}

    private Restored restore(WholeRestorer restorer, byte[] json) {
        try {
            byte[] restored = restorer.restore(json);
            if (wantsReceipt()) {
                restored = WholeRestorer.withReceipt(restored, receipt());
            }
            return new Restored(Buffer.buffer(restored), restorer.facts(), null);
        } catch (FaultException garbage) {
            return new Restored(null, null, garbage.fault());
        }
    }

    private void answer(Restored restored) {
        Buffer body = restored.body();
        if (over) {
            return;
        }
        if (body == null || restored.facts() == null) {
            failed(java.util.Objects.requireNonNull(restored.fault()));
            return;
        }
        over = true;
        end(Ending.Status.COMPLETED, restored.facts());
        whenDurable(() -> {
            overhead();
            reply.json(200, body);
        });
    }

    @Override
    public void events(List<byte[]> documents) {
        if (over) {
            return;
        }
        heard();
        Buffer out = Buffer.buffer(documents.size() * 256);
        try {
            for (byte[] document : documents) {
                for (byte[] shown : stream.restore(document)) {
                    out.appendString("data: ").appendBytes(shown).appendString("\n\n");
                }
            }
        } catch (FaultException garbage) {
            send(out);
            cancel();
            failed(garbage.fault());
            return;
        }
        send(out);
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
        reply.beginStream();
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
        if (over) {
            return;
        }
        over = true;
        Buffer last = Buffer.buffer(64);
        for (byte[] rest : stream.finish()) {
            last.appendBuffer(Reply.event(rest));
        }
        if (wantsReceipt()) {
            last.appendBuffer(Reply.event(stream.receiptEvent(receipt())));
        }
        last.appendBytes(DONE);
        end(Ending.Status.COMPLETED, stream.facts());
        send(last);
        whenDurable(this::close);
    }

    private void close() {
        if (reply.isOpen()) {
            response.end();
        }
    }

    @Override
    public void refused(int status, byte[] json) {
        if (over) {
            return;
        }
        heard();
        over = true;
        end(Ending.Status.FAILED, null);
        Buffer body;
        try {
            body =
                    Buffer.buffer(
                            new WholeRestorer(
                                            journey.detector(), journey.budget(), masked.keepsake())
                                    .restore(json));
        } catch (FaultException garbage) {
            whenDurable(() -> reply.fault(garbage.fault()));
            return;
        }
        whenDurable(() -> reply.json(status, body));
    }

    @Override
    public void failed(Fault fault) {
        if (over) {
            return;
        }
        over = true;
        end(Ending.Status.FAILED, streaming ? stream.facts() : null);
        whenDurable(() -> reply.fault(fault));
    }

    private void end(Ending.Status status, @Nullable AnswerFacts facts) {
        Decision decision = decided.decision();
        use.end(
                new Ending(
                        status,
                        facts == null ? null : decided.keys().fingerprint(facts.sha256()),
                        facts == null || facts.classifications().isEmpty()
                                ? null
                                : Facts.classifications(
                                        decision.classified().classifications(),
                                        facts.classifications()),
                        facts == null ? null : facts.tokensIn(),
                        facts == null ? null : facts.tokensOut(),
                        millisSince(begun)));
    }

    /**
     * Goes on once the use is in the record, in the order of the calls; gives up, and says so,
     * where that takes too long.
     */
    private void whenDurable(Runnable next) {
        if (use.isDurable()) {
            recorded();
            next.run();
            return;
        }
        waiting.add(next);
        if (waiting.size() > 1) {
            return;
        }
        long timer = context.owner().setTimer(RECORD_PATIENCE_MILLIS, _ -> giveUp());
        CompletionStage<Void> _ =
                use.durable()
                        .whenComplete((_, _) ->
                                context.runOnContext(_ -> {
                                    context.owner().cancelTimer(timer);
                                    recorded();
                                }));
    }

    private void recorded() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    private void giveUp() {
        waiting.clear();
        over = true;
        cancel();
        reply.fault(Recorder.unavailable());
    }

    private boolean wantsReceipt() {
        return decided.decision().classified().admitted().arrived().head().wantsFullReceipt();
    }

    private byte[] receipt() {
        Outbound outbound = masked.outbound();
        return Facts.receipt(
                decided.decision().classified().admitted().interactionId(),
                decided.decision(),
                outbound.promptAsItLeaves());
    }

    private void heard() {
        if (firstHeard == 0) {
            firstHeard = System.nanoTime();
        }
    }

    private void overhead() {
        reply.overhead((asked - begun) + (System.nanoTime() - firstHeard));
    }

    static int millisSince(long nanos) {
        return (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - nanos) / 1_000_000);
    }
}
