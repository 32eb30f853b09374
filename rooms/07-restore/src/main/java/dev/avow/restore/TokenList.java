package dev.avow.restore;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.json.JsonSplice;
import java.nio.charset.StandardCharsets;

/**
 * The lists of tokens and their probabilities, {@code logprobs}. They say the answer again, piece
 * by piece, where no value can be found; so where policies look at answers the pieces are emptied,
 * and the probabilities stay.
 */
final class TokenList {

    private static final byte[] ZERO = "0".getBytes(StandardCharsets.US_ASCII);

    private TokenList() {}

    /** Whether a node is one that can tell what a token is. */
    static boolean isPartOf(JsonNode node) {
        JsonPath path = node.path();
        boolean byteOfOne =
                node.kind() == Kind.NUMBER
                        && path.index() >= 0
                        && path.at(path.depth() - 1).name().equals("bytes");
        return (node.kind() == Kind.STRING || byteOfOne) && isBelow(path);
    }

    private static boolean isBelow(JsonPath path) {
        for (int depth = 1; depth < path.depth(); depth++) {
            if (path.at(depth).name().equals("logprobs")) {
                return true;
            }
        }
        return false;
    }

    static void empty(JsonNode node, JsonSplice into) {
        into.replace(
                node.start(), node.end(), node.kind() == Kind.STRING ? JsonSplice.quote("") : ZERO);
    }
}
