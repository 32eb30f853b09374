package dev.avow.arrive;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@code POST /v1/rerank}. A query and each document is a text, or an object that
 * holds some; what of an object is text its provider knows, so all of it is.
 */
final class RerankRules implements BodyRules {

    private static final Set<Kind> TEXT = Set.of(Kind.STRING, Kind.OBJECT);

    private boolean querySeen;
    private boolean documentsSeen;

    @Override
    public @Nullable Fault see(JsonNode node, JsonPath path) {
        if (path.isTopLevel("query")) {
            if (querySeen) {
                return BodyRules.twice(path);
            }
            querySeen = true;
            return TEXT.contains(node.kind())
                    ? null
                    : BodyRules.wrong(path, "a string, or an object with a text");
        }
        if (path.isTopLevel("documents")) {
            if (documentsSeen) {
                return BodyRules.twice(path);
            }
            documentsSeen = true;
            return node.kind() == Kind.ARRAY
                    ? null
                    : BodyRules.wrong(path, "an array of strings or objects");
        }
        if (path.depth() == 2 && path.at(1).name().equals("documents")) {
            return TEXT.contains(node.kind())
                    ? null
                    : BodyRules.wrong(path, "a string, or an object with a text");
        }
        return path.isTopLevel("stream") && node.text().equals("true")
                ? Fault.of(
                        FaultCode.INVALID_VALUE,
                        "this route's answers are not to be had as a stream of events; leave stream"
                                + " out",
                        "stream")
                : null;
    }

    @Override
    public @Nullable Fault missing() {
        if (!querySeen) {
            return BodyRules.missing("query", "send what the documents are to be ranked by");
        }
        return documentsSeen
                ? null
                : BodyRules.missing("documents", "send an array of texts to be ranked");
    }
}
