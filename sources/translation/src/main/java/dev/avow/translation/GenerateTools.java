package dev.avow.translation;

import static dev.avow.translation.GenerateMembers.API;

/** Writes a chat's tools, and how they may be called, as Google's. */
final class GenerateTools {

    private final Value chat;

    GenerateTools(Value chat) {
        this.chat = chat;
    }

    void write(Writer out) {
        Value tools = chat.get("tools");
        if (tools.items().isEmpty()) {
            return;
        }
        out.name("tools").open('[').open('{').name("functionDeclarations").open('[');
        for (Value tool : tools.items()) {
            tool(tool, out);
        }
        out.close(']').close('}').close(']');
        choice(chat.get("tool_choice"), out);
    }

    private static void tool(Value tool, Writer out) {
        Value function = tool.get("function");
        if (!tool.get("type").is("function") || !function.isObject()) {
            throw Faults.notCarried(tool.get("type"), API);
        }
        out.open('{').move("name", function.get("name"));
        // Google wants one, OpenAI does not.
        Value description = function.get("description");
        out.move("description", description.isString() ? description : function.get("name"));
        if (!function.get("parameters").members().isEmpty()) {
            out.move("parametersJsonSchema", function.get("parameters"));
        }
        out.close('}');
    }

    private static void choice(Value choice, Writer out) {
        if (choice.isAbsent() || choice.is("auto")) {
            return;
        }
        out.name("toolConfig").open('{').name("functionCallingConfig").open('{');
        if (choice.get("type").is("function")) {
            out.member("mode", "ANY").name("allowedFunctionNames").open('[');
            out.text(choice.get("function").get("name").text()).close(']');
        } else if (choice.is("required") || choice.is("none")) {
            out.member("mode", choice.is("none") ? "NONE" : "ANY");
        } else {
            throw Faults.wrong(
                    choice,
                    "the provider of this model is asked by "
                            + API
                            + "; name one function, or say auto, required or none");
        }
        out.close('}').close('}');
    }
}
