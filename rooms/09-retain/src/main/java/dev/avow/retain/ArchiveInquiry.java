package dev.avow.retain;

import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a span of a tenant's archive. A file goes when the newest of its rows is due; what is in it
 * and past its time already nobody reads (promise R1), unless a legal hold keeps it (R5).
 */
final class ArchiveInquiry {

    private static final JsonMapper JSON = new JsonMapper();

    private final ArchiveFiles files;
    private final TenantId tenant;
    private final Instant from;
    private final Instant to;
    private final Instant oldest;
    private final List<LegalHold> holds;

    /**
     * @param oldest what was made before is past its time
     */
    ArchiveInquiry(
            Tenancy tenancy,
            ArchiveFiles files,
            TenantId tenant,
            Instant from,
            Instant to,
            Instant oldest) {
        this.files = files;
        this.tenant = tenant;
        this.oldest = oldest;
        this.to = to;
        this.holds = tenancy.within(tenant, LegalHoldRows::inForce);
        this.from = holds.isEmpty() && from.isBefore(oldest) ? oldest : from;
    }

    /**
     * Reads what archives hold of the span, file by file.
     *
     * @param user whose interactions alone; null for everybody's
     * @param lines takes one JSON object a line
     */
    Archives.Found read(List<Archive> archives, @Nullable UUID user, Consumer<byte[]> lines) {
        long[] count = new long[2];
        for (Archive archive : archives) {
            count[1] +=
                    files.read(
                            tenant,
                            archive.id(),
                            archive.day(),
                            frame -> ArchiveFiles.overlaps(frame, from, to, user),
                            rows -> count[0] += give(rows, lines));
        }
        return new Archives.Found(count[0], count[1]);
    }

    private long give(List<String> rows, Consumer<byte[]> lines) {
        StringBuilder text = new StringBuilder();
        long given = 0;
        for (String row : rows) {
            if (JSON.readTree(row) instanceof ObjectNode fields) {
                String at = fields.path("occurred_at").asString("");
                Instant time = OffsetDateTime.parse(at).toInstant();
                if (mayBeRead(fields, time)) {
                    fields.remove(List.of("occurred_at", "charged_picos", "charged_tokens"));
                    fields.put("timestamp", time.toString());
                    text.append(JSON.writeValueAsString(fields)).append('\n');
                    given++;
                }
            }
        }
        if (!text.isEmpty()) {
            lines.accept(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        return given;
    }

    private boolean mayBeRead(ObjectNode fields, Instant time) {
        String user = fields.path("user_id").asString("");
        return !time.isBefore(from)
                && time.isBefore(to)
                && (!time.isBefore(oldest)
                        || holds.stream()
                                .anyMatch(hold ->
                                        hold.covers(
                                                user.isEmpty() ? null : UUID.fromString(user),
                                                time)));
    }
}
