package dev.avow.translation;

import static dev.avow.translation.GenerateMembers.API;

import dev.avow.json.JsonProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a chat's messages as Google's {@code systemInstruction} and {@code contents}. System and
 * developer messages go to the front wherever they stood; neighbours of one role become one turn,
 * so that the results of several calls come together, as they must.
 */
final class GenerateTurns {

    /**
     * For a call that another model made, or whose client does not keep signatures
     * (ai.google.dev/gemini-api/docs/thought-signatures, "FAQs"): newer models refuse one without.
     */
    private static final String NO_SIGNATURE = "skip_thought_signature_validator";

    private final Value messages;
    private final boolean mustSign;
    private final GenerateDialect dialect;
    private final List<String> system = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    /** A result names its function there, which a chat's does not: ids, and what they called. */
    private final Map<String, String> called = new HashMap<>();

    /** A turn, its parts as JSON. */
    private record Turn(String role, List<String> parts) {}

    /**
     * @param mustSign whether calls of functions must bear a signature
     */
    GenerateTurns(Value messages, boolean mustSign, GenerateDialect dialect) {
        this.messages = messages;
        this.mustSign = mustSign;
        this.dialect = dialect;
    }

    void write(Writer out) {
        messages.items().forEach(this::read);
        if (turns.isEmpty()) {
            throw Faults.wrong(
                    messages,
                    "the provider of this model is asked by "
                            + API
                            + ", which wants a message of the user or assistant that is not empty");
        }
        if (!system.isEmpty()) {
            out.name("systemInstruction").open('{');
            parts(out, system);
            out.close('}');
        }
        out.name("contents").open('[');
        for (Turn turn : turns) {
            out.open('{').member("role", turn.role());
            parts(out, turn.parts());
            out.close('}');
        }
        out.close(']');
    }

    private static void parts(Writer out, List<String> parts) {
        out.name("parts").open('[');
        parts.forEach(out::raw);
        out.close(']');
    }

    private void read(Value message) {
        Value content = message.get("content");
        switch (message.get("role").text()) {
            case "system", "developer" -> system.addAll(GenerateParts.texts(content));
            case "user" -> add("user", GenerateParts.of(content));
            case "assistant" -> add("model", assistant(message, content));
            case "tool" -> add("user", List.of(result(message, content)));
            default -> throw Faults.notCarried(message.get("role"), API);
        }
    }

    private void add(String role, List<String> parts) {
        if (parts.isEmpty()) {
            return;
        }
        if (!turns.isEmpty() && turns.getLast().role().equals(role)) {
            turns.getLast().parts().addAll(parts);
        } else {
            turns.add(new Turn(role, new ArrayList<>(parts)));
        }
    }

    private List<String> assistant(Value message, Value content) {
        for (String member : List.of("function_call", "audio")) {
            if (!message.get(member).isAbsent()) {
                throw Faults.notCarried(message.get(member), API);
            }
        }
        List<String> parts = new ArrayList<>(GenerateParts.texts(content));
        parts.addAll(GenerateParts.texts(message.get("refusal")));
        boolean first = true;
        for (Value call : message.get("tool_calls").items()) {
            parts.add(call(call, first));
            first = false;
        }
        return parts;
    }

    /**
     * @param first of several that were called at once, only that one bears a signature
     */
    private String call(Value call, boolean first) {
        Value function = call.get("function");
        if (!function.isObject()) {
            throw Faults.notCarried(call, API);
        }
        String id = call.get("id").text();
        String name = function.get("name").text();
        called.put(id, name);
        String args =
                ToolInput.of(function.get("arguments"))
                        .orElseThrow(() ->
                                Faults.wrong(
                                        function.get("arguments"),
                                        "the provider of this model is asked by "
                                                + API
                                                + ", which takes the arguments of a function's call"
                                                + " where they are a JSON object"));
        Writer out = new Writer().open('{').name("functionCall").open('{');
        name(id, out).member("name", name).name("args").raw(args).close('}');
        Value signature = call.get("extra_content").get("google").get("thought_signature");
        if (signature.isString()) {
            out.member("thoughtSignature", signature.text());
        } else if (mustSign && first) {
            out.member("thoughtSignature", NO_SIGNATURE);
        }
        return out.close('}').json();
    }

    private Writer name(String id, Writer out) {
        return dialect.namesCalls() ? out.member("id", id) : out;
    }

    private String result(Value message, Value content) {
        Value id = message.get("tool_call_id");
        String name = called.get(id.text());
        if (name == null) {
            throw Faults.wrong(
                    id,
                    "no message before this one called a tool by that id; send the assistant's"
                            + " message with its tool_calls too");
        }
        Writer out = new Writer().open('{').name("functionResponse").open('{');
        name(id.text(), out).member("name", name).name("response");
        String text = GenerateParts.joined(content);
        return out.raw(response(text)).close('}').close('}').json();
    }

    /** An object as it is; anything else becomes the member that Google names for a result. */
    private static String response(String text) {
        try {
            Value json = Value.read(text);
            if (json.isObject()) {
                return json.raw();
            }
        } catch (JsonProblem plainText) {
            // As most results are.
        }
        return new Writer().open('{').member("output", text).close('}').json();
    }
}
