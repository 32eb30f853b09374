package dev.avow.api;

import dev.avow.admit.Admitted;
import dev.avow.admit.Caller;
import dev.avow.admit.Grant;
import dev.avow.admit.Outcome;
import dev.avow.admit.Reservation;
import dev.avow.admit.Size;
import dev.avow.arrive.AnswerRoom;
import dev.avow.arrive.RequestHead;
import dev.avow.mask.Keepsake;
import dev.avow.mask.Masked;
import dev.avow.mask.Outbound;
import dev.avow.record.Opening;
import dev.avow.record.Use;
import dev.avow.restore.KeptLine;
import dev.avow.words.Charge;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FormFiles;
import dev.avow.words.Itinerary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes each line of a batch through rooms 01 to 05, by the way that a request to its route takes,
 * and reserves what it may come to. Where one line may not leave, none does. Blocks.
 */
final class BatchIntake {

    private static final long PATIENCE_SECONDS = 10;

    private final Journey journey;
    private final Preparer preparer;
    private final RequestHead head;
    private final Caller caller;
    private final FileLookup files;
    private final long begun = System.nanoTime();

    BatchIntake(Journey journey, RequestHead head, Caller caller) {
        this.journey = journey;
        this.preparer = new Preparer(journey);
        this.head = head;
        this.caller = caller;
        this.files = FileLookup.ofBatch(caller, journey.register(), journey.files().batchValues());
    }

    /**
     * A line that may leave. Of the text it came as, nothing is held but the keepsake.
     *
     * @param found what it held, by type
     */
    record Taken(
            String customId,
            Outbound outbound,
            Keepsake keepsake,
            Opening opening,
            AnswerRoom answerRoom,
            List<dev.avow.classify.Classification> found,
            Reservation reservation) {

        Destination destination() {
            return outbound.destination();
        }

        /** What is kept of it. */
        KeptLine kept(Charge charged) {
            return new KeptLine(
                    customId,
                    opening.id(),
                    opening.at(),
                    destination().model(),
                    found,
                    outbound.body().length,
                    answerRoom.tokensEach(),
                    answerRoom.answers(),
                    charged.picos(),
                    charged.tokens(),
                    false,
                    keepsake);
        }

        void giveBack() {
            Charge _ = reservation.settle(Outcome.NOT_SERVED, destination(), List.of());
        }

        /** Prints nothing of it. */
        @Override
        public String toString() {
            return "Taken";
        }
    }

    /**
     * Takes all lines.
     *
     * @throws dev.avow.words.FaultException that names the line which may not leave; nothing is
     *     reserved then
     */
    List<Taken> take(List<BatchLine> lines) {
        List<Taken> taken = new ArrayList<>(lines.size());
        try {
            for (BatchLine line : lines) {
                Taken next = take(line);
                taken.add(next);
                require(line, next.destination(), taken.getFirst().destination());
            }
            return taken;
        } catch (RuntimeException refused) {
            taken.forEach(Taken::giveBack);
            throw refused;
        }
    }

    private void require(BatchLine line, Destination here, Destination first) {
        if (!here.providerId().equals(first.providerId())) {
            throw line.wrong(
                    Fault.of(
                            FaultCode.INVALID_VALUE,
                            "its model is of another provider than the first one's; send a"
                                    + " batch for each provider",
                            "model"));
        }
        if (here.equals(first) && line.number() > 1) {
            return;
        }
        journey.asking()
                .refuseBatch(here, line.route())
                .ifPresent(fault -> {
                    throw line.wrong(fault);
                });
    }

    private Taken take(BatchLine line) {
        return switch (preparer.prepare(
                line.route(), head, line.unscannedBody(), FormFiles.NONE, caller, files)) {
            case Preparer.Refused refused -> throw line.wrong(refused.fault());
            case Preparer.Decided decided -> taken(line, decided);
        };
    }

    private Taken taken(BatchLine line, Preparer.Decided decided) {
        Unsent unsent = Unsent.by(decided.decision()).orElse(null);
        if (unsent == null) {
            return reserved(line, decided);
        }
        // Recorded as a request that was refused by itself.
        await(unsent.record(journey, decided, begun));
        throw line.wrong(unsent.fault());
    }

    private Taken reserved(BatchLine line, Preparer.Decided decided) {
        Masked masked = Objects.requireNonNull(decided.masked());
        Admitted admitted = decided.decision().classified().admitted();
        Outbound outbound = masked.outbound();
        if (outbound.streamed()) {
            throw line.wrong(
                    Fault.of(
                            FaultCode.INVALID_VALUE,
                            "stream must not be true in a batch; leave it out",
                            "stream"));
        }
        AnswerRoom room = admitted.arrived().answerRoom();
        Destination destination = outbound.destination();
        Size size = new Size(outbound.route(), outbound.body().length, room);
        Itinerary there = Itinerary.to(destination);
        Grant grant = decided.terms().reserve(caller, there, size, admitted.at());
        if (grant instanceof Grant.Undecided) {
            grant = decided.terms().claim(caller, there, size, admitted.at());
        }
        return switch (grant) {
            case Grant.Refused refused -> throw line.wrong(refused.refusal().fault());
            case Grant.Granted granted ->
                    new Taken(
                            line.customId(),
                            outbound,
                            masked.keepsake(),
                            ChatExchange.opening(
                                    decided,
                                    granted.reservation().held(),
                                    Recipients.all(journey.recipients(), List.of(destination))),
                            room,
                            decided.decision().classified().classifications(),
                            granted.reservation());
            case Grant.Undecided _ -> throw new IllegalStateException("it was to be decided");
        };
    }

    /**
     * Waits until a use can no longer go unrecorded.
     *
     * @throws dev.avow.words.FaultException where that takes longer than ten seconds
     */
    static void await(Use use) {
        try {
            use.durable().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            throw Durability.notInTime().asException();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Durability.notInTime().asException();
        }
    }
}
