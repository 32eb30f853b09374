package dev.avow.api;

import dev.avow.record.Ending;
import dev.avow.record.Use;
import dev.avow.restore.AnswerFacts;
import dev.avow.words.Fault;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How an answer ends: its use ends in the record first, then its caller is told. Once, whatever
 * ends it. On the request's event loop only.
 */
final class AnswerEnd {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerEnd.class);

    private final UseCourse use;
    private final UUID interactionId;
    private final Reply reply;
    private final HttpServerResponse response;
    private final Durability durability;
    private final Relay relay;

    /** Whether nothing more of the answer counts: it came to its end, or failed. */
    private boolean near;

    /** Why it failed; null where it did not, or where the provider answered with a refusal. */
    private @Nullable Fault failure;

    /** Whose end it is. */
    interface Relay {

        /** Runs something; whatever goes wrong in it is told. */
        void guarded(Runnable work);

        /** Asks for no more of the answer. */
        void cancel();

        /** Whether some of the answer was taken in pieces. */
        boolean hasBegunStream();

        /** Goes on with what is known of the stream, unless its use has ended by then. */
        void withFacts(Consumer<@Nullable AnswerFacts> next);
    }

    AnswerEnd(
            Context context,
            HttpServerResponse response,
            Reply reply,
            UUID interactionId,
            UseCourse course,
            Use use,
            Relay relay) {
        this.use = course;
        this.interactionId = interactionId;
        this.reply = reply;
        this.response = response;
        this.durability = Durability.of(context, use);
        this.relay = relay;
    }

    /** Whether the use has ended. */
    boolean isOver() {
        return use.over();
    }

    /** Whether nothing more of the answer counts. */
    boolean isNear() {
        return near || use.over();
    }

    boolean isFailed() {
        return failure != null;
    }

    /** What comes from now on does not count. */
    void comesNear() {
        near = true;
    }

    /** Ends the use. */
    void end(Ending.Status status, @Nullable AnswerFacts facts) {
        use.end(status, facts, failure, relay.hasBegunStream());
    }

    /** Goes on once the use is in the record. */
    void whenDurable(Runnable next) {
        durability.then(() -> relay.guarded(next), this::giveUp);
    }

    private void giveUp() {
        if (!use.over()) {
            failure = Durability.notInTime();
            relay.cancel();
            ended(failure, null);
        }
        reply.fault(Durability.notInTime());
    }

    /** Ends the use as failed, unless it has ended; of a stream what is known of it counts. */
    void fail(Fault fault) {
        if (use.over()) {
            return;
        }
        near = true;
        failure = fault;
        if (relay.hasBegunStream()) {
            relay.withFacts(facts -> ended(fault, facts));
        } else {
            ended(fault, null);
        }
    }

    /** Ends the use as failed. */
    void fail(Fault fault, @Nullable AnswerFacts facts) {
        near = true;
        failure = fault;
        ended(fault, facts);
    }

    private void ended(Fault fault, @Nullable AnswerFacts facts) {
        try {
            end(UseCourse.statusOf(fault), facts);
        } catch (RuntimeException bug) {
            // The next start records what stands open as interrupted, at its reservation.
            LOG.error(
                    "a use could not be ended by {} at {}",
                    bug.getClass().getName(),
                    Failures.place(bug));
            use.lost();
            tell(fault);
            return;
        }
        whenDurable(() -> tell(fault));
    }

    private void tell(Fault fault) {
        if (UseCourse.isWithheld(fault) && reply.isOpen() && !response.headWritten()) {
            reply.describe(interactionId, "block");
        }
        reply.fault(fault);
    }
}
