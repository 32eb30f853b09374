package dev.avow.restore;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Route;
import java.util.Set;

/**
 * Where the text stands in the answers of one route. Every string of an answer has its originals
 * put back; these are the ones that the model wrote, so that they are watched too.
 *
 * @param root the top-level member that holds what the model wrote; empty where it writes nothing
 * @param structure members below it that say what an answer is, rather than hold any of it
 */
record AnswerShape(String root, Set<String> structure) {

    private static final AnswerShape CHAT =
            new AnswerShape(
                    "choices",
                    Set.of(
                            "id",
                            "role",
                            "type",
                            "name",
                            "finish_reason",
                            "object",
                            "model",
                            "thought_signature"));
    private static final AnswerShape RESPONSES =
            new AnswerShape(
                    "output",
                    Set.of("id", "role", "type", "name", "status", "call_id", "encrypted_content"));
    private static final AnswerShape MESSAGES =
            new AnswerShape("content", Set.of("id", "type", "name", "tool_use_id", "signature"));
    private static final AnswerShape IMAGES = new AnswerShape("data", Set.of("b64_json", "url"));

    /** What is said again in segments and words is not counted twice. */
    private static final AnswerShape TRANSCRIPTS = new AnswerShape("text", Set.of());

    /** Documents that come back are the caller's own; a provider may have changed them. */
    private static final AnswerShape RERANKED = new AnswerShape("results", Set.of());

    private static final AnswerShape NUMBERS = new AnswerShape("", Set.of());

    static AnswerShape of(Route route) {
        return switch (route) {
            case CHAT_COMPLETIONS -> CHAT;
            case RESPONSES -> RESPONSES;
            case MESSAGES -> MESSAGES;
            case IMAGE_GENERATIONS, IMAGE_EDITS, IMAGE_VARIATIONS -> IMAGES;
            case TRANSCRIPTIONS, TRANSLATIONS -> TRANSCRIPTS;
            case RERANK -> RERANKED;
            case EMBEDDINGS, COUNT_TOKENS, SPEECH -> NUMBERS;
        };
    }

    /** Whether a node of a whole answer holds text. Token lists only say it again, in pieces. */
    boolean isText(JsonNode node) {
        JsonPath path = node.path();
        if (equals(TRANSCRIPTS)) {
            return node.kind() == Kind.STRING && path.isTopLevel(root);
        }
        return node.kind() == Kind.STRING
                && path.depth() >= 3
                && holdsText(path.at(1).name())
                && !path.at(3).name().equals("logprobs")
                && (isInput(path) || !structure.contains(path.name()));
    }

    /**
     * Whether a node is a value or a member's name of what a tool is called with, where that is
     * JSON itself and no string of it.
     */
    boolean isInput(JsonNode node) {
        return node.path().depth() >= 3
                && holdsText(node.path().at(1).name())
                && isInput(node.path());
    }

    /** Some rerankers, such as Voyage's, have OpenAI's name for a list of results. */
    private boolean holdsText(String member) {
        return member.equals(root) || (equals(RERANKED) && member.equals("data"));
    }

    private static boolean isInput(JsonPath path) {
        return path.depth() >= 4 && path.at(3).name().equals("input");
    }
}
