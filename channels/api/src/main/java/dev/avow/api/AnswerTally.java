package dev.avow.api;

import dev.avow.classify.Classification;
import dev.avow.record.Ending;
import dev.avow.restore.AnswerFacts;
import dev.avow.telemetry.Uses;
import dev.avow.words.Destination;
import dev.avow.words.FaultCode;
import dev.avow.words.Route;
import org.jspecify.annotations.Nullable;

/** What is counted of one answer, for operators. On the request's event loop only. */
final class AnswerTally {

    private final Uses uses;
    private final @Nullable Route route;
    private final long begun = System.nanoTime();
    private @Nullable String action;
    private @Nullable String provider;

    /**
     * @param route null for what is none of a model's
     */
    AnswerTally(Uses uses, @Nullable Route route) {
        this.uses = uses;
        this.route = route;
    }

    /**
     * A use has ended, now or, of a batch's line, when its answer is first fetched. For any thread.
     *
     * @param at who answered or failed
     * @param facts what is known of the answer; null where there is none
     */
    static void ended(
            Uses uses, Destination at, Ending.Status status, @Nullable AnswerFacts facts) {
        uses.ended(status.id());
        if (facts != null) {
            uses.tokens(uses.provider(at), at.model(), facts.tokensIn(), facts.tokensOut());
            for (Classification each : facts.classifications()) {
                uses.found(each.type(), "answer", each.count());
            }
        }
    }

    void decided(String how) {
        action = how;
    }

    void asked(Destination destination) {
        provider = uses.provider(destination);
        uses.asked(provider);
    }

    void refused(FaultCode code) {
        uses.refused(code);
    }

    void overhead(long nanos) {
        if (route != null) {
            uses.overhead(route, nanos);
        }
    }

    /** A stream begins. */
    void firstByte() {
        if (route != null) {
            uses.firstByte(route, System.nanoTime() - begun);
        }
    }

    /** The answer has ended, or its caller has left. */
    void over(int status) {
        uses.answered(route, status, action, provider, System.nanoTime() - begun);
    }
}
