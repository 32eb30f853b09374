package dev.avow.arrive;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@code POST /v1/embeddings}. Token numbers are text in another alphabet, which
 * nobody here reads; they are refused, since what cannot be looked at must not leave.
 */
final class EmbeddingsRules implements BodyRules {

    private boolean inputSeen;

    @Override
    public @Nullable Fault see(JsonNode node, JsonPath path) {
        if (path.isTopLevel("input")) {
            if (inputSeen) {
                return BodyRules.twice(path);
            }
            inputSeen = true;
            return node.kind() == Kind.STRING || node.kind() == Kind.ARRAY
                    ? null
                    : BodyRules.wrong(path, "a string or an array of strings");
        }
        return path.depth() < 2 || !path.at(1).name().equals("input") || node.kind() == Kind.STRING
                ? null
                : BodyRules.wrong(
                        path,
                        "a string; numbers of tokens cannot be looked at, so let the client send"
                                + " text (check_embedding_ctx_length=False in LangChain)");
    }

    @Override
    public @Nullable Fault missing() {
        return inputSeen ? null : BodyRules.missing("input", "send a text or an array of texts");
    }
}
