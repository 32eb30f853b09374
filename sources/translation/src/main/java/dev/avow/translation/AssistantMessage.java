package dev.avow.translation;

/** What a model said and called, as the message of a chat completion. For one answer. */
final class AssistantMessage {

    private final StringBuilder text = new StringBuilder();
    private boolean said;
    private final Writer calls = new Writer().open('[');
    private boolean called;

    /** Said after what was said before; also where it is empty. */
    void say(String more) {
        said = true;
        text.append(more);
    }

    /** A call begun, as an object up to its id; the caller ends it. */
    Writer call(String id) {
        called = true;
        return calls.open('{').member("id", id).member("type", "function");
    }

    boolean called() {
        return called;
    }

    /** Writes it; it cannot be added to after that. */
    void write(Writer out) {
        out.open('{').member("role", "assistant").name("content");
        if (said) {
            out.text(text.toString());
        } else {
            out.raw("null");
        }
        out.name("refusal").raw("null");
        if (called) {
            out.name("tool_calls").raw(calls.close(']').json());
        }
        out.close('}');
    }
}
