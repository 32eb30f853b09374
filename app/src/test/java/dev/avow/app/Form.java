package dev.avow.app;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A form with files as clients send it (RFC 7578), for tests. */
final class Form {

    /** A picture of one point, and a tenth of a second of silence. */
    static final byte[] PNG =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    static final byte[] WAV = wav();

    private static final String BOUNDARY = "border-of-a-test";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /**
     * Of JSON: a member with a string is a field, one with an object a file of that {@code
     * filename}, one with an array several of them.
     */
    static Form of(JsonNode json) {
        Form form = new Form();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            if (member.getValue().isArray()) {
                member.getValue().forEach(each -> form.add(member.getKey(), each));
            } else {
                form.add(member.getKey(), member.getValue());
            }
        }
        return form;
    }

    private void add(String name, JsonNode value) {
        if (value.isObject()) {
            boolean sound = name.equals("file");
            file(
                    name,
                    value.path("filename").stringValue(),
                    sound ? "audio/wav" : "image/png",
                    sound ? WAV : PNG);
        } else {
            field(name, value.asString());
        }
    }

    Form field(String name, String value) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n");
        text(value + "\r\n");
        return this;
    }

    Form file(String name, String filename, String type, byte[] bytes) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name);
        text("\"; filename=\"" + filename + "\"\r\nContent-Type: " + type + "\r\n\r\n");
        body.writeBytes(bytes);
        text("\r\n");
        return this;
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Http.Answer post(String url, String key) {
        text("--" + BOUNDARY + "--\r\n");
        return Http.post(
                url,
                key,
                "multipart/form-data; boundary=" + BOUNDARY,
                HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()),
                "Avow-Receipt",
                "full");
    }

    private static byte[] wav() {
        byte[] wav = new byte[1_644];
        byte[] head = "RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, wav, 0, head.length);
        return wav;
    }
}
