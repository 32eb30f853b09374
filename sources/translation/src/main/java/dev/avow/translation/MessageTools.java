package dev.avow.translation;

/** Writes Anthropic's tools, and how they may be called, as a chat's. */
final class MessageTools {

    private static final String API = "OpenAI's API";

    private final Value asked;

    MessageTools(Value asked) {
        this.asked = asked;
    }

    void write(Writer out) {
        Value tools = asked.get("tools");
        if (tools.items().isEmpty()) {
            return;
        }
        out.name("tools").open('[');
        for (Value tool : tools.items()) {
            tool(tool, out);
        }
        out.close(']');
        Value choice = asked.get("tool_choice");
        if (!choice.isAbsent()) {
            choice(choice, out);
        }
    }

    private static void tool(Value tool, Writer out) {
        Value type = tool.get("type");
        if (!type.isAbsent() && !type.is("custom")) {
            throw Faults.notCarried(type, API); // one that Anthropic's servers run themselves
        }
        out.open('{').member("type", "function").name("function").open('{');
        out.move("name", tool.get("name")).move("description", tool.get("description"));
        out.move("parameters", tool.get("input_schema"));
        if (tool.get("strict").isTrue()) {
            out.name("strict").raw("true");
        }
        out.close('}').close('}');
    }

    private static void choice(Value choice, Writer out) {
        out.name("tool_choice");
        switch (choice.get("type").text()) {
            case "auto" -> out.text("auto");
            case "any" -> out.text("required");
            case "none" -> out.text("none");
            case "tool" -> {
                out.open('{').member("type", "function").name("function").open('{');
                out.move("name", choice.get("name")).close('}').close('}');
            }
            default -> throw Faults.notCarried(choice.get("type"), API);
        }
        if (choice.get("disable_parallel_tool_use").isTrue()) {
            out.name("parallel_tool_calls").raw("false");
        }
    }
}
