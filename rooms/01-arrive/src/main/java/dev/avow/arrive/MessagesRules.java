package dev.avow.arrive;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Fault;
import org.jspecify.annotations.Nullable;

/** The rules of {@code POST /v1/messages} and its counting sister. */
final class MessagesRules implements BodyRules {

    private final MessageList messages = new MessageList();
    private final boolean counting;
    private boolean systemSeen;
    private boolean limitSeen;

    MessagesRules() {
        this(false);
    }

    private MessagesRules(boolean counting) {
        this.counting = counting;
    }

    /** Counting tokens takes no limit for an answer. */
    static MessagesRules forCounting() {
        return new MessagesRules(true);
    }

    @Override
    public @Nullable Fault see(JsonNode node, JsonPath path) {
        if (path.isTopLevel("system")) {
            if (systemSeen) {
                return BodyRules.twice(path);
            }
            systemSeen = true;
            return node.kind() == Kind.STRING || node.kind() == Kind.ARRAY
                    ? null
                    : BodyRules.wrong(path, "a string or an array of text blocks");
        }
        if (path.isTopLevel("max_tokens")) {
            limitSeen = true;
            return node.kind() == Kind.NUMBER
                    ? null
                    : BodyRules.wrong(path, "the most tokens that the answer may have");
        }
        Fault wrong = messages.see(node, path);
        if (wrong != null) {
            return wrong;
        }
        boolean content =
                MessageList.isInside(path) && path.depth() == 3 && path.name().equals("content");
        return !content || node.kind() == Kind.STRING || node.kind() == Kind.ARRAY
                ? null
                : BodyRules.wrong(path, "a string or an array of blocks");
    }

    @Override
    public @Nullable Fault missing() {
        Fault missing = messages.missing();
        return missing != null || limitSeen || counting
                ? missing
                : BodyRules.missing("max_tokens", "say how long the answer may be, such as 1024");
    }
}
