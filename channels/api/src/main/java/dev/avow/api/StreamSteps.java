package dev.avow.api;

import dev.avow.ask.Call;
import dev.avow.restore.AnswerFacts;
import dev.avow.restore.Shown;
import dev.avow.restore.StreamRestorer;
import dev.avow.words.Fault;
import dev.avow.words.FaultException;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes a stream through its restorer, event by event: on the event loop, or, where looking at an
 * answer may wait, away from it and one after another, with the call paused meanwhile. What comes
 * of it is heard on the event loop.
 */
final class StreamSteps {

    private final Context context;
    private final StreamRestorer stream;
    private final boolean judged;
    private final @Nullable Executor elsewhere;
    private final Supplier<@Nullable Call> call;
    private final Hearer hearer;

    /** Who goes on with what comes of a step. */
    interface Hearer {

        /** Runs something; whatever goes wrong in it is told. */
        void guarded(Runnable work);

        /** Something went wrong away from the event loop. */
        void broke(RuntimeException bug);
    }

    /**
     * What comes of a step.
     *
     * @param out to be sent
     * @param holds whether something is held back that policies have to judge
     * @param fault why nothing follows; null where more may
     */
    record Step(Buffer out, boolean holds, @Nullable Fault fault) {}

    /**
     * @param judged whether policies judge the answer
     * @param elsewhere runs steps in order, where they may wait; null where they do not
     * @param call what is paused meanwhile; null before it was begun
     */
    StreamSteps(
            Context context,
            StreamRestorer stream,
            boolean judged,
            @Nullable Executor elsewhere,
            Supplier<@Nullable Call> call,
            Hearer hearer) {
        this.context = context;
        this.stream = stream;
        this.judged = judged;
        this.elsewhere = elsewhere;
        this.call = call;
        this.hearer = hearer;
    }

    void take(List<byte[]> documents, Consumer<Step> next) {
        step(
                out -> {
                    for (byte[] document : documents) {
                        append(stream.restore(document), out);
                    }
                },
                next);
    }

    /** After a while in which nothing came. */
    void overdue(Consumer<Step> next) {
        step(out -> append(stream.overdue(), out), next);
    }

    void finish(byte @Nullable [] receipt, Consumer<Step> next) {
        step(out -> append(stream.finish(receipt), out), next);
    }

    private static void append(List<Shown> all, Buffer out) {
        all.forEach(shown -> Events.append(out, shown.name(), shown.json()));
    }

    private void step(Consumer<Buffer> work, Consumer<Step> next) {
        if (elsewhere == null) {
            next.accept(worked(work));
            return;
        }
        Call open = call.get();
        if (open != null) {
            open.pause();
        }
        elsewhere.execute(() -> {
            Step done;
            try {
                done = worked(work);
            } catch (RuntimeException bug) {
                context.runOnContext(_ -> hearer.broke(bug));
                return;
            }
            context.runOnContext(_ ->
                    hearer.guarded(() -> {
                        if (open != null) {
                            open.resume();
                        }
                        next.accept(done);
                    }));
        });
    }

    private Step worked(Consumer<Buffer> work) {
        Buffer out = Buffer.buffer(256);
        try {
            work.accept(out);
            return new Step(out, judged && stream.isHolding(), null);
        } catch (FaultException ended) {
            return new Step(out, false, ended.fault());
        }
    }

    /**
     * Goes on with what is known of the stream, once all of it was scanned; with null where it
     * could not be.
     */
    void facts(Consumer<@Nullable AnswerFacts> next) {
        if (elsewhere != null) {
            elsewhere.execute(() -> {
                try {
                    later(known(), next);
                } catch (RuntimeException bug) {
                    context.runOnContext(_ -> hearer.broke(bug));
                }
            });
            return;
        }
        CompletableFuture<@Nullable AnswerFacts> facts = known();
        if (facts.isDone()) {
            next.accept(facts.join());
        } else {
            later(facts, next);
        }
    }

    private CompletableFuture<@Nullable AnswerFacts> known() {
        return stream.facts().<@Nullable AnswerFacts>handle((known, _) -> known);
    }

    private void later(
            CompletableFuture<@Nullable AnswerFacts> facts, Consumer<@Nullable AnswerFacts> next) {
        var _ =
                facts.thenAccept(known ->
                        context.runOnContext(_ -> hearer.guarded(() -> next.accept(known))));
    }
}
