package dev.avow.arrive;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@code POST /v1/responses}.
 *
 * <p>A request may point to text that the provider keeps ({@code previous_response_id}, {@code
 * conversation}, {@code prompt}). Avow has not seen that text, and pseudonyms in it belong to
 * another request, in which the same one can stand for somebody else. So such a request is refused;
 * an agent sends its items instead. An {@code item_reference} in {@code input} is the same for one
 * item. And what runs on after its caller has left ({@code background}) would be fetched by a route
 * on which nothing is restored.
 */
final class ResponsesRules implements BodyRules {

    private boolean inputSeen;
    private final Map<Integer, Item> items = new HashMap<>();

    /** An item of the input, as far as it was read: one with an id and nothing else points. */
    private static final class Item {
        private boolean hasId;
        private boolean saysWhatItIs;
    }

    @Override
    public @Nullable Fault see(JsonNode node, JsonPath path) {
        if (path.depth() == 3 && path.at(1).name().equals("input") && path.at(2).index() >= 0) {
            return item(node, path);
        }
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

    private @Nullable Fault item(JsonNode node, JsonPath path) {
        if (node.kind() == Kind.NULL) {
            return null;
        }
        Item item = items.computeIfAbsent(path.at(2).index(), _ -> new Item());
        switch (path.name()) {
            case "id" -> item.hasId = true;
            case "role" -> item.saysWhatItIs = true;
            case "type" -> {
                if (node.text().equals("item_reference")) {
                    return pointing(path.toString());
                }
                item.saysWhatItIs = true;
            }
            default -> {}
        }
        return null;
    }

    private static Fault pointing(String place) {
        return Fault.of(
                FaultCode.INVALID_VALUE,
                place
                        + " points to an item that the provider keeps and that is not looked at"
                        + " here; send the item itself",
                place);
    }

    @Override
    public @Nullable Fault missing() {
        for (Map.Entry<Integer, Item> each : items.entrySet()) {
            if (each.getValue().hasId && !each.getValue().saysWhatItIs) {
                // The type of a reference may be left out.
                return pointing("input[" + each.getKey() + "]");
            }
        }
        return inputSeen ? null : BodyRules.missing("input", "send a text or an array of items");
    }
}
