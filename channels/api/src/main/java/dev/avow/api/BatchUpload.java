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
import dev.avow.words.FaultException;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a batch's file to its provider: what leaves is a file of masked requests, each in the
 * record before. Blocks.
 */
final class BatchUpload {

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
            String remoteId = RemoteFiles.id(courier.run(errand));
            return arrived(taken, uses, name, remoteId, errand.files().bytes());
        } catch (RuntimeException failed) {
            giveUp(taken, uses);
            throw failed;
        }
    }

    private KeptFile arrived(
            List<Taken> taken, List<Use> uses, String name, String remoteId, long bytes) {
        Taken first = taken.getFirst();
        KeptPlace place =
                RemoteFiles.place(
                        caller,
                        first.destination(),
                        first.outbound().route(),
                        journey.batches().kept());
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
            RemoteFiles.takeBack(courier, journey.register(), place, remoteId);
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
