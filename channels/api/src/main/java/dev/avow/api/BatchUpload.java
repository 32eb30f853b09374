package dev.avow.api;

import dev.avow.admit.Caller;
import dev.avow.admit.Outcome;
import dev.avow.api.BatchIntake.Taken;
import dev.avow.arrive.RequestHead;
import dev.avow.detector.api.Detector;
import dev.avow.mask.Errand;
import dev.avow.mask.Errands;
import dev.avow.mask.Outbound;
import dev.avow.record.Ending;
import dev.avow.record.KeptFile;
import dev.avow.record.KeptPlace;
import dev.avow.record.Use;
import dev.avow.restore.KeptLine;
import dev.avow.restore.KeptLines;
import dev.avow.words.Charge;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings a batch to its provider: what leaves is made of masked requests, each in the record
 * before. Blocks.
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
    Begun upload(byte[] unscanned, String name) {
        return send(
                BatchLine.all(unscanned, journey.batches()),
                Errands::batchFile,
                KeptFile.Purpose.BATCH,
                journey.batches().keepsText() ? name : "batch.jsonl");
    }

    /**
     * Begins a message batch, whose requests are not a file.
     *
     * @throws FaultException where one may not leave, or the provider does not begin it
     */
    Begun begin(List<BatchLine> requests) {
        return send(requests, Errands::messageBatch, KeptFile.Purpose.MESSAGE_BATCH, null);
    }

    /**
     * A batch that is with its provider.
     *
     * @param replaced how many lines' names are not kept, so that their answers have others
     */
    record Begun(KeptFile file, int replaced) {}

    private Begun send(
            List<BatchLine> lines,
            Function<List<Outbound>, Errand> made,
            KeptFile.Purpose purpose,
            @Nullable String name) {
        List<Taken> taken = new BatchIntake(journey, head, caller).take(lines);
        List<Use> uses = new ArrayList<>(taken.size());
        try {
            Errand errand = made.apply(taken.stream().map(Taken::outbound).toList());
            for (Taken each : taken) {
                uses.add(journey.recorder().open(each.opening()));
            }
            byte[] answer = courier.run(errand);
            KeptFile file = file(taken, purpose, name, answer, bytes(errand));
            return new Begun(file, arrived(taken, uses, file));
        } catch (RuntimeException failed) {
            boolean billed = purpose == KeptFile.Purpose.MESSAGE_BATCH && mayRun(failed);
            giveUp(taken, uses, billed ? Outcome.UNKNOWN : Outcome.NOT_SERVED);
            throw failed;
        }
    }

    private static long bytes(Errand errand) {
        return errand.files().isForm() ? errand.files().bytes() : errand.body().length;
    }

    private KeptFile file(
            List<Taken> taken,
            KeptFile.Purpose purpose,
            @Nullable String name,
            byte[] answer,
            long bytes) {
        Taken first = taken.getFirst();
        KeptPlace place =
                RemoteFiles.place(
                        caller,
                        first.destination(),
                        first.outbound().route(),
                        journey.batches().kept());
        return new KeptFile(
                place,
                RemoteFiles.id(answer),
                purpose,
                bytes,
                null,
                name,
                false,
                purpose == KeptFile.Purpose.MESSAGE_BATCH
                        ? MessageBatchJson.seen(answer)
                                .orElseGet(() ->
                                        MessageBatchJson.begun(taken.size(), place.createdAt()))
                        : null);
    }

    /** Returns how many lines' names are not kept. */
    private int arrived(List<Taken> taken, List<Use> uses, KeptFile file) {
        boolean all = journey.batches().keepsText();
        CustomIds ids = new CustomIds(taken.stream().map(Taken::customId).toList());
        List<String> names = all ? List.of() : ids.kept(detector(), journey.budget());
        List<KeptLine> lines = new ArrayList<>(taken.size());
        for (Taken each : taken) {
            KeptLine line = each.kept(each.reservation().held());
            lines.add(all ? line : line.withoutText(names.get(lines.size())));
        }
        try {
            journey.register()
                    .add(file, KeptLines.sealed(lines, journey.register().sealing(file.place())));
        } catch (RuntimeException notKept) {
            RemoteFiles.takeBack(courier, journey.register(), file);
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
        return all ? 0 : ids.replaced(names);
    }

    private Detector detector() {
        return journey.classifiers().of(caller.tenant()).detector();
    }

    /** Whether the provider may have begun it all the same: nobody heard that it did not. */
    private static boolean mayRun(RuntimeException failed) {
        return !(failed instanceof FaultException known)
                || known.fault().code() == FaultCode.PROVIDER_TIMEOUT
                || known.fault().code() == FaultCode.PROVIDER_BROKE_OFF
                || known.fault().code() == FaultCode.PROVIDER_INVALID_ANSWER;
    }

    /**
     * Ends what was opened.
     *
     * @param outcome not served where nothing was billed: a file is no use of a model
     */
    private void giveUp(List<Taken> taken, List<Use> uses, Outcome outcome) {
        for (int i = 0; i < taken.size(); i++) {
            Taken each = taken.get(i);
            Charge charged = each.reservation().settle(outcome, each.destination(), List.of());
            if (i < uses.size()) {
                uses.get(i)
                        .end(
                                Ending.unanswered(
                                        Ending.Status.FAILED,
                                        UseCourse.millisSince(begun),
                                        charged));
            }
        }
    }
}
