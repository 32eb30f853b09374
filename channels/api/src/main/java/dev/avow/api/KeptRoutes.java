package dev.avow.api;

import dev.avow.admit.Caller;
import dev.avow.arrive.FormJson;
import dev.avow.arrive.RequestHead;
import dev.avow.mask.Errand;
import dev.avow.mask.Errands;
import dev.avow.record.Ending;
import dev.avow.record.FileRegister;
import dev.avow.record.KeptFile;
import dev.avow.record.KeptOwner;
import dev.avow.record.KeptPlace;
import dev.avow.restore.KeptLine;
import dev.avow.restore.KeptLines;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files of one caller, as OpenAI's API has them ("Files"). Blocks; on any thread that may. */
final class KeptRoutes {

    private final Journey journey;
    private final Courier courier;
    private final Caller caller;
    private final RequestHead head;
    private final KeptOwner owner;
    private final FileRegister register;

    KeptRoutes(Journey journey, Courier courier, Caller caller, RequestHead head) {
        this.journey = journey;
        this.courier = courier;
        this.caller = caller;
        this.head = head;
        this.register = journey.register();
        UUID who = caller.userId() != null ? caller.userId() : caller.apiKeyId();
        this.owner = new KeptOwner(caller.tenant(), Objects.requireNonNull(who));
    }

    /** Files in parts. */
    UploadRoutes uploads() {
        return new UploadRoutes(this, journey.uploads().inParts(), owner, journey.files());
    }

    /** Their batches. */
    BatchRoutes batches() {
        return new BatchRoutes(this, courier, owner, register, journey.files().pageSize());
    }

    /** Batches by Anthropic's API. */
    MessageBatchRoutes messages() {
        return new MessageBatchRoutes(this, journey, courier, head, caller, owner);
    }

    /** {@code POST /v1/files}: a form with {@code purpose}, {@code file}, perhaps {@code model}. */
    String upload(FormJson form) {
        JsonMembers fields =
                JsonMembers.read(form.body()).orElseThrow(() -> missing("file").asException());
        fields.requireOnly(Set.of("purpose", "file", "model"));
        KeptFile.Purpose purpose = purpose(fields);
        if (form.files().count() != 1 || fields.number("file", "part").isEmpty()) {
            throw missing("file").asException();
        }
        return take(
                purpose,
                form.files().unscanned(0),
                fields.text("file", "filename").orElse(""),
                model(fields, purpose));
    }

