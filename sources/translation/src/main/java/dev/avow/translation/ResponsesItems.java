package dev.avow.translation;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the instructions and items of a Responses request as messages of a chat. Calls of tools
 * that follow one another, or what the assistant said, are one message.
 */
final class ResponsesItems {

    private static final String API = "/v1/chat/completions";

    private final Value asked;
    private final Writer out = new Writer();

    /**
     * What the assistant said last, as JSON, and the calls that go with it; null and empty for
     * none.
     */
    private String said = "";

    private final List<Value> calls = new ArrayList<>();

    ResponsesItems(Value asked) {
        this.asked = asked;
    }

    void write(Writer into) {
        out.open('[');
        Value instructions = asked.get("instructions");
        if (instructions.isString()) {
            message("system", new Writer().text(instructions.text()).json());
        }
        Value input = asked.get("input");
        if (input.isString()) {
            message("user", new Writer().text(input.text()).json());
        }
        for (Value item : input.items()) {
            item(item);
        }
        endTurn();
        into.name("messages").raw(out.close(']').json());
    }

    private void item(Value item) {
        String type = item.get("type").isAbsent() ? "message" : item.get("type").text();
        switch (type) {
            case "message" -> {
                String content = content(item.get("content"));
                endTurn();
                if (item.get("role").is("assistant")) {
                    said = content;
                } else {
                    message(item.get("role").text(), content);
                }
            }
            case "function_call" -> calls.add(item);
            case "function_call_output" -> {
                endTurn();
                out.open('{').member("role", "tool");
                out.member("tool_call_id", item.get("call_id").text());
                out.name("content").raw(content(item.get("output"))).close('}');
            }
            case "reasoning" -> {
                // What another model thought, sealed by its provider.
            }
            default -> throw Faults.notCarried(item.get("type"), API);
        }
    }

    private void message(String role, String content) {
        out.open('{').member("role", role).name("content").raw(content).close('}');
    }

    private void endTurn() {
        if (said.isEmpty() && calls.isEmpty()) {
            return;
        }
        out.open('{').member("role", "assistant");
        out.name("content").raw(said.isEmpty() ? "null" : said);
        if (!calls.isEmpty()) {
            out.name("tool_calls").open('[');
            for (Value call : calls) {
                out.open('{').member("id", call.get("call_id").text()).member("type", "function");
                out.name("function").open('{').member("name", call.get("name").text());
                out.member("arguments", call.get("arguments").text()).close('}').close('}');
            }
            out.close(']');
        }
        out.close('}');
        said = "";
        calls.clear();
    }

    private static String content(Value content) {
        Writer parts = new Writer();
        if (content.isString()) {
            return parts.text(content.text()).json();
        }
        parts.open('[');
        for (Value part : content.items()) {
            part(part, parts);
        }
        return parts.close(']').json();
    }

    private static void part(Value part, Writer out) {
        switch (part.get("type").text()) {
            case "input_text", "output_text", "text" ->
                    out.open('{').member("type", "text").move("text", part.get("text")).close('}');
            case "refusal" ->
                    out.open('{')
                            .member("type", "refusal")
                            .move("refusal", part.get("refusal"))
                            .close('}');
            case "input_image" -> {
                if (!part.get("image_url").isString()) {
                    throw Faults.notCarried(part, API);
                }
                out.open('{').member("type", "image_url").name("image_url").open('{');
                out.move("url", part.get("image_url")).move("detail", part.get("detail"));
                out.close('}').close('}');
            }
            case "input_file" -> {
                if (!part.get("file_data").isString()) {
                    throw Faults.notCarried(part, API);
                }
                out.open('{').member("type", "file").name("file").open('{');
                out.move("filename", part.get("filename"));
                out.move("file_data", part.get("file_data")).close('}').close('}');
            }
            default -> throw Faults.notCarried(part.get("type"), API);
        }
    }
}
