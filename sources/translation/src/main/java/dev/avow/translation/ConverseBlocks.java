package dev.avow.translation;

import static dev.avow.translation.ConverseRequest.API;

import java.util.Locale;

/**
 * Anthropic's content blocks as Converse's. Empty texts are left out, since they are refused there.
 * For one request.
 */
final class ConverseBlocks {

    private int documents;

    /** A string, or blocks of any kind. */
    void write(Value content, Writer out) {
        if (content.isString()) {
            text(content, out);
        }
        for (Value block : content.items()) {
            block(block, out);
        }
    }

    private void block(Value block, Writer out) {
        switch (block.get("type").text()) {
            case "text" -> text(block.get("text"), out);
            case "image" -> image(block.get("source"), out);
            case "document" -> document(block.get("source"), out);
            case "tool_use" -> {
                Value input = block.get("input");
                out.open('{').name("toolUse").open('{');
                out.member("toolUseId", block.get("id").text());
                out.member("name", block.get("name").text());
                out.name("input").raw(input.isAbsent() ? "{}" : input.raw());
                out.close('}').close('}');
            }
            case "tool_result" -> result(block, out);
            case "thinking" -> {
                out.open('{').name("reasoningContent").open('{').name("reasoningText").open('{');
                out.member("text", block.get("thinking").text());
                out.move("signature", block.get("signature"));
                out.close('}').close('}').close('}');
            }
            case "redacted_thinking" -> {
                out.open('{').name("reasoningContent").open('{');
                out.member("redactedContent", block.get("data").text()).close('}').close('}');
            }
            default -> throw Faults.notCarried(block.get("type"), API);
        }
    }

    private static void text(Value text, Writer out) {
        if (!text.text().isBlank()) {
            out.open('{').member("text", text.text()).close('}');
        }
    }

    private void result(Value block, Writer out) {
        out.open('{').name("toolResult").open('{');
        out.member("toolUseId", block.get("tool_use_id").text());
        out.name("content").open('[');
        write(block.get("content"), out);
        out.close(']');
        if (block.get("is_error").isTrue()) {
            out.member("status", "error");
        }
        out.close('}').close('}');
    }

    private static void image(Value source, Writer out) {
        String type = source.get("media_type").text().toLowerCase(Locale.ROOT);
        if (!source.get("type").is("base64") || !type.startsWith("image/")) {
            throw Faults.wrong(
                    source,
                    "the provider of this model is asked by "
                            + API
                            + ", which takes images in base64 and no URLs");
        }
        String format = type.substring("image/".length());
        out.open('{').name("image").open('{');
        out.member("format", format.equals("jpg") ? "jpeg" : format);
        out.name("source").open('{').member("bytes", source.get("data").text());
        out.close('}').close('}').close('}');
    }

    /** Named by number: Converse's names take few characters, and a model may obey one. */
    private void document(Value source, Writer out) {
        boolean plain = source.get("type").is("text");
        if (!plain
                && (!source.get("type").is("base64")
                        || !source.get("media_type").is("application/pdf"))) {
            throw Faults.notCarried(source.get("type"), API);
        }
        out.open('{').name("document").open('{').member("format", plain ? "txt" : "pdf");
        out.member("name", "document " + ++documents).name("source").open('{');
        out.member(plain ? "text" : "bytes", source.get("data").text());
        out.close('}').close('}').close('}');
    }
}
