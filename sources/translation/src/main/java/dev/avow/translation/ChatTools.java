package dev.avow.translation;

/** Writes a chat's tools, and how they may be called, as Anthropic's. */
final class ChatTools {

    private final Value chat;

    ChatTools(Value chat) {
        this.chat = chat;
    }

    void write(Writer out) {
        Value tools = chat.get("tools");
        if (tools.items().isEmpty()) {
            return;
        }
        out.name("tools").open('[');
        for (Value tool : tools.items()) {
            tool(tool, out);
        }
        out.close(']');
        choice(out);
    }

    private static void tool(Value tool, Writer out) {
        Value function = tool.get("function");
        if (!tool.get("type").is("function") || !function.isObject()) {
            throw Faults.notCarried(tool.get("type"), "Anthropic's API");
        }
        out.open('{').move("name", function.get("name"));
        out.move("description", function.get("description"));
        Value parameters = function.get("parameters");
        out.name("input_schema");
        // A function without parameters may leave them out, an input schema may not.
        out.raw(
                parameters.members().isEmpty()
                        ? "{\"type\":\"object\",\"properties\":{}}"
                        : parameters.raw());
        if (function.get("strict").isTrue()) {
            out.name("strict").raw("true");
        }
        out.close('}');
    }

    private void choice(Writer out) {
        Value choice = chat.get("tool_choice");
        boolean oneAtATime = chat.get("parallel_tool_calls").isFalse();
        if (choice.isAbsent() && !oneAtATime) {
            return;
        }
        out.name("tool_choice").open('{');
        String type = type(choice);
        out.member("type", type);
        if (type.equals("tool")) {
            out.move("name", choice.get("function").get("name"));
        }
        if (oneAtATime && !type.equals("none")) {
            out.name("disable_parallel_tool_use").raw("true");
        }
        out.close('}');
    }

    private static String type(Value choice) {
        if (choice.isObject()) {
            if (choice.get("type").is("function")) {
                return "tool";
            }
            throw Faults.wrong(
                    choice,
                    "the provider of this model is asked by Anthropic's API; name one function, or"
                            + " say auto, required or none");
        }
        return switch (choice.text()) {
            case "none" -> "none";
            case "required" -> "any";
            default -> "auto";
        };
    }
}
