package dev.avow.arrive;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import org.jspecify.annotations.Nullable;

/**
 * Files that the provider keeps, named by an id. Nobody here has seen what they say, and they may
 * hold text, so a request that names one is refused.
 */
final class KeptFiles {

    private KeptFiles() {}

    static @Nullable Fault see(JsonNode node, JsonPath path) {
        return path.name().equals("file_id") && path.depth() > 1 && node.kind() == Kind.STRING
                ? Fault.of(
                        FaultCode.INVALID_VALUE,
                        path
                                + " points to a file that the provider keeps and that is not looked"
                                + " at here; send the file itself in the request",
                        path.toString())
                : null;
    }
}
