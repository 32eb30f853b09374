package dev.avow.arrive;

import dev.avow.json.JsonSplice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a file a request to {@code /v1/responses} that holds nothing else, so that a file which
 * a provider is to keep is looked at like one that is sent in a request. A text is the content of
 * one message, lines of JSON that of one each, so that escapes cannot hide a value; anything else
 * is a file's data. Pure.
 */
public final class FileBody {

    private FileBody() {}

    /**
     * The body.
     *
     * @param model who is to read it, as a caller names one
     * @param unscanned the file
     * @param extension of its name, without a dot
     */
    public static byte[] of(String model, byte[] unscanned, String extension) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(unscanned.length + 256);
        body.writeBytes(ascii("{\"model\":"));
        body.writeBytes(JsonSplice.quote(model));
        body.writeBytes(ascii(",\"input\":["));
        Charset charset = charset(unscanned);
        if (charset == null) {
            body.writeBytes(ascii("{\"role\":\"user\",\"content\":[{\"type\":\"input_file\","));
            body.writeBytes(ascii("\"filename\":\"file." + extension + "\",\"file_data\":\""));
            body.writeBytes(ascii("data:application/octet-stream;base64,"));
            body.writeBytes(Base64.getEncoder().encode(unscanned));
            body.writeBytes(ascii("\"}]}"));
        } else {
            String comma = "";
            for (String text : messages(new String(unscanned, charset))) {
                body.writeBytes(ascii(comma + "{\"role\":\"user\",\"content\":"));
                body.writeBytes(JsonSplice.quote(text));
                body.writeBytes(ascii("}"));
                comma = ",";
            }
        }
        body.writeBytes(ascii("]}"));
        return body.toByteArray();
    }

    /** Null where it is no text. */
    private static @Nullable Charset charset(byte[] file) {
        return AttachmentKind.of(file) == AttachmentKind.OTHER
                ? AttachmentText.charset(file, "", true)
                : null;
    }

    private static List<String> messages(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        boolean json =
                lines.stream()
                        .map(String::strip)
                        .allMatch(line ->
                                line.isEmpty() || (line.startsWith("{") && line.endsWith("}")));
        return json && lines.size() > 1 ? lines : List.of(text);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
