package dev.avow.arrive;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the routes for images and sound. Their answers come whole, or as sound; streams of
 * events are not offered there, since nothing would put originals back.
 */
final class MediaRules implements BodyRules {

    private final String text;
    private final boolean required;
    private boolean seen;

    private MediaRules(String text, boolean required) {
        this.text = text;
        this.required = required;
    }

    /** For bodies with a text that must be there. */
    static MediaRules wanting(String text) {
        return new MediaRules(text, true);
    }

    /** For bodies that may have a prompt. */
    static MediaRules withPrompt() {
        return new MediaRules("prompt", false);
    }

    @Override
    public @Nullable Fault see(JsonNode node, JsonPath path) {
        if (path.isTopLevel(text)) {
            if (seen) {
                return BodyRules.twice(path);
            }
            seen = true;
            return node.kind() == Kind.STRING ? null : BodyRules.wrong(path, "a string");
        }
        boolean streams =
                (path.isTopLevel("stream") && node.text().equals("true"))
                        || (path.isTopLevel("stream_format") && node.text().equals("sse"));
        return streams
                ? Fault.of(
                        FaultCode.INVALID_VALUE,
                        "this route's answers are not to be had as a stream of events; leave "
                                + path
                                + " out",
                        path.toString())
                : null;
    }

    @Override
    public @Nullable Fault missing() {
        return seen || !required ? null : BodyRules.missing(text, "send a text");
    }
}
