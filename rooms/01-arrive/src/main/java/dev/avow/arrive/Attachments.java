package dev.avow.arrive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonPath;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells attachments from text.
 *
 * <p>An attachment is base64, in a {@code data:} URL (RFC 2397) or bare where the protocol has it
 * so, or where a string is nothing else, in one line or in many of one length: a long one whatever
 * it is, a shorter one where it decodes to text. What it is, its bytes say and not its label: an
 * office suite labels a table as a spreadsheet, and a drawing (SVG) is text. Bytes that are text
 * are scanned wherever they stand. Other bytes are left alone only where the protocol puts an
 * attachment, under a label that is a binary kind's, or where {@link AttachmentText} knows no
 * encoding that they could be text in; anywhere else they are read as text in an old encoding.
 */
final class Attachments {

    private static final Set<String> DATA_URL_MEMBERS = Set.of("url", "image_url", "file_data");

    private static final Pattern BINARY_KIND =
            Pattern.compile(
                    "data:(image|audio|video|font)/[a-z0-9.+-]+(;[a-z0-9=.-]+)*;base64,|data:application/(pdf|octet-stream|zip|x-zip-compressed|msword|vnd\\.[a-z0-9.+-]+)(;[a-z0-9=.-]+)*;base64,");

    /** A label in which nobody could be named, as nearly all are. */
    private static final Pattern PLAIN_HEAD =
            Pattern.compile("data:[a-z]+/[a-z.+-]*[0-9]{0,4}(;charset=utf-8)?;base64,");

    private static final int FEWEST_DIGITS = 7;

    /** A shorter one is rather a word, a hash or a key, unless it decodes to text. */
    private static final int SHORTEST_BARE = 256;

    /** Of 18 bytes that are none, one in many thousands is text by chance. */
    private static final int SHORTEST_BARE_TEXT = 24;

    /** Programs break base64 after 60, 64 or 76 characters; a list of words has shorter lines. */
    private static final int SHORTEST_LINE = 40;

    private static final int SHORTEST_SOURCE = 16;

    private Attachments() {}

    /** Adds the segments of an attachment; false where the string is none. */
    static boolean add(JsonDocument within, JsonNode node, boolean prompt, List<Segment> into) {
        String text = node.text();
        int comma = isDataUrl(text) ? text.indexOf(',') : -1;
        boolean shorter = comma < 0 && !isBareBase64(node.path()) && isTextInBase64(text);
        boolean bare =
                comma < 0
                        && (isBareBase64(node.path())
                                || shorter
                                || isLongBase64(text)
                                || (isSource(node.path()) && decodesToKnown(text)));
        if (comma < 0 && !bare) {
            return false;
        }
        String head = text.substring(0, comma + 1);
        String kind = head.strip().toLowerCase(Locale.ROOT);
        byte[] decoded = bare || kind.endsWith(";base64,") ? decode(text, comma + 1) : null;
        if (decoded == null) {
            if (kind.endsWith(";base64,")
                    || (comma < 0 && isBareBase64(node.path()) && isNearlyBase64(text))) {
                // Some decoders pass over what is no base64; who governs attachments must see it.
                into.add(untold(within, node, new byte[0], prompt, kind));
            }
            return false;
        }
        if (AttachmentKind.of(decoded) == AttachmentKind.DOCUMENT) {
            // Some could pass for text, of which the half would be hidden in its own escapes.
            unread(within, node, decoded, prompt, bare ? "" : kind, into);
            return true;
        }
        boolean binaryHere =
                bare
                        || (DATA_URL_MEMBERS.contains(node.path().name())
                                && BINARY_KIND.matcher(kind).matches());
        Charset charset = AttachmentText.charset(decoded, kind, binaryHere);
        if (charset == null) {
            unread(within, node, decoded, prompt, bare ? "" : kind, into);
            return true;
        }
        Segment.Text whole = new Segment.Text(text, node.start(), node.end(), prompt);
        Segment.Text label = new Segment.Text(head, 0, head.length(), false);
        String content = new String(decoded, charset);
        into.add(
                new Segment.Attachment(
                        label,
                        new Segment.Text(content, 0, content.length(), prompt),
                        shorter || holdsNumber(text) ? whole : null,
                        charset,
                        node.start(),
                        node.end()));
        return true;
    }

    /** What is not read as text. A label of many words may name somebody. */
    private static void unread(
            JsonDocument within,
            JsonNode node,
            byte[] decoded,
            boolean prompt,
            String label,
            List<Segment> into) {
        into.add(untold(within, node, decoded, prompt, label));
        boolean plain = label.isEmpty() || PLAIN_HEAD.matcher(label).matches();
        boolean known = AttachmentKind.of(decoded) == AttachmentKind.DOCUMENT;
        boolean number = !known && holdsNumber(node.text());
        if (!plain || number) {
            into.add(new Segment.Text(node.text(), node.start(), node.end(), prompt));
        }
    }

