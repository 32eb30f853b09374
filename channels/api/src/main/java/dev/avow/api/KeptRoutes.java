package dev.avow.api;

import dev.avow.admit.Caller;
import dev.avow.arrive.FormJson;
import dev.avow.arrive.RequestHead;
import dev.avow.json.JsonSplice;
import dev.avow.mask.Errand;
import dev.avow.mask.Errands;
import dev.avow.record.Ending;
import dev.avow.record.FileRegister;
import dev.avow.record.KeptBatch;
import dev.avow.record.KeptFile;
import dev.avow.record.KeptOwner;
import dev.avow.record.KeptPlace;
import dev.avow.restore.KeptLine;
import dev.avow.restore.KeptLines;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.Route;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files and batches of one caller, as OpenAI's API has them ("Files", "Batch"). Blocks; on any
 * thread that may.
 */
final class KeptRoutes {

    private static final int MOST_LISTED = 100;
    private static final int MOST_METADATA = 16;
    private static final String WINDOW = "24h";

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
        return new UploadRoutes(this, journey.uploads().inParts(), owner);
    }

    // Files

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

    /** Has a file kept that is here as a whole. */
    String take(KeptFile.Purpose purpose, byte[] unscanned, String name, String model) {
        return KeptJson.file(
                purpose == KeptFile.Purpose.BATCH
                        ? new BatchUpload(journey, courier, head, caller).upload(unscanned, name)
                        : new FileUpload(journey, courier, head, caller)
                                .upload(unscanned, name, purpose, model));
    }

    /** What a file is to be kept for. */
    static KeptFile.Purpose purpose(JsonMembers fields) {
        return KeptFile.Purpose.of(
                        fields.text("purpose").orElseThrow(() -> missing("purpose").asException()))
                .filter(each -> each != KeptFile.Purpose.BATCH_OUTPUT)
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
        int most = most(limit);
        List<KeptFile> files =
                register.files(owner, purpose, after(KeptJson.fileOf(after), after), most + 1);
        List<KeptFile> shown = files.subList(0, Math.min(most, files.size()));
        return KeptJson.list(
                shown.stream().map(KeptJson::file).toList(),
                shown.stream().map(each -> KeptJson.fileId(each.place().id())).toList(),
                files.size() > most);
    }

    private static int most(String limit) {
        if (limit.isEmpty()) {
            return MOST_LISTED;
        }
        if (!limit.matches("[1-9][0-9]{0,4}")) {
            throw Fault.of(FaultCode.INVALID_VALUE, "limit must be a whole number", "limit")
                    .asException();
        }
        return Math.min(MOST_LISTED, Integer.parseInt(limit));
    }

    private static @Nullable UUID after(Optional<UUID> id, String said) {
        if (id.isEmpty() && !said.isEmpty()) {
            throw Fault.of(FaultCode.INVALID_VALUE, "after must be an id of the list", "after")
                    .asException();
        }
        return id.orElse(null);
    }

    private KeptFile known(String id) {
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

    /** {@code DELETE /v1/files/{id}}: there first, so that none stays that nobody can name. */
    String delete(String id) {
        KeptFile file = known(id);
        try {
            byte[] _ =
                    courier.run(
                            Errands.about(
                                    Errand.Kind.DELETE,
                                    file.place().destination(),
                                    file.remoteId()));
        } catch (FaultException refused) {
            if (refused.fault().code() != FaultCode.NOT_FOUND) {
                throw refused;
            }
        }
        boolean batch = file.purpose() == KeptFile.Purpose.BATCH;
        List<KeptLine> lines = batch ? lines(file.place().id()) : List.of();
        if (register.delete(file) && batch) {
            unserved(file.place(), lines, Ending.Status.CANCELLED);
        }
        return KeptJson.deleted(file.place().id());
    }

    private List<KeptLine> lines(UUID file) {
        return register.plaintextLines(caller.tenant(), file)
                .map(KeptLines::opened)
                .orElse(List.of());
    }

    private void unserved(KeptPlace place, List<KeptLine> lines, Ending.Status status) {
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
        BatchContent content = new BatchContent(journey, caller, head, file, lines(input));
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

    // Batches

    /** {@code POST /v1/batches}. */
    String begin(byte[] body) {
        JsonMembers wanted =
                JsonMembers.read(body)
                        .orElseThrow(() ->
                                Fault.of(FaultCode.MALFORMED_JSON, "the body must be a JSON object")
                                        .asException());
        wanted.requireOnly(Set.of("input_file_id", "endpoint", "completion_window", "metadata"));
        KeptFile file = known(wanted.text("input_file_id").orElse(""));
        Route route = wanted.text("endpoint").flatMap(Route::of).orElse(null);
        if (file.purpose() != KeptFile.Purpose.BATCH || route != file.place().route()) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "endpoint must be the url of the file's lines, and the file one of"
                                    + " purpose batch",
                            "endpoint")
                    .asException();
        }
        if (!wanted.text("completion_window").equals(Optional.of(WINDOW))) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "completion_window must be " + WINDOW,
                            "completion_window")
                    .asException();
        }
        KeptBatch batch =
                new KeptBatch(
                        file.place().of(Ids.next(), Instant.now().truncatedTo(ChronoUnit.MICROS)),
                        null,
                        file.place().id(),
                        "{}",
                        metadata(wanted));
        if (!register.claim(batch)) {
            throw Fault.of(
                            FaultCode.CONFLICT,
                            "there is a batch of this file; upload the file again for another one",
                            "input_file_id")
                    .asException();
        }
        byte[] said;
        try {
            said = courier.run(Errands.begin(file.place().destination(), file.remoteId(), route));
        } catch (RuntimeException notBegun) {
            register.unclaim(batch);
            throw notBegun;
        }
        return seen(batch, said);
    }

    /** Notes on a batch stay here. */
    private static @Nullable String metadata(JsonMembers wanted) {
        if (!wanted.has("metadata")) {
            return null;
        }
        StringBuilder json = new StringBuilder(128).append('{');
        List<String> names = wanted.namesIn("metadata");
        if (names.size() > MOST_METADATA) {
            throw wrongMetadata();
        }
        for (String name : names) {
            String value = wanted.text("metadata", name).orElseThrow(KeptRoutes::wrongMetadata);
            json.append(json.length() == 1 ? "" : ",");
            JsonSplice.quote(name, json);
            json.append(':');
            JsonSplice.quote(value, json);
        }
        return json.append('}').toString();
    }

    private static FaultException wrongMetadata() {
        return Fault.of(
                        FaultCode.INVALID_VALUE,
                        "metadata must be an object of at most " + MOST_METADATA + " texts",
                        "metadata")
                .asException();
    }

    private String seen(KeptBatch batch, byte[] answer) {
        JsonMembers said = JsonMembers.read(answer).orElseThrow(ProviderWords::unclear);
        String remoteId = said.word("id").filter(Errands::isId).orElseThrow(ProviderWords::unclear);
        KeptBatch now =
                new KeptBatch(
                        batch.place(),
                        remoteId,
                        batch.inputId(),
                        "{"
                                + ProviderWords.batch(
                                        said,
                                        brought(batch, said, "output_file_id"),
                                        brought(batch, said, "error_file_id"))
                                + "}",
                        batch.plaintextMetadata());
        boolean failedBefore = batch.seen().contains("\"failed_at\"");
        boolean failed = said.text("status").equals(Optional.of("failed")) && said.has("failed_at");
        register.saw(now);
        if (failed && !failedBefore) {
            unserved(batch.place(), lines(batch.inputId()), Ending.Status.FAILED);
        }
        return KeptJson.batch(now);
    }

    /** Our id of a file that a batch brought; empty for none. */
    private String brought(KeptBatch batch, JsonMembers said, String member) {
        return said.word(member)
                .filter(Errands::isId)
                .map(remote ->
                        register.addOnce(
                                new KeptFile(
                                        batch.place()
                                                .of(
                                                        Ids.next(),
                                                        Instant.now()
                                                                .truncatedTo(ChronoUnit.MICROS)),
                                        remote,
                                        KeptFile.Purpose.BATCH_OUTPUT,
                                        0,
                                        batch.inputId(),
                                        member.equals("error_file_id")
                                                ? "errors.jsonl"
                                                : "output.jsonl",
                                        false)))
                .map(file -> KeptJson.fileId(file.place().id()))
                .orElse("");
    }

    /** {@code GET /v1/batches}, as each was seen last. */
    String batches(String after, String limit) {
        int most = most(limit);
        List<KeptBatch> batches =
                register.batches(owner, after(KeptJson.batchOf(after), after), most + 1);
        List<KeptBatch> shown = batches.subList(0, Math.min(most, batches.size()));
        return KeptJson.list(
                shown.stream().map(KeptJson::batch).toList(),
                shown.stream().map(each -> KeptJson.batchId(each.place().id())).toList(),
                batches.size() > most);
    }

    /** {@code GET /v1/batches/{id}}, or {@code POST …/cancel}. */
    String batch(String id, Errand.Kind kind) {
        KeptBatch batch =
                KeptJson.batchOf(id)
                        .flatMap(each -> register.batch(owner, each))
                        .orElseThrow(() ->
                                Fault.of(
                                                FaultCode.NOT_FOUND,
                                                "there is no such batch; see GET /v1/batches",
                                                "batch_id")
                                        .asException());
        return seen(
                batch,
                courier.run(
                        Errands.about(
                                kind,
                                batch.place().destination(),
                                Objects.requireNonNull(batch.remoteId()))));
    }
}
