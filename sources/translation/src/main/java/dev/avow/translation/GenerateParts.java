package dev.avow.translation;

import static dev.avow.translation.GenerateMembers.API;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The content of a chat's message as Google's parts, each as JSON. Empty texts are left out. */
final class GenerateParts {

    /** RFC 2397, as OpenAI's API takes images and files. */
    private static final Pattern DATA_URL =
            Pattern.compile("data:([a-zA-Z0-9.+/-]{1,100});base64,", Pattern.CASE_INSENSITIVE);

    private GenerateParts() {}

    /** A string, or an array of parts of any kind. */
    static List<String> of(Value content) {
        List<String> parts = new ArrayList<>();
        add(content, parts);
        for (Value part : content.items()) {
            switch (part.get("type").text()) {
                case "text" -> add(part.get("text"), parts);
                case "image_url" -> parts.add(inline(part.get("image_url").get("url"), "image"));
                case "file" -> parts.add(inline(part.get("file").get("file_data"), "file"));
                case "input_audio" -> parts.add(sound(part.get("input_audio")));
                default -> throw Faults.notCarried(part.get("type"), API);
            }
        }
        return parts;
    }

    /** A string, or an array of parts that all hold text. */
    static List<String> texts(Value content) {
        List<String> parts = new ArrayList<>();
        add(content, parts);
        content.items().forEach(part -> add(text(part), parts));
        return parts;
    }

    /** The same as one text. */
    static String joined(Value content) {
        StringBuilder text = new StringBuilder(content.text());
        content.items().forEach(part -> text.append(text(part).text()));
        return text.toString();
    }

    private static Value text(Value part) {
        return switch (part.get("type").text()) {
            case "text" -> part.get("text");
            case "refusal" -> part.get("refusal");
            default -> throw Faults.notCarried(part.get("type"), API);
        };
    }

    private static void add(Value text, List<String> parts) {
        if (text.isString() && !text.text().isEmpty()) {
            parts.add(new Writer().open('{').member("text", text.text()).close('}').json());
        }
    }

    private static String inline(Value url, String what) {
        Matcher data = DATA_URL.matcher(url.text());
        if (!data.lookingAt()) {
            throw Faults.wrong(
                    url,
                    "the provider of this model is asked by "
                            + API
                            + ", which takes this "
                            + what
                            + " as a data: URL in base64");
        }
        return inline(data.group(1), url.text().substring(data.end()));
    }

    private static String sound(Value audio) {
        return inline("audio/" + audio.get("format").text(), audio.get("data").text());
    }

    private static String inline(String mediaType, String data) {
        Writer out = new Writer().open('{').name("inlineData").open('{');
        out.member("mimeType", mediaType).member("data", data);
        return out.close('}').close('}').json();
    }
}
