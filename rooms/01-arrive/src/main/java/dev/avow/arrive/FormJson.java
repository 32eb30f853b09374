package dev.avow.arrive;

import dev.avow.json.JsonSplice;
import dev.avow.words.FormFiles;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Gathers a form's fields and files into a body that room 01 reads, in the shape that {@link
 * FormFiles} tells. For one form; not safe for more than one thread.
 */
public final class FormJson {

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}");

    private final Map<String, List<byte[]>> members = new LinkedHashMap<>();
    private final List<byte[]> files = new ArrayList<>();

    /** Adds a field; one of the same name may stand there already. */
    public void field(String name, String value) {
        boolean bare =
                (name.equals("stream") && (value.equals("true") || value.equals("false")))
                        || (name.equals("n") && COUNT.matcher(value).matches());
        add(name, bare ? value.getBytes(StandardCharsets.US_ASCII) : JsonSplice.quote(value));
    }

    /**
     * Adds a file.
     *
     * @param filename as sent; it is looked at like any text
     * @param contentType as sent; empty for none
     * @param bytes not to be changed any more
     */
    public void file(String name, String filename, String contentType, byte[] bytes) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(128);
        file.writeBytes(ascii("{\"filename\":"));
        file.writeBytes(JsonSplice.quote(filename));
        file.writeBytes(ascii(",\"content_type\":"));
        file.writeBytes(JsonSplice.quote(contentType));
        file.writeBytes(ascii(",\"part\":" + files.size() + "}"));
        files.add(bytes);
        add(name, file.toByteArray());
    }

    private void add(String name, byte[] value) {
        members.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
    }

    /** The fields, and the files' names, as a JSON object. */
    public byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream(512);
        body.write('{');
        String comma = "";
        for (Map.Entry<String, List<byte[]>> member : members.entrySet()) {
            body.writeBytes(ascii(comma));
            comma = ",";
            body.writeBytes(JsonSplice.quote(member.getKey()));
            body.write(':');
            List<byte[]> values = member.getValue();
            if (values.size() == 1) {
                body.writeBytes(values.getFirst());
                continue;
            }
            for (int i = 0; i < values.size(); i++) {
                body.write(i == 0 ? '[' : ',');
                body.writeBytes(values.get(i));
            }
            body.write(']');
        }
        body.write('}');
        return body.toByteArray();
    }

    /** The files. */
    public FormFiles files() {
        return FormFiles.of(files);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
