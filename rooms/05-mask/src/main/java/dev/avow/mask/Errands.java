package dev.avow.mask;

import dev.avow.arrive.FormJson;
import dev.avow.words.Destination;
import dev.avow.words.FormFiles;
import dev.avow.words.Route;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The only mint of what may be said of files and batches. A file is made here of requests that may
 * leave by themselves; names of files, ids that callers gave to lines and what they noted on a
 * batch are not in it.
 */
public final class Errands {

    /** How a line's own id begins; the line's number follows, from 1. */
    public static final String LINE = "line-";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");
    private static final Pattern WORD = Pattern.compile("[a-z0-9_]{1,20}");
    private static final byte[] NOTHING = new byte[0];

    private Errands() {}

    /** Whether this can be an id of a provider's; nothing else goes into a path. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * The file of a batch.
     *
     * @param lines at least one, all for the same provider
     */
    public static Errand batchFile(List<Outbound> lines) {
        Destination destination = destination(lines);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int number = 0;
        for (Outbound line : lines) {
            number++;
            write(number, line, file);
        }
        FormJson form = new FormJson();
        form.field("purpose", "batch");
        form.file("file", "batch.jsonl", "application/jsonl", file.toByteArray());
        return new MintedErrand(
                Errand.Kind.UPLOAD,
                destination,
                "",
                new MintedErrand.Content(form.body()),
                form.files());
    }

    /**
     * Begins a message batch.
     *
     * @param requests at least one, all for the same provider
     */
    public static Errand messageBatch(List<Outbound> requests) {
        Destination destination = destination(requests);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int number = 0;
        for (Outbound request : requests) {
            number++;
            body.writeBytes(
                    ascii(
                            (number == 1 ? "{\"requests\":[" : ",")
                                    + "{\"custom_id\":\""
                                    + LINE
                                    + number
                                    + "\",\"params\":"));
            body.writeBytes(request.body());
            body.write('}');
        }
        body.writeBytes(ascii("]}"));
        return new MintedErrand(
                Errand.Kind.MESSAGES_BEGIN,
                destination,
                "",
                new MintedErrand.Content(body.toByteArray()),
                FormFiles.NONE);
    }

    private static Destination destination(List<Outbound> lines) {
        Destination destination = lines.getFirst().destination();
        for (Outbound line : lines) {
            if (!line.destination().providerId().equals(destination.providerId())
                    || line.streamed()
                    || line.files().isForm()) {
                throw new IllegalArgumentException("a batch is of one provider, and of JSON alone");
            }
        }
        return destination;
    }

    /**
     * A file that is to be kept for other requests: what a request that held nothing else would
     * have taken along.
     *
     * @param whole of {@code /v1/responses}, in the shape of {@link dev.avow.arrive.FileBody}
     * @param purpose as the provider names it
     * @param extension of its name, for whoever reads it
     */
    public static Errand file(Outbound whole, String purpose, String extension) {
        if (!WORD.matcher(purpose).matches() || !WORD.matcher(extension).matches()) {
            throw new IllegalArgumentException("a purpose and an extension are small words");
        }
        FileContent content = FileContent.of(whole.body());
        String ending = content.instead() ? "txt" : extension;
        FormJson form = new FormJson();
        form.field("purpose", purpose);
        form.file("file", "file." + ending, content.contentType(), content.bytes());
        return new MintedErrand(
                Errand.Kind.UPLOAD,
                whole.destination(),
                "",
                new MintedErrand.Content(form.body()),
                form.files());
    }

    private static void write(int number, Outbound line, ByteArrayOutputStream into) {
        into.writeBytes(
                ascii(
                        "{\"custom_id\":\""
                                + LINE
                                + number
                                + "\",\"method\":\"POST\",\"url\":\"/v1"
                                + line.route().path()
                                + "\",\"body\":"));
        // A line end inside JSON stands between tokens only; here it would end the line.
        for (byte b : line.body()) {
            into.write(b == '\n' || b == '\r' ? ' ' : b);
        }
        into.writeBytes(ascii("}\n"));
    }

    /**
     * Begins a batch.
     *
     * @param remoteFileId the provider's id of the file
     * @param route the one that all its lines name
     */
    public static Errand begin(Destination destination, String remoteFileId, Route route) {
        requireId(remoteFileId);
        String json =
                "{\"input_file_id\":\""
                        + remoteFileId
                        + "\",\"endpoint\":\"/v1"
                        + route.path()
                        + "\",\"completion_window\":\"24h\"}";
        return new MintedErrand(
                Errand.Kind.BEGIN,
                destination,
                "",
                new MintedErrand.Content(ascii(json)),
                FormFiles.NONE);
    }

    /**
     * An errand that says an id and nothing else.
     *
     * @param remoteId the provider's own
     */
    public static Errand about(Errand.Kind kind, Destination destination, String remoteId) {
        requireId(remoteId);
        return switch (kind) {
            case FILE,
                    DELETE,
                    CONTENT,
                    BATCH,
                    CANCEL,
                    MESSAGES_BATCH,
                    MESSAGES_RESULTS,
                    MESSAGES_CANCEL,
                    MESSAGES_DELETE ->
                    new MintedErrand(
                            kind,
                            destination,
                            remoteId,
                            new MintedErrand.Content(NOTHING),
                            FormFiles.NONE);
            case UPLOAD, BEGIN, MESSAGES_BEGIN ->
                    throw new IllegalArgumentException("it says more than an id");
        };
    }

    private static void requireId(String remoteId) {
        if (!isId(remoteId)) {
            throw new IllegalArgumentException("this is no id of a provider's");
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
