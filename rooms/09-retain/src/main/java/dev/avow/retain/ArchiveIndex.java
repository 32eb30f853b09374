package dev.avow.retain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands where in an archive's rows: its frames, each about one person or about nobody. It is
 * kept sealed, since it names people by their ids.
 */
record ArchiveIndex(List<Frame> frames) {

    private static final JsonMapper JSON = new JsonMapper();

    ArchiveIndex {
        frames = List.copyOf(frames);
    }

    /**
     * @param userId whom all of its rows are about; null for nobody
     * @param offset of its sealed bytes in the object, behind their length
     * @param length of them
     */
    record Frame(
            @Nullable UUID userId,
            int offset,
            int length,
            int rows,
            Instant firstAt,
            Instant lastAt) {}

    /** Put together by hand, since there are many; nothing in it needs to be escaped. */
    String json() {
        StringBuilder json = new StringBuilder("[");
        for (Frame frame : frames) {
            json.append(json.length() == 1 ? "{" : ",{");
            if (frame.userId() != null) {
                json.append("\"user_id\":\"").append(frame.userId()).append("\",");
            }
            json.append("\"offset\":")
                    .append(frame.offset())
                    .append(",\"length\":")
                    .append(frame.length())
                    .append(",\"rows\":")
                    .append(frame.rows())
                    .append(",\"first_at\":\"")
                    .append(frame.firstAt())
                    .append("\",\"last_at\":\"")
                    .append(frame.lastAt())
                    .append("\"}");
        }
        return json.append(']').toString();
    }

    static ArchiveIndex read(String json) {
        List<Frame> frames = new ArrayList<>();
        for (JsonNode each : JSON.readTree(json)) {
            JsonNode user = each.path("user_id");
            frames.add(
                    new Frame(
                            user.isString() ? UUID.fromString(user.stringValue()) : null,
                            each.path("offset").asInt(),
                            each.path("length").asInt(),
                            each.path("rows").asInt(),
                            Instant.parse(each.path("first_at").asString("")),
                            Instant.parse(each.path("last_at").asString(""))));
        }
        return new ArchiveIndex(frames);
    }
}
