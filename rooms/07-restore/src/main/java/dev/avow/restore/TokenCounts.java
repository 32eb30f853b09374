package dev.avow.restore;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import org.jspecify.annotations.Nullable;

/** Gathers what a provider says of tokens, in {@code usage}. The last word counts. */
final class TokenCounts {

    private @Nullable Integer in;
    private @Nullable Integer out;

    void see(JsonNode node) {
        if (node.kind() != Kind.NUMBER) {
            return;
        }
        JsonPath path = node.path();
        if (path.depth() < 2 || !path.at(path.depth() - 1).name().equals("usage")) {
            return;
        }
        switch (path.name()) {
            case "prompt_tokens", "input_tokens" -> in = count(node, in);
            case "completion_tokens", "output_tokens" -> out = count(node, out);
            default -> {}
        }
    }

    private static @Nullable Integer count(JsonNode node, @Nullable Integer before) {
        try {
            return Integer.valueOf(node.text());
        } catch (NumberFormatException notACount) {
            return before;
        }
    }

    @Nullable Integer in() {
        return in;
    }

    @Nullable Integer out() {
        return out;
    }
}
