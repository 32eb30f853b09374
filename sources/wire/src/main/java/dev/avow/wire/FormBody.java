package dev.avow.wire;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonPath;
import dev.avow.json.JsonProblem;
import dev.avow.words.FormFiles;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/**
 * Writes a form as {@code multipart/form-data} (RFC 7578) from what may leave: fields and names of
 * files from the JSON that {@link FormFiles} tells of, the files as they are. Names are escaped as
 * browsers do (WHATWG HTML, "multipart form data"), so that none of them can add a part.
 */
final class FormBody {

    private final String boundary = "avow-" + UUID.randomUUID();
    private final FormFiles files;
    private final Buffer out;
    private String filename = "";
    private String contentType = "";

    private FormBody(FormFiles files) {
        this.files = files;
        this.out = Buffer.buffer((int) Math.min(Integer.MAX_VALUE - 8, files.bytes() + 4_096));
    }

    static WireBody of(byte[] body, FormFiles files) {
        FormBody form = new FormBody(files);
        try {
            JsonDocument.read(body).nodes().forEach(form::add);
        } catch (JsonProblem wasReadBefore) {
            throw new IllegalStateException("what left is no JSON", wasReadBefore);
        }
        form.out.appendString("--" + form.boundary + "--\r\n");
        return new WireBody(
                "multipart/form-data; boundary=" + form.boundary, "*/*", form.out.getBytes());
    }

    private void add(JsonNode node) {
        JsonPath path = node.path();
        boolean field = path.depth() == 1 || (path.depth() == 2 && path.index() >= 0);
        switch (node.kind()) {
            case STRING, NUMBER, BOOLEAN -> {
                if (field) {
                    begin(path, "", "text/plain; charset=utf-8");
                    out.appendString(node.text()).appendString("\r\n");
                } else if (path.name().equals("filename")) {
                    filename = node.text();
                } else if (path.name().equals("content_type")) {
                    contentType = node.text();
                } else if (path.name().equals("part")) {
                    file(path, Integer.parseInt(node.text()));
                }
            }
            case NAME, OBJECT, ARRAY, NULL -> {}
        }
    }

    private void file(JsonPath path, int place) {
        begin(path, filename, contentType.isEmpty() ? "application/octet-stream" : contentType);
        out.appendBytes(files.unscanned(place)).appendString("\r\n");
    }

    private void begin(JsonPath path, String file, String type) {
        out.appendString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"");
        out.appendString(escaped(path.at(1).name())).appendString("\"");
        if (!file.isEmpty()) {
            out.appendString("; filename=\"").appendString(escaped(file)).appendString("\"");
            out.appendString("\r\nContent-Type: ").appendString(oneLine(type));
        }
        out.appendString("\r\n\r\n");
    }

    private static String escaped(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    private static String oneLine(String type) {
        return type.replaceAll("[^ -~]", "");
    }
}
