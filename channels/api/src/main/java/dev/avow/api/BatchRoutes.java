package dev.avow.api;

import dev.avow.json.JsonSplice;
import dev.avow.mask.Errand;
import dev.avow.mask.Errands;
import dev.avow.record.BatchRegister;
import dev.avow.record.Ending;
import dev.avow.record.FileRegister;
import dev.avow.record.KeptBatch;
import dev.avow.record.KeptFile;
import dev.avow.record.KeptOwner;
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
import org.jspecify.annotations.Nullable;

/** Batches of one caller, as OpenAI's API has them ("Batch"). Blocks; on any thread that may. */
final class BatchRoutes {

    private static final int MOST_METADATA = 16;
    private static final String WINDOW = "24h";

    private final KeptRoutes files;
    private final Courier courier;
    private final KeptOwner owner;
    private final FileRegister register;
    private final BatchRegister batches;
    private final int page;

    /**
     * @param page batches that a list tells at once
     */
    BatchRoutes(
            KeptRoutes files, Courier courier, KeptOwner owner, FileRegister register, int page) {
        this.files = files;
        this.courier = courier;
        this.owner = owner;
        this.register = register;
        this.batches = register.batches();
        this.page = page;
    }

    /** {@code POST /v1/batches}. */
    String begin(byte[] body) {
        JsonMembers wanted =
                JsonMembers.read(body)
                        .orElseThrow(() ->
                                Fault.of(FaultCode.MALFORMED_JSON, "the body must be a JSON object")
                                        .asException());
        wanted.requireOnly(Set.of("input_file_id", "endpoint", "completion_window", "metadata"));
        KeptFile file = files.known(wanted.text("input_file_id").orElse(""));
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
        if (!batches.claim(batch)) {
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
            batches.unclaim(batch);
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
            String value = wanted.text("metadata", name).orElseThrow(BatchRoutes::wrongMetadata);
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
        batches.saw(now);
        if (failed && !failedBefore) {
            files.unserved(batch.place(), files.lines(batch.inputId()), Ending.Status.FAILED);
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
                                        false,
                                        null)))
                .map(file -> KeptJson.fileId(file.place().id()))
                .orElse("");
    }

    /** {@code GET /v1/batches}, as each was seen last. */
    String list(String after, String limit) {
        int most = KeptRoutes.most(limit, page);
        List<KeptBatch> found =
                batches.batches(owner, KeptRoutes.after(KeptJson.batchOf(after), after), most + 1);
        List<KeptBatch> shown = found.subList(0, Math.min(most, found.size()));
        return KeptJson.list(
                shown.stream().map(KeptJson::batch).toList(),
                shown.stream().map(each -> KeptJson.batchId(each.place().id())).toList(),
                found.size() > most);
    }

    /** {@code GET /v1/batches/{id}}, or {@code POST …/cancel}. */
    String batch(String id, Errand.Kind kind) {
        KeptBatch batch =
                KeptJson.batchOf(id)
                        .flatMap(each -> batches.batch(owner, each))
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