    /** Refuses a name that is too long. */
    static void requireShort(String name, int most) {
        if (name.length() > most) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "filename must have at most "
                                    + most
                                    + " characters; send a shorter one, or raise"
                                    + " AVOW_FILE_NAME_MAX_CHARS",
                            "filename")
                    .asException();
        }
    }

    /** Has a file kept that is here as a whole. */
    String take(KeptFile.Purpose purpose, byte[] unscanned, String name, String model) {
        if (purpose == KeptFile.Purpose.BATCH) {
            BatchUpload.Begun begun =
                    new BatchUpload(journey, courier, head, caller).upload(unscanned, name);
            return KeptJson.noting(begun.replaced(), KeptJson.file(begun.file()));
        }
        return KeptJson.file(
                new FileUpload(journey, courier, head, caller)
                        .upload(unscanned, name, purpose, model));
    }

    /** What a file is to be kept for. */
    static KeptFile.Purpose purpose(JsonMembers fields) {
        return KeptFile.Purpose.of(
                        fields.text("purpose").orElseThrow(() -> missing("purpose").asException()))
                .filter(each -> each == KeptFile.Purpose.BATCH || each.isForRequests())
                .orElseThrow(KeptRoutes::noSuchPurpose);
    }

    /** Which model is to read it; empty where that is not said. */
    static String model(JsonMembers fields, KeptFile.Purpose purpose) {
        String model = fields.text("model").orElse("");
        if (purpose == KeptFile.Purpose.BATCH && !model.isEmpty()) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "a batch's lines name their models; leave model out of the form",
                            "model")
                    .asException();
        }
        return model;
    }

    private static FaultException noSuchPurpose() {
        return Fault.of(
                        FaultCode.INVALID_VALUE,
                        "purpose must be batch, user_data, assistants or vision; for others there"
                                + " is no route here that could use the file",
                        "purpose")
                .asException();
    }

    private static Fault missing(String field) {
        return Fault.of(
                FaultCode.MISSING_VALUE,
                field + " is missing; send a form with purpose and one file",
                field);
    }

    /** {@code GET /v1/files}. */
    String files(String purpose, String after, String limit) {
        int most = most(limit, journey.files().pageSize());
        List<KeptFile> files =
                register.files(owner, purpose, after(KeptJson.fileOf(after), after), most + 1);
        List<KeptFile> shown = files.subList(0, Math.min(most, files.size()));
        return KeptJson.list(
                shown.stream().map(KeptJson::file).toList(),
                shown.stream().map(each -> KeptJson.fileId(each.place().id())).toList(),
                files.size() > most);
    }

    /** How many a list tells: what its caller wants, and no more than a page has. */
    static int most(String limit, int page) {
        if (limit.isEmpty()) {
            return page;
        }
        if (!limit.matches("[1-9][0-9]{0,4}")) {
            throw Fault.of(FaultCode.INVALID_VALUE, "limit must be a whole number", "limit")
                    .asException();
        }
        return Math.min(page, Integer.parseInt(limit));
    }

    static @Nullable UUID after(Optional<UUID> id, String said) {
        if (id.isEmpty() && !said.isEmpty()) {
            throw Fault.of(FaultCode.INVALID_VALUE, "after must be an id of the list", "after")
                    .asException();
        }
        return id.orElse(null);
    }

    /** A file of this caller's. */
    KeptFile known(String id) {
        return KeptJson.fileOf(id)
                .flatMap(each -> register.file(owner, each))
                .orElseThrow(() ->
                        Fault.of(
                                        FaultCode.NOT_FOUND,
                                        "there is no such file; see GET /v1/files",
                                        "file_id")
                                .asException());
    }

    /** {@code GET /v1/files/{id}}. */
    String file(String id) {
        return KeptJson.file(known(id));
    }

    /**
     * {@code DELETE /v1/files/{id}}. It is gone here whatever the provider says, which is asked
     * again where it did not delete it.
     */
    String delete(String id) {
        KeptFile file = known(id);
        boolean batch = file.purpose() == KeptFile.Purpose.BATCH;
        List<KeptLine> lines = batch ? lines(file.place().id()) : List.of();
        if (register.delete(file) && batch) {
            unserved(file.place(), lines, Ending.Status.CANCELLED);
        }
        if (RemoteFiles.isDeleted(
                courier, Errand.Kind.DELETE, file.place().destination(), file.remoteId())) {
            register.goneThere(file);
        }
        return KeptJson.deleted(file.place().id());
    }

    /** What is kept of a file's lines. */
    List<KeptLine> lines(UUID file) {
        return register.plaintextLines(caller.tenant(), file)
                .map(KeptLines::opened)
                .orElse(List.of());
    }

    /** Records lines of which nothing comes. */
    void unserved(KeptPlace place, List<KeptLine> lines, Ending.Status status) {
        new LateRecord(journey)
                .write(
                        place,
                        null,
                        lines.stream()
                                .map(line -> new LateRecord.Ended(line, status, null))
                                .toList(),
                        () -> true);
    }

    /** {@code GET /v1/files/{id}/content}, with originals; each answer is in the record before. */
    byte[] content(String id) {
        KeptFile file = known(id);
        byte[] kept =
                courier.run(
                        Errands.about(
                                Errand.Kind.CONTENT, file.place().destination(), file.remoteId()));
        if (file.purpose().isForRequests()) {
            return new WholeFile(journey, caller).restored(kept, lines(file.place().id()));
        }
        boolean answers = file.purpose() == KeptFile.Purpose.BATCH_OUTPUT;
        UUID input = answers ? Objects.requireNonNull(file.inputId()) : file.place().id();
        BatchContent content =
                new BatchContent(
                        file.place().route(),
                        new KeptAnswers(journey, caller, head, file.place(), lines(input)));
        byte[] restored = content.restored(kept, answers);
        if (answers && !file.isRead()) {
            new LateRecord(journey)
                    .write(
                            file.place(),
                            file.place().id(),
                            content.ended(),
                            () -> !known(id).isRead());
        }
        return restored;
    }
}
