package dev.avow.translation;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes one of Anthropic's turns as messages of a chat: each tool's result is a message of its
 * own, ahead of what else the user says.
 */
final class ChatMessages {

    private static final String API = "OpenAI's API";

    private final Value message;

    ChatMessages(Value message) {
        this.message = message;
    }

    void write(Writer out) {
        Value content = message.get("content");
        switch (message.get("role").text()) {
            case "user" -> user(content, out);
            case "assistant" -> assistant(content, out);
            case "system" -> plain("system", MessageBlocks.texts(content), out);
            default -> throw Faults.notCarried(message.get("role"), API);
        }
    }

    private static void plain(String role, String text, Writer out) {
        out.open('{').member("role", role).member("content", text).close('}');
    }

    private static void user(Value content, Writer out) {
        if (content.isString()) {
            plain("user", content.text(), out);
            return;
        }
        List<Value> blocks = new ArrayList<>();
        for (Value block : content.items()) {
            if (block.get("type").is("tool_result")) {
                result(block, blocks, out);
            } else {
                blocks.add(block);
            }
        }
        if (blocks.size() == 1 && blocks.getFirst().get("type").is("text")) {
            plain("user", blocks.getFirst().get("text").text(), out);
        } else if (!blocks.isEmpty()) {
            out.open('{').member("role", "user").name("content").open('[');
            blocks.forEach(block -> MessageBlocks.part(block, out));
            out.close(']').close('}');
        }
    }

    /** A tool's message holds text alone; images of a result go with what the user says next. */
    private static void result(Value block, List<Value> beside, Writer out) {
        List<Value> texts = new ArrayList<>();
        for (Value part : block.get("content").items()) {
            (part.get("type").is("image") || part.get("type").is("document") ? beside : texts)
                    .add(part);
        }
        Value content = block.get("content");
        out.open('{').member("role", "tool");
        out.member("tool_call_id", block.get("tool_use_id").text());
        out.member("content", content.isString() ? content.text() : MessageBlocks.joined(texts));
        out.close('}');
    }

    private static void assistant(Value content, Writer out) {
        if (content.isString()) {
            plain("assistant", content.text(), out);
            return;
        }
        List<Value> texts = new ArrayList<>();
        List<Value> calls = new ArrayList<>();
        for (Value block : content.items()) {
            switch (block.get("type").text()) {
                case "text" -> texts.add(block);
                case "tool_use" -> calls.add(block);
                case "thinking", "redacted_thinking" -> {
                    // What a model of Anthropic's thought is of no use to another's.
                }
                default -> throw Faults.notCarried(block.get("type"), API);
            }
        }
        if (texts.isEmpty() && calls.isEmpty()) {
            return;
        }
        out.open('{').member("role", "assistant").name("content");
        if (texts.isEmpty()) {
            out.raw("null");
        } else {
            out.text(MessageBlocks.joined(texts));
        }
        if (!calls.isEmpty()) {
            out.name("tool_calls").open('[');
            calls.forEach(call -> call(call, out));
            out.close(']');
        }
        out.close('}');
    }

    private static void call(Value block, Writer out) {
        Value input = block.get("input");
        out.open('{').member("id", block.get("id").text()).member("type", "function");
        out.name("function").open('{').member("name", block.get("name").text());
        out.member("arguments", input.isAbsent() ? "{}" : input.raw()).close('}').close('}');
    }
}