    private static Segment untold(
            JsonDocument within, JsonNode node, byte[] decoded, boolean prompt, String label) {
        AttachmentKind what = kind(decoded, node.path(), label);
        return what == AttachmentKind.DOCUMENT
                ? DocumentPlaces.of(within, node, decoded, prompt)
                : new Segment.Opaque(what, node.start(), node.end());
    }

    /** What its bytes say; where they say nothing, where it stands and what it is called. */
    private static AttachmentKind kind(byte[] decoded, JsonPath path, String label) {
        AttachmentKind kind = AttachmentKind.of(decoded);
        if (kind != AttachmentKind.OTHER) {
            return kind;
        }
        if (isInputAudio(path) || label.startsWith("data:audio/")) {
            return AttachmentKind.SOUND;
        }
        if (label.startsWith("data:image/")) {
            return AttachmentKind.IMAGE;
        }
        // What is sent as a file is one, whether anybody can read it or not.
        return path.name().equals("file_data") ? AttachmentKind.DOCUMENT : AttachmentKind.OTHER;
    }

    private static boolean isInputAudio(JsonPath path) {
        return path.name().equals("data")
                && path.depth() > 1
                && path.at(path.depth() - 1).name().equals("input_audio");
    }

    /** A telephone number is well-formed base64 too; it must not pass for what it decodes to. */
    private static boolean holdsNumber(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (++digits == FEWEST_DIGITS) {
                    return true;
                }
            } else if (Character.isLetter(c) || c == '/') {
                digits = 0;
            }
        }
        return false;
    }

    private static boolean isDataUrl(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return text.regionMatches(true, at, "data:", 0, 5);
    }

    private static boolean isBareBase64(JsonPath path) {
        return path.name().equals("file_data") || isInputAudio(path);
    }

    /** Anthropic's documents: base64 or plain text, as a member beside it says. */
    private static boolean isSource(JsonPath path) {
        return path.name().equals("data")
                && path.depth() > 1
                && path.at(path.depth() - 1).name().equals("source");
    }

    /** A shorter word could be text by chance, both as it is and decoded. */
    private static boolean decodesToKnown(String text) {
        byte[] decoded = text.length() < SHORTEST_SOURCE ? null : decode(text, 0);
        return decoded != null
                && (AttachmentKind.of(decoded) != AttachmentKind.OTHER
                        || AttachmentText.charset(decoded, "", true) != null);
    }

    /** Whether a long string is nothing but base64. */
    private static boolean isLongBase64(String text) {
        return text.length() >= SHORTEST_BARE && isBase64Alone(text, true);
    }

    /** Whether a shorter string is nothing but base64, and of what is text beyond doubt. */
    private static boolean isTextInBase64(String text) {
        if (text.length() < SHORTEST_BARE_TEXT
                || text.length() >= SHORTEST_BARE
                || !isBase64Alone(text, false)) {
            return false;
        }
        byte[] decoded = decode(text, 0);
        return decoded != null && UTF_8.equals(AttachmentText.charset(decoded, "", true));
    }

    /**
     * Letters of both cases, and digits where they are wanted, without a blank; in lines of one
     * length if in lines. Lengthy hexadecimal numbers and rows of one letter are not.
     */
    private static boolean isBase64Alone(String text, boolean withDigits) {
        int end = text.length();
        while (end > 0 && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        int padded = end;
        while (end > 0 && text.charAt(end - 1) == '=' && end > padded - 2) {
            end--;
        }
        boolean upper = false;
        boolean lower = false;
        boolean digit = !withDigits;
        int width = 0;
        int line = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (isLineEnd(c)) {
                if (c == '\r' && text.charAt(i + 1) == '\n') {
                    continue;
                }
                width = width == 0 ? line : width;
                if (line != width || width < SHORTEST_LINE) {
                    return false;
                }
                line = 0;
                continue;
            }
            line++;
            if (c >= 'A' && c <= 'Z') {
                upper = true;
            } else if (c >= 'a' && c <= 'z') {
                lower = true;
            } else if (c >= '0' && c <= '9') {
                digit = true;
            } else if (c != '+' && c != '/' && c != '-' && c != '_') {
                return false;
            }
        }
        return upper && lower && digit && (width == 0 || line <= width);
    }

    private static boolean isLineEnd(char c) {
        return c == '\r' || c == '\n';
    }

    private static boolean isNearlyBase64(String text) {
        long others =
                text.chars()
                        .filter(c ->
                                c >= 0x80
                                        || !(Character.isLetterOrDigit(c)
                                                || "+/-_=".indexOf(c) >= 0))
                        .count();
        return text.length() >= SHORTEST_SOURCE && others <= text.length() / 16;
    }

    /**
     * Also with line ends or the URL alphabet, since providers read those; null where it is none.
     */
    private static byte @Nullable [] decode(String text, int from) {
        StringBuilder plain = new StringBuilder(text.length() - from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                plain.append(c == '-' ? '+' : c == '_' ? '/' : c);
            }
        }
        try {
            return Base64.getDecoder().decode(plain.toString());
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
