package dev.avow.translation;

import static dev.avow.translation.ConverseRequest.API;

/** Writes Anthropic's tools, and how they may be called, as Converse's {@code toolConfig}. */
final class ConverseTools {

    private final Value asked;

    ConverseTools(Value asked) {
        this.asked = asked;
    }

    void write(Writer out) {
        Value tools = asked.get("tools");
        Value choice = asked.get("tool_choice");
        if (choice.get("disable_parallel_tool_use").isTrue()) {
            throw Faults.notCarried(choice.get("disable_parallel_tool_use"), API);
        }
        boolean none = choice.get("type").is("none");
        if (tools.items().isEmpty() || (none && !hasUsedTools())) {
            return;
        }
        if (none) {
            throw Faults.wrong(
                    choice,
                    "the provider of this model is asked by "
                            + API
                            + ", which cannot be told to call none of the tools of a conversation;"
                            + " leave this out");
        }
        out.name("toolConfig").open('{').name("tools").open('[');
        for (Value tool : tools.items()) {
            tool(tool, out);
        }
        out.close(']');
        choice(choice, out);
        out.close('}');
    }

    private boolean hasUsedTools() {
        for (Value message : asked.get("messages").items()) {
            for (Value block : message.get("content").items()) {
                if (block.get("type").is("tool_use") || block.get("type").is("tool_result")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void tool(Value tool, Writer out) {
        Value type = tool.get("type");
        if (!type.isAbsent() && !type.is("custom")) {
            throw Faults.notCarried(type, API); // one that Anthropic's servers run themselves
        }
        out.open('{').name("toolSpec").open('{').move("name", tool.get("name"));
        if (!tool.get("description").text().isBlank()) {
            out.move("description", tool.get("description"));
        }
        out.name("inputSchema").open('{').name("json");
        Value schema = tool.get("input_schema");
        out.raw(schema.isAbsent() ? "{\"type\":\"object\"}" : schema.raw()).close('}');
        if (tool.get("strict").isTrue()) {
            out.name("strict").raw("true");
        }
        out.close('}').close('}');
    }

    private static void choice(Value choice, Writer out) {
        if (choice.isAbsent()) {
            return;
        }
        out.name("toolChoice").open('{');
        switch (choice.get("type").text()) {
            case "auto" -> out.name("auto").open('{').close('}');
            case "any" -> out.name("any").open('{').close('}');
            case "tool" -> out.name("tool").open('{').move("name", choice.get("name")).close('}');
            default -> throw Faults.notCarried(choice.get("type"), API);
        }
        out.close('}');
    }
}
