package dev.avow.restore;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonPath;
import dev.avow.words.Route;
import java.util.Set;

/**
 * How a stream of events with a {@code type} each brings its texts: in deltas, each of which says
 * to which part of the answer it belongs, until another event ends that part.
 *
 * @param shape of the whole answer, where an event repeats it
 * @param envelope the member in which an event repeats the whole answer; empty for none
 * @param part the top-level number that tells the parts of an answer apart
 * @param last the types after which nothing follows
 * @param silent types that come at any time and end nothing
 */
record TypedEvents(
        AnswerShape shape, String envelope, String part, Set<String> last, Set<String> silent) {

    /** OpenAI's API reference, "Responses: streaming events". */
    static final TypedEvents RESPONSES =
            new TypedEvents(
                    AnswerShape.of(Route.RESPONSES),
                    "response",
                    "output_index",
                    Set.of("response.completed", "response.failed", "response.incomplete", "error"),
                    Set.of("response.queued", "response.in_progress", "keepalive"));

    /** Anthropic's API reference, "Streaming Messages". */
    static final TypedEvents MESSAGES =
            new TypedEvents(
                    AnswerShape.of(Route.MESSAGES),
                    "message",
                    "index",
                    Set.of("message_stop", "error"),
                    Set.of("ping"));

    /** Members that say what something is, in events of either API. */
    private static final Set<String> NAMES =
            Set.of(
                    "type",
                    "id",
                    "item_id",
                    "response_id",
                    "previous_response_id",
                    "call_id",
                    "tool_use_id",
                    "role",
                    "name",
                    "status",
                    "object",
                    "model",
                    "signature",
                    "encrypted_content",
                    "obfuscation",
                    "stop_reason",
                    "service_tier",
                    "truncation");

    /** Whether a string says what something is, rather than being any of the answer. */
    static boolean isStructure(JsonNode node) {
        return NAMES.contains(node.path().name());
    }

    /** Whether an event of that type brings a piece of a text. */
    boolean isDelta(String type) {
        return type.endsWith(".delta") || type.equals("content_block_delta");
    }

    /** Whether a node of a delta is the piece: {@code delta}, or a text in {@code delta}. */
    boolean isPiece(JsonNode node) {
        JsonPath path = node.path();
        return node.kind() == JsonNode.Kind.STRING
                && path.depth() <= 2
                && path.depth() >= 1
                && path.at(1).name().equals("delta")
                && !path.name().equals("type")
                && !path.name().equals("signature");
    }

    /** Whether a piece is cut from JSON, so that originals must be escaped in it. */
    boolean isJson(String type, JsonNode piece) {
        return type.contains("arguments") || piece.path().name().equals("partial_json");
    }

    /** Whether a node is what a part of an answer begins with, where that is not empty. */
    boolean isOpening(JsonNode node) {
        JsonPath path = node.path();
        return node.kind() == JsonNode.Kind.STRING
                && path.depth() >= 2
                && path.at(1).name().equals("content_block")
                && !shape.structure().contains(path.name());
    }

    /** Whether a node is text of the whole answer that an event repeats. */
    boolean isRepeated(JsonNode node) {
        JsonPath path = node.path();
        return node.kind() == JsonNode.Kind.STRING
                && path.depth() >= 4
                && path.at(1).name().equals(envelope)
                && path.at(2).name().equals(shape.root())
                && !shape.structure().contains(path.name());
    }
}
