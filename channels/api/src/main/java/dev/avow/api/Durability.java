package dev.avow.api;

import dev.avow.record.Use;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import io.vertx.core.Context;
import java.util.ArrayDeque;
import java.util.concurrent.CompletionStage;

/**
 * Holds back what may be shown only once its use is in the record, and lets it go in the order of
 * the calls. On one event loop only.
 */
final class Durability {

    private static final long PATIENCE_MILLIS = 10_000;

    private final Context context;
    private final Use use;
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>(2);
    private boolean gaveUp;

    private Durability(Context context, Use use) {
        this.context = context;
        this.use = use;
    }

    static Durability of(Context context, Use use) {
        return new Durability(context, use);
    }

    /** What a caller is told where the record took too long. The request itself may have left. */
    static Fault notInTime() {
        return Fault.of(
                FaultCode.RECORD_UNAVAILABLE,
                "this use could not be recorded in time, so its answer is not released; try again"
                        + " shortly");
    }

    /**
     * Goes on once the use is in the record.
     *
     * @param next what to do then
     * @param tooLate what to do, once, where that takes longer than ten seconds; nothing more
     *     follows
     */
    void then(Runnable next, Runnable tooLate) {
        if (gaveUp) {
            return;
        }
        if (use.isDurable()) {
            letGo();
            next.run();
            return;
        }
        waiting.add(next);
        if (waiting.size() > 1) {
            return;
        }
        long timer =
                context.owner()
                        .setTimer(
                                PATIENCE_MILLIS,
                                _ -> {
                                    gaveUp = true;
                                    waiting.clear();
                                    tooLate.run();
                                });
        CompletionStage<Void> _ =
                use.durable()
                        .whenComplete((_, _) ->
                                context.runOnContext(_ -> {
                                    context.owner().cancelTimer(timer);
                                    letGo();
                                }));
    }

    private void letGo() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }
}
