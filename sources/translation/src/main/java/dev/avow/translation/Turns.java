package dev.avow.translation;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a chat's messages as Anthropic's {@code system} and {@code messages}. System and developer
 * messages go to the front wherever they stood; tool results go into a user's turn, several of them
 * into one; neighbours of one role become one turn.
 */
final class Turns {

    private final Value messages;
    private final List<String> system = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    /** A turn, its blocks as JSON. */
    private record Turn(String role, List<String> blocks) {}

    Turns(Value messages) {
        this.messages = messages;
    }

    void write(Writer out) {
        for (Value message : messages.items()) {
            read(message);
        }
        if (turns.isEmpty()) {
            throw Faults.wrong(
                    messages,
                    "the provider of this model is asked by Anthropic's API, which wants a message"
                            + " of the user or assistant that is not empty");
        }
        if (!system.isEmpty()) {
            array(out.name("system"), system);
        }
        out.name("messages").open('[');
        for (Turn turn : turns) {
            out.open('{').member("role", turn.role());
            array(out.name("content"), turn.blocks());
            out.close('}');
        }
        out.close(']');
    }

    private static void array(Writer out, List<String> blocks) {
        out.open('[');
        blocks.forEach(out::raw);
        out.close(']');
    }

    private void read(Value message) {
        Value content = message.get("content");
        switch (message.get("role").text()) {
            case "system", "developer" -> system.addAll(ChatParts.texts(content));
            case "user" -> add("user", ChatParts.blocks(content));
            case "assistant" -> add("assistant", assistant(message, content));
            case "tool" -> add("user", List.of(result(message, content)));
            case "function" ->
                    throw Faults.wrong(
                            message.get("role"),
                            "the provider of this model is asked by Anthropic's API; send the"
                                    + " results of tools with the role tool");
            default -> throw Faults.notCarried(message.get("role"), "Anthropic's API");
        }
    }

    private void add(String role, List<String> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        if (!turns.isEmpty() && turns.getLast().role().equals(role)) {
            turns.getLast().blocks().addAll(blocks);
        } else {
            turns.add(new Turn(role, new ArrayList<>(blocks)));
        }
    }

    private static List<String> assistant(Value message, Value content) {
        for (String member : List.of("function_call", "audio")) {
            if (!message.get(member).isAbsent()) {
                throw Faults.notCarried(message.get(member), "Anthropic's API");
            }
        }
        List<String> blocks = new ArrayList<>(ChatParts.texts(content));
        blocks.addAll(ChatParts.texts(message.get("refusal")));
        for (Value call : message.get("tool_calls").items()) {
            blocks.add(use(call));
        }
        return blocks;
    }

    private static String use(Value call) {
        Value function = call.get("function");
        if (!function.isObject()) {
            throw Faults.notCarried(call, "Anthropic's API");
        }
        return new Writer()
                .open('{')
                .member("type", "tool_use")
                .member("id", call.get("id").text())
                .member("name", function.get("name").text())
                .name("input")
                .raw(input(function.get("arguments")))
                .close('}')
                .json();
    }

    private static String input(Value arguments) {
        return ToolInput.of(arguments)
                .orElseThrow(() ->
                        Faults.wrong(
                                arguments,
                                "the provider of this model is asked by Anthropic's API, which"
                                        + " takes the arguments of a tool's call where they are a"
                                        + " JSON object"));
    }

    private static String result(Value message, Value content) {
        Writer out = new Writer().open('{').member("type", "tool_result");
        out.member("tool_use_id", message.get("tool_call_id").text());
        List<String> blocks = ChatParts.blocks(content);
        if (!blocks.isEmpty()) {
            array(out.name("content"), blocks);
        }
        return out.close('}').json();
    }
}
