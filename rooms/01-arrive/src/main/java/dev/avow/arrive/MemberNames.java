package dev.avow.arrive;

import dev.avow.json.JsonPath;
import java.util.List;
import java.util.Set;

/**
 * The names that a value stands under. In a tool's arguments or result they are the caller's own
 * and say what a value is, as the words before it do in a sentence: eight digits under {@code
 * phone}. In a request they are mostly the protocol's, and say nothing of it.
 */
final class MemberNames {

    /** A longer one is a sentence. */
    private static final int LONGEST = 40;

    /** Members of a request in which the names are the caller's own. */
    private static final Set<String> OPEN =
            Set.of("input", "arguments", "args", "metadata", "documents", "headers");

    private MemberNames() {}

    /** Of a value in a document of the caller's: the innermost name, and the one around it. */
    static List<String> of(JsonPath path) {
        return of(path, 1);
    }

    /** Of a value in a request: none where the protocol gave them. */
    static List<String> ofBody(JsonPath path) {
        for (int depth = 1; depth < path.depth(); depth++) {
            String name = path.at(depth).name();
            // Items of a response stand in a list of the same name, and are the protocol's.
            if (OPEN.contains(name) && (depth > 1 || !name.equals("input"))) {
                return of(path, depth + 1);
            }
        }
        return List.of();
    }

    private static List<String> of(JsonPath path, int from) {
        String inner = "";
        for (int depth = path.depth(); depth >= from; depth--) {
            String name = path.at(depth).name();
            if (name.isEmpty()) {
                continue;
            }
            if (name.length() > LONGEST) {
                break;
            }
            if (!inner.isEmpty()) {
                return List.of(name, inner);
            }
            inner = name;
        }
        return inner.isEmpty() ? List.of() : List.of(inner);
    }
}
