package dev.avow.restore;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.json.JsonSplice;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A provider's words on what went wrong, inside an answer that had begun or that says 200. As in a
 * {@link Refusal} nothing is put back; and since they may quote the request, only words of the
 * protocol are passed on: the error's type and code, but not its message.
 */
final class ReportedError {

    static final String LEFT_OUT =
            "(the provider's words could quote the request and are left out)";

    /** Members whose values are the protocol's own. */
    private static final Set<String> OF_THE_PROTOCOL = Set.of("type", "code", "status");

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_.]{0,63}|[0-9]{1,4}");

    /** An event that is an error as a whole, as the Responses API has it. */
    private static final Set<String> OF_THE_EVENT = Set.of("message", "param", "code");

    private ReportedError() {}

    /**
     * Whether a value belongs to an error.
     *
     * @param type the event's type; empty where it has none
     */
    static boolean isIn(JsonNode node, String type) {
        JsonPath path = node.path();
        if (path.depth() == 0) {
            return false;
        }
        String first = path.at(1).name();
        return first.equals("error")
                || (path.depth() > 1
                        && first.equals("response")
                        && path.at(2).name().equals("error"))
                || (type.equals("error") && path.depth() == 1 && OF_THE_EVENT.contains(first));
    }

    /** Leaves a value of an error out where it could quote. */
    static void show(JsonNode node, JsonSplice into) {
        boolean word =
                OF_THE_PROTOCOL.contains(node.path().name()) && WORD.matcher(node.text()).matches();
        boolean could = node.kind() == Kind.STRING || node.kind() == Kind.NUMBER;
        if (could && !word) {
            into.replace(node.start(), node.end(), JsonSplice.quote(LEFT_OUT));
        }
    }
}
