package dev.avow.arrive;

import dev.avow.json.JsonDocument;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A part of a request that holds text, and where its bytes are. Every string, every member's name
 * and every long number of a body is one; a new field of the protocol is therefore text until
 * someone says otherwise.
 */
public sealed interface Segment {

    /** First byte in the body (or in the nested document), inclusive. */
    int start();

    /** After the last byte, exclusive. */
    int end();

    /** Each text of these, in the order in which they are scanned. */
    static void eachLeaf(List<Segment> segments, Consumer<Leaf> then) {
        for (Segment segment : segments) {
            switch (segment) {
                case Leaf leaf -> then.accept(leaf);
                case Nested nested -> eachLeaf(nested.parts(), then);
                case Attachment attachment -> eachLeaf(attachment.parts(), then);
                case Document document -> eachLeaf(document.scanned(), then);
                case Opaque _, Kept _ -> {}
            }
        }
    }

    /** A segment that is scanned as one text. */
    sealed interface Leaf extends Segment {
        /** The text as a reader would see it, escapes undone. */
        String unmaskedText();

        /** Whether it is part of what the model is asked: it counts for fingerprint and length. */
        boolean isPrompt();

        /**
         * The names of the members that it stands in, where they say what it is: one, or an outer
         * and an inner one; empty where the protocol gave them.
         */
        default List<String> unmaskedNames() {
            return List.of();
        }
    }

    /** A JSON string. */
    record Text(
            String unmaskedText, int start, int end, boolean isPrompt, List<String> unmaskedNames)
            implements Leaf {
        public Text {
            unmaskedNames = List.copyOf(unmaskedNames);
        }

        /** One that nothing names. */
        public Text(String unmaskedText, int start, int end, boolean isPrompt) {
            this(unmaskedText, start, end, isPrompt, List.of());
        }

        @Override
        public String toString() {
            return "Text of " + unmaskedText.length() + " chars";
        }
    }

    /** A member's name. */
    record Name(String unmaskedText, int start, int end) implements Leaf {
        @Override
        public boolean isPrompt() {
            return false;
        }

        @Override
        public String toString() {
            return "Name of " + unmaskedText.length() + " chars";
        }
    }

    /** A bare number, long enough to be somebody's. When masked it becomes a string. */
    record Digits(
            String unmaskedText, int start, int end, boolean isPrompt, List<String> unmaskedNames)
            implements Leaf {
        public Digits {
            unmaskedNames = List.copyOf(unmaskedNames);
        }

        @Override
        public String toString() {
            return "Digits of " + unmaskedText.length() + " chars";
        }
    }

    /**
     * An attachment whose bytes are text: base64, mostly in a {@code data:} URL.
     *
     * @param head the URL up to and with its comma, which can name a file; empty for bare base64
     * @param content the decoded bytes; its places are within themselves
     * @param letters the string as it stands, where it could be read as a number too; null where
     *     not
     * @param charset how they were decoded, and are to be encoded again
     */
    record Attachment(
            Text head, Text content, @Nullable Text letters, Charset charset, int start, int end)
            implements Segment {
        /** What is scanned, in this order. */
        public List<Segment> parts() {
            return letters == null ? List.of(head, content) : List.of(head, content, letters);
        }

        @Override
        public String toString() {
            return "Attachment of " + content.unmaskedText().length() + " chars";
        }
    }

    /**
     * A JSON string that itself holds a JSON document, such as a tool call's arguments. It is taken
     * apart so that escapes cannot hide a value and a masked one leaves well-formed JSON.
     *
     * @param document the inner document
     * @param parts its segments, their places within {@code document}
     */
    record Nested(JsonDocument document, List<Segment> parts, int start, int end)
            implements Segment {
        public Nested {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return "Nested of " + parts.size() + " segments";
        }
    }

    /**
     * A document, such as a PDF. Its text is taken out where waiting is allowed ({@link
     * DocumentReading}). Where that text holds findings, it stands in the document's place when the
     * request leaves; a document cannot be written anew.
     *
     * @param file the document
     * @param content its text; empty until it was read
     * @param whole whether all of its text was taken out; false until it was read
     * @param parts what else stands in its place, such as its name; scanned too
     * @param begin what goes before the text as a JSON string where that takes the document's place
     * @param after what goes behind it
     */
    record Document(
            DocumentFile file,
            Text content,
            boolean whole,
            List<Segment> parts,
            String begin,
            String after,
            int start,
            int end)
            implements Segment {
        public Document {
            parts = List.copyOf(parts);
        }

        Document with(Text text, boolean all) {
            return new Document(file, text, all, parts, begin, after, start, end);
        }

        Document with(List<Segment> others) {
            return new Document(file, content, whole, others, begin, after, start, end);
        }

        /** What is scanned, in this order. */
        public List<Segment> scanned() {
            List<Segment> all = new ArrayList<>();
            all.add(content);
            all.addAll(parts);
            return all;
        }

        @Override
        public String toString() {
            return "Document of " + file.size() + " bytes";
        }
    }

    /**
     * An attachment that is no text (an image, a sound), or the address of one that the provider
     * fetches itself. It is not looked into; policies may name it as a finding of type {@code
     * attachment}, and of its kind's type.
     *
     * @param kind what it is
     */
    record Opaque(AttachmentKind kind, int start, int end) implements Segment {}

    /**
     * The id of a file that a provider keeps and that came by way of this installation.
     *
     * @param id as the caller names it
     * @param known what is known of it; null until it was looked up
     */
    record Kept(String id, @Nullable Known known, int start, int end) implements Segment {
        Kept with(Known other) {
            return new Kept(id, other, start, end);
        }

        /** Prints nothing of it. */
        @Override
        public String toString() {
            return "Kept";
        }
    }

    /**
     * What is known of a kept file.
     *
     * @param remoteId the provider's own id
     * @param found what it held when it came, by type
     * @param inClear whether values that were found in it left as they are
     */
    record Known(String remoteId, List<Found> found, boolean inClear) {
        public Known {
            found = List.copyOf(found);
        }
    }

    /**
     * Findings of one type.
     *
     * @param type its id
     * @param confidence the highest of all, 0 to 1
     */
    record Found(String type, int tier, double confidence, int count) {}
}
