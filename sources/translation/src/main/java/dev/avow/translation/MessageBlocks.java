package dev.avow.translation;

import java.util.List;

/** Anthropic's content blocks as parts of a chat's message. */
final class MessageBlocks {

    private static final String API = "OpenAI's API";

    private MessageBlocks() {}

    /** A string, or text blocks joined. */
    static String texts(Value content) {
        return content.isString() ? content.text() : joined(content.items());
    }

    /** The texts of blocks that must all be text, a line feed between. */
    static String joined(List<Value> blocks) {
        StringBuilder text = new StringBuilder();
        for (Value block : blocks) {
            if (!block.get("type").is("text")) {
                throw Faults.notCarried(block.get("type"), API);
            }
            text.append(text.isEmpty() ? "" : "\n").append(block.get("text").text());
        }
        return text.toString();
    }

    static void part(Value block, Writer out) {
        switch (block.get("type").text()) {
            case "text" ->
                    out.open('{')
                            .member("type", "text")
                            .member("text", block.get("text").text())
                            .close('}');
            case "image" -> image(block.get("source"), out);
            case "document" -> document(block, block.get("source"), out);
            default -> throw Faults.notCarried(block.get("type"), API);
        }
    }

    private static void image(Value source, Writer out) {
        String url =
                switch (source.get("type").text()) {
                    case "base64" -> dataUrl(source);
                    case "url" -> source.get("url").text();
                    default -> throw Faults.notCarried(source.get("type"), API);
                };
        out.open('{').member("type", "image_url");
        out.name("image_url").open('{').member("url", url).close('}').close('}');
    }

    private static void document(Value block, Value source, Writer out) {
        switch (source.get("type").text()) {
            case "text" ->
                    out.open('{')
                            .member("type", "text")
                            .member("text", source.get("data").text())
                            .close('}');
            case "base64" -> {
                Value title = block.get("title");
                String name = title.isString() ? title.text() : "document.pdf";
                out.open('{').member("type", "file").name("file").open('{');
                out.member("filename", name).member("file_data", dataUrl(source));
                out.close('}').close('}');
            }
            default -> throw Faults.notCarried(source.get("type"), API);
        }
    }

    private static String dataUrl(Value source) {
        return "data:" + source.get("media_type").text() + ";base64," + source.get("data").text();
    }
}
