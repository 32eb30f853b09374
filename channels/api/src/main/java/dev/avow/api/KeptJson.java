package dev.avow.api;

import dev.avow.record.KeptBatch;
import dev.avow.record.KeptFile;
import dev.avow.words.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Files and batches in the shape of OpenAI's API, under ids of our own. */
final class KeptJson {

    private static final String FILE = "file-";
    private static final String BATCH = "batch_";

    private KeptJson() {}

    static String fileId(UUID id) {
        return FILE + bare(id);
    }

    static String batchId(UUID id) {
        return BATCH + bare(id);
    }

    static String bare(UUID id) {
        return id.toString().replace("-", "");
    }

    static Optional<UUID> fileOf(String id) {
        return of(FILE, id);
    }

    static Optional<UUID> batchOf(String id) {
        return of(BATCH, id);
    }

    static Optional<UUID> of(String prefix, String id) {
        if (!id.startsWith(prefix) || id.length() != prefix.length() + 32) {
            return Optional.empty();
        }
        return Ids.parse(
                id.substring(prefix.length())
                        .replaceFirst(
                                "(\\w{8})(\\w{4})(\\w{4})(\\w{4})(\\w{12})", "$1-$2-$3-$4-$5"));
    }

    static String file(KeptFile file) {
        StringBuilder json = new StringBuilder(256);
        json.append("{\"object\":\"file\"");
        ProviderWords.word("id", fileId(file.place().id()), json);
        json.append(",\"bytes\":").append(file.bytes());
        json.append(",\"created_at\":").append(seconds(file.place().createdAt()));
        json.append(",\"expires_at\":").append(seconds(file.place().expiresAt()));
        String name = file.plaintextName();
        ProviderWords.word("filename", name == null ? "" : name, json);
        ProviderWords.word("purpose", file.purpose().id(), json);
        ProviderWords.word("status", "processed", json);
        return json.append('}').toString();
    }

    /** The same, with how many lines get their answers under other names than they gave. */
    static String noting(int replaced, String json) {
        return replaced == 0
                ? json
                : json.substring(0, json.length() - 1)
                        + ",\"avow\":{\"custom_ids_replaced\":"
                        + replaced
                        + "}}";
    }

    static String batch(KeptBatch batch) {
        StringBuilder json = new StringBuilder(512);
        json.append("{\"object\":\"batch\"");
        ProviderWords.word("id", batchId(batch.place().id()), json);
        ProviderWords.word("endpoint", "/v1" + batch.place().route().path(), json);
        ProviderWords.word("input_file_id", fileId(batch.inputId()), json);
        ProviderWords.word("completion_window", "24h", json);
        String metadata = batch.plaintextMetadata();
        json.append(",\"metadata\":").append(metadata == null ? "null" : metadata);
        String seen = batch.seen().strip();
        json.append(',').append(seen, 1, seen.length() - 1);
        return json.append('}').toString();
    }

    /**
     * A list.
     *
     * @param items as JSON, and no more than fit
     * @param ids theirs, in the same order
     */
    static String list(List<String> items, List<String> ids, boolean more) {
        StringBuilder json = new StringBuilder(256);
        json.append("{\"object\":\"list\",\"data\":");
        json.append(items.stream().collect(Collectors.joining(",", "[", "]")));
        if (!ids.isEmpty()) {
            ProviderWords.word("first_id", ids.getFirst(), json);
            ProviderWords.word("last_id", ids.getLast(), json);
        } else {
            json.append(",\"first_id\":null,\"last_id\":null");
        }
        return json.append(",\"has_more\":").append(more).append('}').toString();
    }

    static String deleted(UUID file) {
        return "{\"id\":\"" + fileId(file) + "\",\"object\":\"file\",\"deleted\":true}";
    }

    private static long seconds(Instant at) {
        return at.getEpochSecond();
    }
}
