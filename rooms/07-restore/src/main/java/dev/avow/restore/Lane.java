package dev.avow.restore;

import dev.avow.json.JsonSplice;
import java.nio.charset.StandardCharsets;

/**
 * One text of a streamed answer: which choice it belongs to and where in the {@code delta} it
 * stands.
 *
 * @param choice the choice's {@code index}
 * @param toolCall the tool call's {@code index}; -1 where it is none's
 * @param parent {@code function}, {@code function_call} or another object in between; empty for
 *     none
 * @param member the text's name
 * @param holdable whether an event of its own can be made for a held-back rest
 */
record Lane(int choice, int toolCall, String parent, String member, boolean holdable) {

    String key() {
        return choice + "/" + toolCall + "/" + parent + "/" + member;
    }

    /**
     * An event that brings the rest of this text.
     *
     * @param envelope the top-level members of the stream's events, as JSON without braces
     */
    byte[] event(String envelope, String rest) {
        StringBuilder json = new StringBuilder(160).append('{').append(envelope);
        if (!envelope.isEmpty()) {
            json.append(',');
        }
        json.append("\"choices\":[{\"index\":").append(choice).append(",\"delta\":{");
        if (toolCall >= 0) {
            json.append("\"tool_calls\":[{\"index\":").append(toolCall).append(',');
        }
        if (!parent.isEmpty()) {
            json.append('"').append(parent).append("\":{");
        }
        json.append(new String(JsonSplice.quote(member), StandardCharsets.UTF_8))
                .append(':')
                .append(new String(JsonSplice.quote(rest), StandardCharsets.UTF_8));
        json.append(parent.isEmpty() ? "" : "}").append(toolCall >= 0 ? "}]" : "");
        return json.append("},\"finish_reason\":null}]}")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
