package dev.avow.api;

import dev.avow.arrive.FormJson;
import dev.avow.record.KeptFile;
import dev.avow.record.KeptOwner;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files in parts, as OpenAI's API has them ("Uploads"): put together here, and taken then like one
 * that came as a whole. For one caller.
 */
final class UploadRoutes {

    private static final String UPLOAD = "upload_";
    private static final String PART = "part_";

    private final KeptRoutes routes;
    private final OpenUploads uploads;
    private final KeptOwner owner;
    private final FileRules rules;

    UploadRoutes(KeptRoutes routes, OpenUploads uploads, KeptOwner owner, FileRules rules) {
        this.routes = routes;
        this.uploads = uploads;
        this.owner = owner;
        this.rules = rules;
    }

    /** {@code POST /v1/uploads}. */
    String begin(byte[] body) {
        JsonMembers wanted = members(body);
        wanted.requireOnly(Set.of("purpose", "filename", "bytes", "mime_type", "model"));
        KeptFile.Purpose purpose = KeptRoutes.purpose(wanted);
        String name = wanted.text("filename").orElseThrow(() -> missing("filename"));
        KeptRoutes.requireShort(name, rules.nameChars());
        long bytes = wanted.number("bytes").orElseThrow(() -> missing("bytes"));
        OpenUploads.Wanted begun =
                uploads.begin(owner, purpose, name, KeptRoutes.model(wanted, purpose), bytes);
        return shown(begun, "pending", null);
    }

    /** {@code POST /v1/uploads/{id}/parts}: a form with {@code data}. */
    String part(String id, FormJson form) {
        JsonMembers fields = JsonMembers.read(form.body()).orElseThrow(() -> missing("data"));
        fields.requireOnly(Set.of("data"));
        if (form.files().count() != 1 || fields.number("data", "part").isEmpty()) {
            throw missing("data");
        }
        UUID part = uploads.add(owner, upload(id), form.files().unscanned(0));
        long now = Instant.now().getEpochSecond();
        StringBuilder json = new StringBuilder(128).append("{\"object\":\"upload.part\"");
        ProviderWords.word("id", PART + KeptJson.bare(part), json);
        ProviderWords.word("upload_id", id, json);
        json.append(",\"created_at\":").append(now);
        return json.append('}').toString();
    }

    /** {@code POST /v1/uploads/{id}/complete}. */
    String complete(String id, byte[] body) {
        JsonMembers said = members(body);
        said.requireOnly(Set.of("part_ids"));
        List<UUID> order =
                said.texts("part_ids").stream()
                        .map(each -> KeptJson.of(PART, each).orElseThrow(UploadRoutes::noSuchPart))
                        .toList();
        UUID upload = upload(id);
        OpenUploads.Whole whole = uploads.take(owner, upload, order);
        OpenUploads.Wanted wanted = whole.wanted();
        boolean kept = false;
        try {
            String file =
                    routes.take(wanted.purpose(), whole.bytes(), wanted.name(), wanted.model());
            kept = true;
            return shown(wanted, "completed", file);
        } finally {
            if (kept) {
                uploads.end(upload);
            } else {
                uploads.reopen(upload);
            }
        }
    }

    /** {@code POST /v1/uploads/{id}/cancel}. */
    String cancel(String id) {
        return shown(uploads.cancel(owner, upload(id)), "cancelled", null);
    }

    private static JsonMembers members(byte[] body) {
        return JsonMembers.read(body)
                .orElseThrow(() ->
                        Fault.of(FaultCode.MALFORMED_JSON, "the body must be a JSON object")
                                .asException());
    }

    private static UUID upload(String id) {
        return KeptJson.of(UPLOAD, id).orElseThrow(OpenUploads::notThere);
    }

    private static FaultException missing(String field) {
        return Fault.of(
                        FaultCode.MISSING_VALUE,
                        field + " is missing; see docs/routes.md, Files that requests name",
                        field)
                .asException();
    }

    private static FaultException noSuchPart() {
        return Fault.of(
                        FaultCode.INVALID_VALUE,
                        "part_ids must name parts by the ids that came back for them",
                        "part_ids")
                .asException();
    }

    private String shown(OpenUploads.Wanted upload, String status, @Nullable String file) {
        StringBuilder json = new StringBuilder(256).append("{\"object\":\"upload\"");
        ProviderWords.word("id", UPLOAD + KeptJson.bare(upload.id()), json);
        ProviderWords.word("filename", upload.name(), json);
        ProviderWords.word("purpose", upload.purpose().id(), json);
        ProviderWords.word("status", status, json);
        json.append(",\"bytes\":").append(upload.bytes());
        json.append(",\"created_at\":").append(upload.begun().getEpochSecond());
        json.append(",\"expires_at\":")
                .append(upload.begun().plus(rules.uploadLasts()).getEpochSecond());
        return json.append(",\"file\":").append(file).append('}').toString();
    }
}
