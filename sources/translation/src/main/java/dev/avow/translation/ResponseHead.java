package dev.avow.translation;

import org.jspecify.annotations.Nullable;

/**
 * Writes a response around what it says, with what of the request it repeats (OpenAI's API
 * reference, "The response object").
 */
final class ResponseHead {

    private final Value asked;
    private final long created;

    /**
     * @param created in seconds since 1970
     */
    ResponseHead(Value asked, long created) {
        this.asked = asked;
        this.created = created;
    }

    /**
     * @param reason why a chat ended; empty while it goes on
     * @param output the items so far, as JSON without brackets
     * @param tokens null while it goes on
     */
    String response(
            String id, String model, String reason, String output, @Nullable Tokens tokens) {
        Writer out = new Writer().open('{').member("id", "resp_" + id);
        out.member("object", "response").member("created_at", created);
        out.member("status", status(reason)).name("error").raw("null");
        out.name("incomplete_details");
        switch (reason) {
            case "length" -> out.raw("{\"reason\":\"max_output_tokens\"}");
            case "content_filter" -> out.raw("{\"reason\":\"content_filter\"}");
            default -> out.raw("null");
        }
        out.name("instructions").raw("null").name("metadata").raw("{}").member("model", model);
        out.name("output").raw("[" + output + "]");
        repeated("parallel_tool_calls", "true", out);
        repeated("temperature", "null", out);
        repeated("top_p", "null", out);
        repeated("tool_choice", "\"auto\"", out);
        repeated("tools", "[]", out);
        if (tokens == null) {
            out.name("usage").raw("null");
        } else {
            tokens.responses(out);
        }
        return out.close('}').json();
    }

    static String status(String reason) {
        return switch (reason) {
            case "" -> "in_progress";
            case "length", "content_filter" -> "incomplete";
            default -> "completed";
        };
    }

    private void repeated(String name, String otherwise, Writer out) {
        Value value = asked.get(name);
        out.name(name).raw(value.isAbsent() ? otherwise : value.raw());
    }
}
