package dev.avow.api;

import dev.avow.admit.Outcome;
import dev.avow.admit.Reservation;
import dev.avow.mask.Masked;
import dev.avow.mask.Outbound;
import dev.avow.record.Ending;
import dev.avow.record.Platform;
import dev.avow.record.Recipient;
import dev.avow.record.Use;
import dev.avow.restore.AnswerFacts;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The course of one use of a model: who was asked, and what it came to, for the record, the budget
 * and the receipt. On the request's event loop only.
 */
final class UseCourse {

    private final Journey journey;
    private final Sent sent;
    private final Masked masked;
    private final Use use;
    private final Reservation reservation;
    private final long begun;

    /** All who were asked, in that order. */
    private final Set<Destination> asked = new LinkedHashSet<>(2);

    private final List<Destination> inDoubt = new ArrayList<>(1);

    /** Who is being asked, or was last. */
    private Destination at;

    private boolean over;

    /**
     * @param begun when its request came, by the nanosecond clock
     */
    UseCourse(
            Journey journey,
            Sent sent,
            Masked masked,
            Use use,
            Reservation reservation,
            long begun) {
        this.journey = journey;
        this.sent = sent;
        this.masked = masked;
        this.use = use;
        this.reservation = reservation;
        this.begun = begun;
        this.at = masked.outbound().destination();
    }

    void asking(Destination destination) {
        at = destination;
        asked.add(destination);
    }

    /** It was asked, and may have worked, but another is asked in its place. */
    void abandoned(Destination destination) {
        inDoubt.add(destination);
    }

    /** Whether the use has ended. */
    boolean over() {
        return over;
    }

    /** Takes the use for ended, though it could not be; the next start records how. */
    void lost() {
        over = true;
    }

    /**
     * Ends the use; what fails before leaves it to be ended otherwise.
     *
     * @param facts what is known of the answer; null where it was not looked at
     * @param failure why it failed; null where it did not, or where the provider refused
     * @param streaming whether some of the answer was taken in pieces
     */
    void end(
            Ending.Status status,
            @Nullable AnswerFacts facts,
            @Nullable Fault failure,
            boolean streaming) {
        use.end(
                new Ending(
                        status,
                        facts == null ? null : sent.keys().fingerprint(facts.sha256()),
                        facts == null
                                        || (facts.classifications().isEmpty()
                                                && facts.acted().isEmpty())
                                ? null
                                : Facts.classifications(sent.classifications(), facts),
                        facts == null ? null : facts.tokensIn(),
                        facts == null ? null : facts.tokensOut(),
                        millisSince(begun),
                        reservation.settle(outcome(status, facts, failure, streaming), at, inDoubt),
                        elsewhere(),
                        receivedBy()));
        over = true;
        AnswerTally.ended(journey.uses(), at, status, facts);
    }

    /** All who were asked, where that is more than whom the use was opened for. */
    private List<Recipient> receivedBy() {
        Destination opened = masked.outbound().destination();
        return asked.stream().allMatch(opened::equals)
                ? List.of()
                : Recipients.all(journey.recipients(), asked);
    }

    /** Who answered or failed last, where that is not whom the use was opened for. */
    private @Nullable Platform elsewhere() {
        return at.equals(masked.outbound().destination())
                ? null
                : new Platform(at.platformId(), at.model(), at.host());
    }

    /** What is known of what it came to. Of an answer that broke off the count is not known. */
    private static Outcome outcome(
            Ending.Status status,
            @Nullable AnswerFacts facts,
            @Nullable Fault failure,
            boolean streaming) {
        return switch (status) {
            case COMPLETED -> facts == null ? Outcome.UNKNOWN : new Outcome.Counted(facts.usage());
            case CANCELLED, STARTED -> Outcome.UNKNOWN;
            case FAILED ->
                    failure == null || !mayHaveServed(failure)
                            ? Outcome.NOT_SERVED
                            : Outcome.UNKNOWN;
            case BLOCKED, REFUSED ->
                    facts == null || streaming
                            ? Outcome.UNKNOWN
                            : new Outcome.Counted(facts.usage());
            case COACHED -> Outcome.NOT_SERVED;
        };
    }

    /**
     * False where it is known that the provider was not reached or answered with an error status.
     */
    private static boolean mayHaveServed(Fault fault) {
        return switch (fault.code()) {
            case PROVIDER_UNREACHABLE, PROVIDER_REFUSED, PROVIDER_BUSY, PROVIDER_UNAVAILABLE ->
                    false;
            default -> fault.code().kind() != FaultCode.Kind.CALLER;
        };
    }

    /** How a use ends that this stopped. */
    static Ending.Status statusOf(Fault fault) {
        return switch (fault.code()) {
            case POLICY_BLOCKED -> Ending.Status.BLOCKED;
            case CLASSIFICATION_INCOMPLETE -> Ending.Status.REFUSED;
            default -> Ending.Status.FAILED;
        };
    }

    /** Whether the answer came and was kept back here. */
    static boolean isWithheld(Fault fault) {
        return statusOf(fault) != Ending.Status.FAILED;
    }

    /** What goes with the answer; null where its caller did not ask for it. */
    byte @Nullable [] receipt() {
        if (!sent.wantsFullReceipt()) {
            return null;
        }
        Outbound outbound = masked.outbound();
        return Facts.receipt(
                sent,
                outbound.promptAsItLeaves(),
                Recipients.all(
                        journey.recipients(),
                        asked.isEmpty() ? Set.of(outbound.destination()) : asked));
    }

    static int millisSince(long nanos) {
        return (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - nanos) / 1_000_000);
    }
}
