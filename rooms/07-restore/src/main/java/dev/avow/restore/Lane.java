package dev.avow.restore;

import dev.avow.json.JsonSplice;
import java.nio.charset.StandardCharsets;

/**
 * One text of a streamed answer: which choice it belongs to and where in the {@code delta} it
 * stands.
 *
 * @param choice the choice's {@code index}
 * @param key tells it from the others
 * @param before the delta up to the text, as JSON; empty where no event of its own can be made for
 *     a held-back rest
 * @param after the delta behind it
 */
record Lane(int choice, String key, String before, String after) {

    /** One whose delta is these members, each within the one before; the last is the text. */
    static Lane of(int choice, String... members) {
        StringBuilder before = new StringBuilder(48);
        for (String member : members) {
            before.append('{').append(quoted(member)).append(':');
        }
        return new Lane(
                choice,
                choice + "/" + String.join("/", members),
                before.toString(),
                "}".repeat(members.length));
    }

    /** One of a tool call. */
    static Lane ofToolCall(int choice, int call, String parent, String member) {
        Lane inner = of(choice, parent, member);
        return new Lane(
                choice,
                choice + "/" + call + "/" + parent + "/" + member,
                "{\"tool_calls\":[{\"index\":" + call + "," + inner.before.substring(1),
                inner.after + "]}");
    }

    /** One that each event brings whole. */
    static Lane whole(int choice, String key) {
        return new Lane(choice, choice + "/" + key, "", "");
    }

    static String quoted(String text) {
        return new String(JsonSplice.quote(text), StandardCharsets.UTF_8);
    }

    boolean holdable() {
        return !before.isEmpty();
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
        return json.append("\"choices\":[{\"index\":")
                .append(choice)
                .append(",\"delta\":")
                .append(before)
                .append(quoted(rest))
                .append(after)
                .append(",\"finish_reason\":null}]}")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
