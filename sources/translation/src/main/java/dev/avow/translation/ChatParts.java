package dev.avow.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a chat's message as Anthropic's blocks, each as JSON. Empty texts are left out.
 */
final class ChatParts {

    /** RFC 2397, as OpenAI's API takes images and files. */
    private static final Pattern DATA_URL =
            Pattern.compile("data:([a-zA-Z0-9.+/-]{1,100});base64,", Pattern.CASE_INSENSITIVE);

    private ChatParts() {}

    /** A string, or an array of parts of any kind. */
    static List<String> blocks(Value content) {
        List<String> blocks = new ArrayList<>();
        addText(content, blocks);
        for (Value part : content.items()) {
            switch (part.get("type").text()) {
                case "text" -> addText(part.get("text"), blocks);
                case "image_url" -> blocks.add(image(part.get("image_url").get("url")));
                case "file" -> blocks.add(file(part.get("file")));
                default -> throw Faults.notCarried(part.get("type"), "Anthropic's API");
            }
        }
        return blocks;
    }

    /** A string, or an array of parts that all hold text. */
    static List<String> texts(Value content) {
        List<String> blocks = new ArrayList<>();
        addText(content, blocks);
        for (Value part : content.items()) {
            switch (part.get("type").text()) {
                case "text" -> addText(part.get("text"), blocks);
                case "refusal" -> addText(part.get("refusal"), blocks);
                default -> throw Faults.notCarried(part.get("type"), "Anthropic's API");
            }
        }
        return blocks;
    }

    private static void addText(Value text, List<String> blocks) {
        if (text.isString() && !text.text().isEmpty()) {
            blocks.add(
                    new Writer()
                            .open('{')
                            .member("type", "text")
                            .member("text", text.text())
                            .close('}')
                            .json());
        }
    }

    private static String image(Value url) {
        Matcher data = DATA_URL.matcher(url.text());
        Writer out = new Writer().open('{').member("type", "image").name("source").open('{');
        if (data.lookingAt()) {
            base64(out, data.group(1), url.text().substring(data.end()));
        } else if (url.text().regionMatches(true, 0, "http", 0, 4)) {
            out.member("type", "url").member("url", url.text());
        } else {
            throw Faults.wrong(url, "an image is a URL, or a data: URL in base64");
        }
        return out.close('}').close('}').json();
    }

    private static void base64(Writer out, String mediaType, String data) {
        out.member("type", "base64").member("media_type", mediaType).member("data", data);
    }

    private static String file(Value file) {
        Value data = file.get("file_data");
        Matcher url = DATA_URL.matcher(data.text());
        if (!url.lookingAt() || !url.group(1).equalsIgnoreCase("application/pdf")) {
            throw Faults.wrong(
                    file,
                    "the provider of this model is asked by Anthropic's API, which takes a file as"
                            + " file_data, a data: URL of a PDF in base64");
        }
        Writer out = new Writer().open('{').member("type", "document").name("source").open('{');
        base64(out, "application/pdf", data.text().substring(url.end()));
        out.close('}');
        return out.move("title", file.get("filename")).close('}').json();
    }
}
