package dev.avow.api;

import dev.avow.admit.Admitted;
import dev.avow.admit.Caller;
import dev.avow.arrive.FileBody;
import dev.avow.arrive.RequestHead;
import dev.avow.decide.Decision;
import dev.avow.mask.Errand;
import dev.avow.mask.Errands;
import dev.avow.mask.Masked;
import dev.avow.record.Ending;
import dev.avow.record.KeptFile;
import dev.avow.record.KeptPlace;
import dev.avow.record.Opening;
import dev.avow.record.Use;
import dev.avow.restore.KeptLine;
import dev.avow.restore.KeptLines;
import dev.avow.words.Charge;
import dev.avow.words.Destination;
import dev.avow.words.FaultException;
import dev.avow.words.Route;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Brings a file that requests are to name to the provider which keeps it, on the way of a request
 * that holds nothing else: what it says is looked at, decided on, masked and recorded before.
 * Blocks.
 */
final class FileUpload {

    /** Who reads it, where the caller does not say: the tenant's default provider's are meant. */
    private static final String ANY_MODEL = "files";

    /**
     * Pseudonyms of a file count from a number of its own, so that those of two files, and of a
     * request that names them, are hardly ever the same; where they are, neither is put back.
     */
    private static final int FEWEST_NUMBER = 10_000;

    private static final int MOST_NUMBER = 900_000;

    /** What is told of a file's name; of any other ending nothing is. */
    private static final Set<String> ENDINGS =
            Set.of(
                    "c", "cpp", "cs", "css", "csv", "doc", "docx", "gif", "go", "html", "java",
                    "jpeg", "jpg", "js", "json", "jsonl", "md", "odp", "ods", "odt", "pdf", "php",
                    "png", "ppt", "pptx", "py", "rb", "rtf", "sh", "tex", "ts", "tsv", "txt",
                    "webp", "xls", "xlsx", "xml", "yaml", "yml");

    private final Journey journey;
    private final Courier courier;
    private final RequestHead head;
    private final Caller caller;
    private final long begun = System.nanoTime();

    FileUpload(Journey journey, Courier courier, RequestHead head, Caller caller) {
        this.journey = journey;
        this.courier = courier;
        this.head = new RequestHead("files", head.userAgent(), null, false);
        this.caller = caller;
    }

    /**
     * Takes a file.
     *
     * @param unscanned as it came
     * @param name as its owner named it; of it at most the ending leaves
     * @param model which is to read it; empty for the default provider's
     * @throws FaultException where it may not leave, or does not arrive
     */
    KeptFile upload(byte[] unscanned, String name, KeptFile.Purpose purpose, String model) {
        String ending = ending(name);
        byte[] body = FileBody.of(model.isEmpty() ? ANY_MODEL : model, unscanned, ending);
        int from = ThreadLocalRandom.current().nextInt(FEWEST_NUMBER, MOST_NUMBER);
        return switch (new Preparer(journey).prepareFile(head, body, caller, from)) {
            case Preparer.Refused refused -> throw refused.fault().asException();
            case Preparer.Decided decided -> {
                requireLeave(decided);
                yield sent(decided, purpose, ending, name);
            }
        };
    }

    private static String ending(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(ending) ? ending : "txt";
    }

    private void requireLeave(Preparer.Decided decided) {
        Unsent.by(decided.decision())
                .ifPresent(unsent -> {
                    BatchIntake.await(unsent.record(journey, decided, begun));
                    throw unsent.fault().asException();
                });
    }

    private KeptFile sent(
            Preparer.Decided decided, KeptFile.Purpose purpose, String ending, String name) {
        Masked masked = Objects.requireNonNull(decided.masked());
        Destination destination = masked.outbound().destination();
        journey.asking()
                .refuseFiles(destination)
                .ifPresent(fault -> {
                    throw fault.asException();
                });
        Errand errand = Errands.file(masked.outbound(), purpose.id(), ending);
        Opening opening =
                ChatExchange.opening(
                        decided,
                        Charge.NOTHING,
                        Recipients.all(journey.recipients(), List.of(destination)));
        Use use = journey.recorder().open(opening);
        try {
            BatchIntake.await(use);
            String remoteId = RemoteFiles.id(courier.run(errand));
            KeptFile file = kept(decided, opening, errand, purpose, name, remoteId);
            end(use, Ending.Status.COMPLETED);
            return file;
        } catch (RuntimeException failed) {
            end(use, Ending.Status.FAILED);
            throw failed;
        }
    }

    /** Keeping a file is no use of a model, so nothing is charged. */
    private void end(Use use, Ending.Status status) {
        use.end(Ending.unanswered(status, UseCourse.millisSince(begun), Charge.NOTHING));
    }

    private KeptFile kept(
            Preparer.Decided decided,
            Opening opening,
            Errand errand,
            KeptFile.Purpose purpose,
            String name,
            String remoteId) {
        boolean keepsText = journey.batches().keepsText();
        KeptPlace place =
                RemoteFiles.place(
                        caller, errand.destination(), Route.RESPONSES, journey.batches().kept());
        KeptFile file =
                new KeptFile(
                        place,
                        remoteId,
                        purpose,
                        errand.files().bytes(),
                        null,
                        keepsText ? name : "file",
                        false,
                        null);
        KeptLine line = line(decided, opening, errand);
        try {
            journey.register()
                    .add(
                            file,
                            KeptLines.sealed(
                                    List.of(keepsText ? line : line.withoutText("")),
                                    journey.register().sealing(place)));
        } catch (RuntimeException notKept) {
            RemoteFiles.takeBack(courier, journey.register(), file);
            throw notKept;
        }
        return file;
    }

    private static KeptLine line(Preparer.Decided decided, Opening opening, Errand errand) {
        Admitted admitted = decided.decision().classified().admitted();
        return new KeptLine(
                "",
                opening.id(),
                opening.at(),
                errand.destination().model(),
                decided.decision().classified().classifications(),
                (int) Math.min(Integer.MAX_VALUE, errand.files().bytes()),
                admitted.arrived().answerRoom().tokensEach(),
                0,
                null,
                0,
                isInClear(decided.decision()),
                Objects.requireNonNull(decided.masked()).keepsake());
    }

    private static boolean isInClear(Decision decision) {
        return decision instanceof Decision.Allow
                && decision.classified().findings().stream().anyMatch(each -> !each.isEmpty());
    }
}
