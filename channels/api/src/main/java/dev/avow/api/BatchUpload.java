package dev.avow.api;

import dev.avow.admit.Caller;
import dev.avow.admit.Outcome;
import dev.avow.api.BatchIntake.Taken;
import dev.avow.arrive.RequestHead;
import dev.avow.mask.Errand;
import dev.avow.mask.Errands;
import dev.avow.record.Ending;
import dev.avow.record.KeptFile;
import dev.avow.record.KeptPlace;
import dev.avow.record.Use;
import dev.avow.restore.KeptLine;
import dev.avow.restore.KeptLines;
import dev.avow.words.Charge;
import dev.avow.words.Destination;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a batch's file to its provider: what leaves is a file of masked requests, each in the
 * record before. Blocks.
 */
final class BatchUpload {

    private static final Logger LOG = LoggerFactory.getLogger(BatchUpload.class);

    private final Journey journey;
    private final Courier courier;
    private final RequestHead head;
    private final Caller caller;
    private final long begun = System.nanoTime();

    BatchUpload(Journey journey, Courier courier, RequestHead head, Caller caller) {
        this.journey = journey;
        this.courier = courier;
        this.head = head;
        this.caller = caller;
    }

    /**
     * Takes a file.
     *
     * @param unscanned as it came
     * @param name as its owner named it; it does not leave
     * @throws FaultException where it may not leave, or does not arrive
     */
    KeptFile upload(byte[] unscanned, String name) {
        List<Taken> taken =
                new BatchIntake(journey, head, caller)
                        .take(BatchLine.all(unscanned, journey.batches()));
        List<Use> uses = new ArrayList<>(taken.size());
        try {
            Errand errand = Errands.batchFile(taken.stream().map(Taken::outbound).toList());
            for (Taken each : taken) {
                uses.add(journey.recorder().open(each.opening()));
            }
            String remoteId = id(courier.run(errand));
            return arrived(taken, uses, name, remoteId, errand.files().bytes());
        } catch (RuntimeException failed) {
            giveUp(taken, uses);
            throw failed;
        }
    }

    /** The provider's id of a file that it took. */
    static String id(byte[] answer) {
        return JsonMembers.read(answer)
                .flatMap(file -> file.word("id"))
                .filter(Errands::isId)
                .orElseThrow(ProviderWords::unclear);
    }

    private KeptFile arrived(
            List<Taken> taken, List<Use> uses, String name, String remoteId, long bytes) {
        KeptPlace place = place(taken.getFirst());
        List<KeptLine> lines = new ArrayList<>(taken.size());
        for (Taken each : taken) {
            KeptLine line = each.kept(each.reservation().held());
            lines.add(journey.batches().keepsText() ? line : line.withoutText());
        }
        KeptFile file =
                new KeptFile(
                        place,
                        remoteId,
                        KeptFile.Purpose.BATCH,
                        bytes,
                        null,
                        journey.batches().keepsText() ? name : "batch.jsonl",
                        false);
        try {
            journey.register()
                    .add(file, KeptLines.sealed(lines, journey.register().sealing(place)));
        } catch (RuntimeException notKept) {
            takeBack(courier, place.destination(), remoteId);
            throw notKept;
        }
        for (int i = 0; i < uses.size(); i++) {
            // Until its answer is fetched it counts for what it may come to.
            Taken each = taken.get(i);
            Charge charged =
                    each.reservation().settle(Outcome.UNKNOWN, each.destination(), List.of());
            uses.get(i)
                    .end(
                            Ending.unanswered(
                                    Ending.Status.STARTED, UseCourse.millisSince(begun), charged));
        }
        uses.forEach(BatchIntake::await);
        return file;
    }

    private KeptPlace place(Taken first) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Destination at = first.destination();
        return new KeptPlace(
                caller.tenant(),
                Ids.next(),
                caller.userId(),
                caller.apiKeyId(),
                new Destination(at.tenant(), at.providerId(), at.platformId(), at.host(), ""),
                first.outbound().route(),
                now,
                now.plus(journey.batches().kept()));
    }

    /** Nobody could name it any more, so it should not stay there. */
    static void takeBack(Courier courier, Destination destination, String remoteId) {
        try {
            byte[] _ = courier.run(Errands.about(Errand.Kind.DELETE, destination, remoteId));
        } catch (RuntimeException stays) {
            LOG.warn("a file that is not known here stays with its provider");
        }
    }

    /** Nothing was billed: a file is no use of a model. */
    private void giveUp(List<Taken> taken, List<Use> uses) {
        taken.forEach(Taken::giveBack);
        uses.forEach(use ->
                use.end(
                        Ending.unanswered(
                                Ending.Status.FAILED,
                                UseCourse.millisSince(begun),
                                Charge.NOTHING)));
    }
}
