package dev.avow.mask;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.json.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What of a body in the shape of {@link dev.avow.arrive.FileBody} is the file. Prints none of it.
 */
final class FileContent {

    private final byte[] bytes;
    private final boolean text;
    private final boolean instead;

    private FileContent(byte[] bytes, boolean text, boolean instead) {
        this.bytes = bytes;
        this.text = text;
        this.instead = instead;
    }

    /**
     * Takes it out of a body that may leave.
     *
     * @throws IllegalStateException where there is none in it
     */
    static FileContent of(byte[] body) {
        List<String> lines = new ArrayList<>();
        for (JsonNode node : nodes(body)) {
            JsonPath path = node.path();
            if (node.kind() != Kind.STRING || !path.at(1).name().equals("input")) {
                continue;
            }
            if (path.depth() == 3 && path.name().equals("content")) {
                lines.add(node.text());
            } else if (path.depth() == 5 && path.name().equals("text")) {
                return text(node.text(), true);
            } else if (path.depth() == 5 && path.name().equals("file_data")) {
                String data = node.text();
                byte[] decoded = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
                return new FileContent(decoded, false, false);
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalStateException("a file's request holds no file");
        }
        return text(String.join("\n", lines), false);
    }

    private static List<JsonNode> nodes(byte[] body) {
        try {
            return JsonDocument.read(body).nodes();
        } catch (JsonProblem altered) {
            throw new IllegalStateException("a body that may leave is no JSON", altered);
        }
    }

    private static FileContent text(String text, boolean instead) {
        return new FileContent(text.getBytes(StandardCharsets.UTF_8), true, instead);
    }

    /** Not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** Whether it is a text that took a document's place. */
    boolean instead() {
        return instead;
    }

    String contentType() {
        return text ? "text/plain" : "application/octet-stream";
    }

    @Override
    public String toString() {
        return "FileContent of " + bytes.length + " bytes";
    }
}
