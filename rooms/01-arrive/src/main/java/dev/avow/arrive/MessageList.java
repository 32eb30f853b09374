package dev.avow.arrive;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Fault;
import org.jspecify.annotations.Nullable;

/** The rules of {@code messages}, an array of objects with a role each. For one body. */
final class MessageList {

    private boolean seen;
    private int count;
    private boolean roleSeen = true;

    @Nullable Fault see(JsonNode node, JsonPath path) {
        if (path.isTopLevel("messages")) {
            if (seen) {
                return BodyRules.twice(path);
            }
            seen = true;
            return node.kind() == Kind.ARRAY ? null : BodyRules.wrong(path, "an array of messages");
        }
        if (!isInside(path)) {
            return null;
        }
        if (path.depth() == 2) {
            if (!roleSeen) {
                return missingRole();
            }
            count++;
            roleSeen = false;
            return node.kind() == Kind.OBJECT
                    ? null
                    : BodyRules.wrong(path, "an object with role and content");
        }
        if (path.depth() == 3 && path.name().equals("role")) {
            roleSeen = true;
            return node.kind() == Kind.STRING
                    ? null
                    : BodyRules.wrong(path, "a string, such as user");
        }
        return null;
    }

    static boolean isInside(JsonPath path) {
        return path.depth() >= 2 && path.at(1).name().equals("messages");
    }

    @Nullable Fault missing() {
        if (count == 0) {
            return BodyRules.missing("messages", "send at least one message");
        }
        return roleSeen ? null : missingRole();
    }

    private Fault missingRole() {
        return BodyRules.missing(
                "messages[" + (count - 1) + "].role", "say who speaks, such as user");
    }
}
