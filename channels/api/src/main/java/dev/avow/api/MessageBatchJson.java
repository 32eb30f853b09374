package dev.avow.api;

import dev.avow.record.KeptFile;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Message batches in the shape of Anthropic's API (API reference, "The MessageBatch object"), under
 * ids of our own. Of what a provider says of one, the members that are known are taken over:
 * numbers, times and words of the protocol.
 */
final class MessageBatchJson {

    static final String ENDED = "ended";

    private static final String PREFIX = "msgbatch_";
    private static final Set<String> STATUSES = Set.of("in_progress", "canceling", ENDED);
    private static final List<String> COUNTS =
            List.of("processing", "succeeded", "errored", "canceled", "expired");

    private static final List<String> TIMES =
            List.of("created_at", "expires_at", "ended_at", "archived_at", "cancel_initiated_at");

    /** As long as Anthropic works on one. */
    private static final Duration LASTS = Duration.ofHours(24);

    private MessageBatchJson() {}

    static String id(UUID id) {
        return PREFIX + KeptJson.bare(id);
    }

    static Optional<UUID> of(String id) {
        return KeptJson.of(PREFIX, id);
    }

    /** What is known of one that was just begun. */
    static String begun(int requests, Instant at) {
        return "{\"processing_status\":\"in_progress\",\"request_counts\":{\"processing\":"
                + requests
                + ",\"succeeded\":0,\"errored\":0,\"canceled\":0,\"expired\":0},\"created_at\":\""
                + at
                + "\",\"expires_at\":\""
                + at.plus(LASTS)
                + "\",\"ended_at\":null,\"archived_at\":null,\"cancel_initiated_at\":null}";
    }

    /** What a provider says of one; empty where that is no batch. */
    static Optional<String> seen(byte[] answer) {
        JsonMembers said = JsonMembers.read(answer).orElse(null);
        String status =
                said == null
                        ? null
                        : said.word("processing_status").filter(STATUSES::contains).orElse(null);
        if (said == null || status == null) {
            return Optional.empty();
        }
        StringBuilder json = new StringBuilder(384);
        ProviderWords.word("processing_status", status, json);
        json.append(",\"request_counts\":{");
        json.append(
                COUNTS.stream()
                        .map(name ->
                                "\""
                                        + name
                                        + "\":"
                                        + said.number("request_counts", name).orElse(0L))
                        .collect(Collectors.joining(",")));
        json.append('}');
        for (String name : TIMES) {
            json.append(",\"").append(name).append("\":");
            json.append(time(said, name).map(at -> "\"" + at + "\"").orElse("null"));
        }
        return Optional.of("{" + json.substring(1) + "}");
    }

    private static Optional<Instant> time(JsonMembers said, String name) {
        try {
            return said.text(name).map(at -> OffsetDateTime.parse(at).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** Whether nothing more comes of it. */
    static boolean isEnded(String seen) {
        return seen.contains("\"" + ENDED + "\"");
    }

    /** Its results are at a path of ours, which clients take after their base URL. */
    static String batch(KeptFile batch) {
        String id = id(batch.place().id());
        String seen = Objects.requireNonNull(batch.seen()).strip();
        StringBuilder json = new StringBuilder(512).append("{\"type\":\"message_batch\"");
        ProviderWords.word("id", id, json);
        json.append(",\"results_url\":");
        json.append(isEnded(seen) ? "\"/v1/messages/batches/" + id + "/results\"" : "null");
        return json.append(',').append(seen, 1, seen.length() - 1).append('}').toString();
    }

    /**
     * A page of a list.
     *
     * @param more whether there are more in the direction that was asked for
     */
    static String list(List<KeptFile> shown, boolean more) {
        return "{\"data\":"
                + shown.stream()
                        .map(MessageBatchJson::batch)
                        .collect(Collectors.joining(",", "[", "]"))
                + ",\"has_more\":"
                + more
                + ",\"first_id\":"
                + (shown.isEmpty() ? "null" : quoted(shown.getFirst()))
                + ",\"last_id\":"
                + (shown.isEmpty() ? "null" : quoted(shown.getLast()))
                + "}";
    }

    private static String quoted(KeptFile batch) {
        return "\"" + id(batch.place().id()) + "\"";
    }

    static String deleted(UUID id) {
        return "{\"id\":\"" + id(id) + "\",\"type\":\"message_batch_deleted\"}";
    }
}
