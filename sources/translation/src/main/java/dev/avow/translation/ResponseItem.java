package dev.avow.translation;

/**
 * An item of a response's output: what the model said, that it refused, or a call of a tool.
 *
 * @param kind {@code output_text}, {@code refusal} or {@code function_call}
 * @param id its own
 * @param callId a call's id; empty for text
 * @param name the called tool's name; empty for text
 */
record ResponseItem(String kind, String id, String callId, String name) {

    boolean isCall() {
        return kind.equals("function_call");
    }

    /** The member that holds its text. */
    String member() {
        return switch (kind) {
            case "function_call" -> "arguments";
            case "refusal" -> "refusal";
            default -> "text";
        };
    }

    /** The beginning of the names of the events that bring its text. */
    String events() {
        return isCall() ? "response.function_call_arguments" : "response." + kind;
    }

    /**
     * The item as JSON.
     *
     * @param text all of it; empty for an item that begins
     */
    String json(String text, boolean ended) {
        Writer out = new Writer().open('{').member("id", id);
        if (isCall()) {
            out.member("type", "function_call").member("call_id", callId).member("name", name);
            out.member("arguments", text);
        } else {
            out.member("type", "message").member("role", "assistant");
            out.name("content").raw(ended ? "[" + part(text) + "]" : "[]");
        }
        return out.member("status", ended ? "completed" : "in_progress").close('}').json();
    }

    /** The one part of a message, as JSON. */
    String part(String text) {
        Writer out = new Writer().open('{').member("type", kind).member(member(), text);
        if (kind.equals("output_text")) {
            out.name("annotations").raw("[]").name("logprobs").raw("[]");
        }
        return out.close('}').json();
    }

    /** Prints the kind, never a name. */
    @Override
    public String toString() {
        return kind;
    }
}
