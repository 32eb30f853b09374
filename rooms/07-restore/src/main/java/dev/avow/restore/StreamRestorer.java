package dev.avow.restore;

import dev.avow.detector.api.Detector;
import dev.avow.mask.Keepsake;
import dev.avow.words.Route;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Room 07 for a streamed answer. Every text of the stream is restored on its own, across events; at
 * most one possible pseudonym of it is held back, and comes out before the event that ends it.
 *
 * <p>For one answer; not safe for more than one thread.
 */
public sealed interface StreamRestorer permits ChatStream, TypedStream {

    /** One for answers of that route, and a detector that does not wait. */
    static StreamRestorer of(Route route, Detector detector, Duration budget, Keepsake keepsake) {
        return of(route, detector, budget, keepsake, Runnable::run);
    }

    /**
     * One for answers of that route.
     *
     * @param budget the time to look at all of an answer
     * @param scanning runs what it is given in the order given, one after another, where waiting is
     *     allowed
     */
    static StreamRestorer of(
            Route route, Detector detector, Duration budget, Keepsake keepsake, Executor scanning) {
        return of(route, detector, budget, keepsake, scanning, null);
    }

    /**
     * One for answers of that route, which policies judge.
     *
     * @param guard has policies judge the answer; null where none looks at answers
     */
    static StreamRestorer of(
            Route route,
            Detector detector,
            Duration budget,
            Keepsake keepsake,
            Executor scanning,
            @Nullable AnswerGuard guard) {
        AnswerWatch watch = new AnswerWatch(detector, budget.toNanos(), keepsake, scanning);
        return switch (route) {
            // Those but the first have no streams of events; nobody asks theirs.
            case CHAT_COMPLETIONS,
                    EMBEDDINGS,
                    COUNT_TOKENS,
                    IMAGE_GENERATIONS,
                    IMAGE_EDITS,
                    IMAGE_VARIATIONS,
                    SPEECH,
                    TRANSCRIPTIONS,
                    TRANSLATIONS,
                    RERANK ->
                    new ChatStream(watch, keepsake, guard);
            case RESPONSES -> new TypedStream(TypedEvents.RESPONSES, watch, keepsake, guard);
            case MESSAGES -> new TypedStream(TypedEvents.MESSAGES, watch, keepsake, guard);
        };
    }

    /**
     * Takes an event and gives the events to be shown for it: mostly itself, sometimes others
     * before.
     *
     * @throws dev.avow.words.FaultException where it is no JSON object, or where a policy or a
     *     failing detector ends the answer
     */
    List<Shown> restore(byte[] json);

    /** Whether something is held back until it is clear what it is. */
    boolean isHolding();

    /** What may be shown of that after {@link HoldBack#time()} in which nothing came. */
    List<Shown> overdue();

    /**
     * What is still to be shown once the stream has ended.
     *
     * @param receipt a JSON object to bring along; null for none
     */
    List<Shown> finish(byte @Nullable [] receipt);

    /** What is known of the answer, once it has ended and was scanned. */
    CompletableFuture<AnswerFacts> facts();
}
