package dev.avow.arrive;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@code POST /v1/responses}.
 *
 * <p>A request may point to text that the provider keeps ({@code previous_response_id}, {@code
 * conversation}, {@code prompt}). Avow has not seen that text, and pseudonyms in it belong to
 * another request, in which the same one can stand for somebody else. So such a request is refused;
 * an agent sends its items instead. And what runs on after its caller has left ({@code background})
 * would be fetched by a route on which nothing is restored.
 */
final class ResponsesRules implements BodyRules {

    private boolean inputSeen;

    @Override
    public @Nullable Fault see(JsonNode node, JsonPath path) {
        if (path.depth() != 1 || node.kind() == Kind.NULL) {
            return null;
        }
        return switch (path.name()) {
            case "input" -> input(node, path);
            case "instructions" ->
                    node.kind() == Kind.STRING ? null : BodyRules.wrong(path, "a string");
            case "previous_response_id", "conversation", "prompt" ->
                    Fault.of(
                            FaultCode.INVALID_VALUE,
                            path
                                    + " points to text that the provider keeps and that is not"
                                    + " looked at here; send the items in input",
                            path.toString());
            case "background" ->
                    node.text().equals("true")
                            ? Fault.of(
                                    FaultCode.INVALID_VALUE,
                                    "background answers cannot be restored; leave background out",
                                    path.toString())
                            : null;
            default -> null;
        };
    }

    private @Nullable Fault input(JsonNode node, JsonPath path) {
        if (inputSeen) {
            return BodyRules.twice(path);
        }
        inputSeen = true;
        return node.kind() == Kind.STRING || node.kind() == Kind.ARRAY
                ? null
                : BodyRules.wrong(path, "a string or an array of items");
    }

    @Override
    public @Nullable Fault missing() {
        return inputSeen ? null : BodyRules.missing("input", "send a text or an array of items");
    }
}
