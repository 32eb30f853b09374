package dev.avow.wire;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonProblem;
import java.util.Set;

/**
 * Tells whether a stream of events with a {@code type} ended as it should: such streams have no end
 * mark, only events after which nothing follows.
 */
final class LastEvent {

    private static final Set<String> LAST =
            Set.of(
                    "message_stop",
                    "response.completed",
                    "response.incomplete",
                    "response.failed",
                    "error");

    private LastEvent() {}

    static boolean is(byte[] json) {
        try {
            for (JsonNode node : JsonDocument.read(json).nodes()) {
                if (node.path().isTopLevel("type") && node.kind() == JsonNode.Kind.STRING) {
                    return LAST.contains(node.text());
                }
            }
        } catch (JsonProblem garbage) {
            return false;
        }
        return false;
    }
}
