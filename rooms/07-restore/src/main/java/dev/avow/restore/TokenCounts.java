package dev.avow.restore;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a provider says of tokens, in {@code usage}. The last word counts.
 *
 * <p>OpenAI's {@code prompt_tokens} hold those read from a cache, and {@code prompt_tokens_details}
 * says how many; Anthropic's {@code input_tokens} hold neither those read nor those written, which
 * have members of their own (the two API references, "Usage").
 */
final class TokenCounts {

    private @Nullable Integer in;
    private @Nullable Integer out;
    private @Nullable Integer all;
    private int cachedInside;
    private int cachedBeside;
    private int cacheWritten;

    void see(JsonNode node) {
        if (node.kind() != Kind.NUMBER) {
            return;
        }
        JsonPath path = node.path();
        int depth = path.depth();
        if (depth < 2) {
            return;
        }
        if (isUsage(path, depth - 1)) {
            switch (path.name()) {
                case "prompt_tokens", "input_tokens" -> in = count(node, in);
                case "completion_tokens", "output_tokens" -> out = count(node, out);
                case "total_tokens" -> all = count(node, all);
                case "cache_read_input_tokens" -> cachedBeside = orBefore(node, cachedBeside);
                case "cache_creation_input_tokens" -> cacheWritten = orBefore(node, cacheWritten);
                default -> {}
            }
        } else if (path.name().equals("cached_tokens") && isUsage(path, depth - 2)) {
            cachedInside = orBefore(node, cachedInside);
        }
    }

    /**
     * Whether the step at that depth is the provider's {@code usage}: the document's own, or that
     * of the message or response that an event is about. What a model wrote, such as a tool's
     * input, may have members of that name too.
     */
    private static boolean isUsage(JsonPath path, int depth) {
        if (depth < 1 || depth > 2 || !path.at(depth).name().equals("usage")) {
            return false;
        }
        return depth == 1
                || path.at(1).name().equals("message")
                || path.at(1).name().equals("response");
    }

    private static int orBefore(JsonNode node, int before) {
        Integer counted = count(node, null);
        return counted == null ? before : counted;
    }

    /** Null, or as before, where it is no count. */
    private static @Nullable Integer count(JsonNode node, @Nullable Integer before) {
        try {
            int count = Integer.parseInt(node.text());
            return count < 0 ? before : Integer.valueOf(count);
        } catch (NumberFormatException notACount) {
            return before;
        }
    }

    Usage usage() {
        // Rerankers answer with no tokens of their own and tell the sum alone.
        Integer read = in == null && out == null ? all : in;
        Long fresh = read == null ? null : Long.valueOf(Math.max(0, read - cachedInside));
        return new Usage(
                fresh,
                (long) cachedInside + cachedBeside,
                cacheWritten,
                out == null ? null : Long.valueOf(out));
    }
}
