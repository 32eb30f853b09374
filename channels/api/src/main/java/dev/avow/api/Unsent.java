package dev.avow.api;

import dev.avow.arrive.DocumentReading;
import dev.avow.decide.Decision;
import dev.avow.record.Ending;
import dev.avow.record.Use;
import dev.avow.words.Charge;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.Optional;

/**
 * What is told and recorded of a request that does not leave, whatever its route.
 *
 * @param status how its use ends
 * @param fault what its caller hears
 */
record Unsent(Ending.Status status, Fault fault) {

    /** By a decision; empty where the request may leave. */
    static Optional<Unsent> by(Decision decision) {
        return switch (decision) {
            case Decision.Allow _, Decision.Mask _ -> Optional.empty();
            case Decision.Block block ->
                    of(Ending.Status.BLOCKED, FaultCode.POLICY_BLOCKED, block.message());
            case Decision.Coach coach ->
                    of(Ending.Status.COACHED, FaultCode.POLICY_COACH, coach.message());
            case Decision.Gap gap ->
                    of(Ending.Status.REFUSED, FaultCode.CLASSIFICATION_INCOMPLETE, why(gap));
        };
    }

    private static Optional<Unsent> of(Ending.Status status, FaultCode code, String message) {
        return Optional.of(new Unsent(status, Fault.of(code, message)));
    }

    private static String why(Decision.Gap gap) {
        return DocumentReading.isPartial(gap.classified().admitted().arrived())
                ? "a document in the request could not be read as a whole (locked, damaged, without"
                      + " text on some page, too long or too slow to read), so nothing of it left;"
                      + " send its text, or have AVOW_DOCUMENTS_UNREADABLE changed, or for a PDF"
                      + " AVOW_DOCUMENTS_PDF"
                : "the request could not be looked at as a whole, so nothing of it left; try again,"
                        + " or send less at once";
    }

    /**
     * Opens and ends its use; the caller must not hear of it before that is durable.
     *
     * @param begun by {@link System#nanoTime}
     */
    Use record(Journey journey, Preparer.Decided decided, long begun) {
        Use use =
                journey.recorder()
                        .open(
                                ChatExchange.opening(
                                        decided, Charge.NONE, journey.recipients().readers()));
        use.end(Ending.unanswered(status, UseCourse.millisSince(begun), Charge.NONE));
        journey.uses().ended(status.id());
        return use;
    }
}
