package dev.avow.arrive;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Fault;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of {@code POST /v1/chat/completions}. */
final class ChatRules implements BodyRules {

    private static final Set<Kind> CONTENT = EnumSet.of(Kind.STRING, Kind.ARRAY, Kind.NULL);

    private final MessageList messages = new MessageList();

    @Override
    public @Nullable Fault see(JsonNode node, JsonPath path) {
        Fault wrong = messages.see(node, path);
        return wrong != null || !MessageList.isInside(path) ? wrong : part(node, path);
    }

    private static @Nullable Fault part(JsonNode node, JsonPath path) {
        return switch (path.name()) {
            case "content" ->
                    path.depth() != 3 || CONTENT.contains(node.kind())
                            ? null
                            : BodyRules.wrong(path, "a string, an array of parts, or null");
            case "text" ->
                    path.depth() != 5
                                    || !path.at(3).name().equals("content")
                                    || node.kind() == Kind.STRING
                            ? null
                            : BodyRules.wrong(path, "a string");
            case "tool_calls" ->
                    path.depth() != 3 || node.kind() == Kind.ARRAY || node.kind() == Kind.NULL
                            ? null
                            : BodyRules.wrong(path, "an array");
            case "arguments" ->
                    path.depth() != 6
                                    || !path.at(3).name().equals("tool_calls")
                                    || node.kind() == Kind.STRING
                            ? null
                            : BodyRules.wrong(path, "a string that holds JSON");
            default -> null;
        };
    }

    @Override
    public @Nullable Fault missing() {
        return messages.missing();
    }
}
