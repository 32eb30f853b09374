package dev.avow.api;

import dev.avow.arrive.AnswerForm;
import dev.avow.mask.Masked;
import dev.avow.restore.AnswerFacts;
import dev.avow.restore.AnswerGuard;
import dev.avow.restore.PlainRestorer;
import dev.avow.restore.Refusal;
import dev.avow.restore.WholeRestorer;
import dev.avow.words.Fault;
import dev.avow.words.FaultException;
import io.vertx.core.buffer.Buffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Restores answers that come in one piece, and refusals. May take long; on any thread. */
final class OnePiece {

    private final Journey journey;
    private final Sent sent;
    private final Masked masked;
    private final @Nullable AnswerGuard guard;
    private final Supplier<byte @Nullable []> receipt;

    /**
     * @param guard has policies judge the answer; null where none looks at answers
     * @param receipt what goes with a JSON answer; null where nothing was asked for
     */
    OnePiece(
            Journey journey,
            Sent sent,
            Masked masked,
            @Nullable AnswerGuard guard,
            Supplier<byte @Nullable []> receipt) {
        this.journey = journey;
        this.sent = sent;
        this.masked = masked;
        this.guard = guard;
        this.receipt = receipt;
    }

    /**
     * A restored answer, or why there is none.
     *
     * @param body null where there is a fault
     * @param facts what is known of the answer; null where it was not looked at to its end
     */
    record Restored(@Nullable Buffer body, @Nullable AnswerFacts facts, @Nullable Fault fault) {}

    Restored answer(byte[] body) {
        return sent.answerForm() == AnswerForm.TEXT ? plain(body) : json(body);
    }

    private Restored plain(byte[] body) {
        PlainRestorer restorer =
                new PlainRestorer(sent.detector(), journey.budget(), masked.keepsake(), guard);
        return restored(() -> restorer.restore(body), restorer::facts);
    }

    private Restored json(byte[] body) {
        WholeRestorer restorer =
                new WholeRestorer(
                        masked.outbound().route(),
                        sent.detector(),
                        journey.budget(),
                        masked.keepsake(),
                        guard);
        return restored(
                () -> {
                    byte[] restored = restorer.restore(body);
                    byte[] with = receipt.get();
                    return with == null ? restored : WholeRestorer.withReceipt(restored, with);
                },
                restorer::facts);
    }

    private static Restored restored(Supplier<byte[]> body, Supplier<AnswerFacts> facts) {
        try {
            return new Restored(Buffer.buffer(body.get()), facts.get(), null);
        } catch (FaultException garbage) {
            Fault fault = garbage.fault();
            return new Restored(null, UseCourse.isWithheld(fault) ? facts.get() : null, fault);
        }
    }

    Restored refusal(byte[] json) {
        try {
            Refusal words = new Refusal(masked.outbound(), sent.detector(), journey.budget());
            return new Restored(Buffer.buffer(words.shown(json)), null, null);
        } catch (FaultException unfit) {
            return new Restored(null, null, unfit.fault());
        }
    }
}
