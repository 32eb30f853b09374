package dev.avow.arrive;

import dev.avow.json.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells attachments from text. Only where the protocol puts an attachment (RFC 2397 {@code data:}
 * URLs in {@code image_url.url}, {@code url}, {@code file_data}; base64 in {@code
 * input_audio.data}) is a string not read as text, and only where it is well-formed base64 of a
 * kind that is not text.
 */
final class Attachments {

    private static final Set<String> DATA_URL_MEMBERS = Set.of("url", "image_url", "file_data");

    private static final Pattern BINARY_KIND =
            Pattern.compile(
                    "data:(image|audio|video|font)/[a-z0-9.+-]+(;[a-z0-9=.-]+)*;base64,|data:application/(pdf|octet-stream|zip|vnd\\.[a-z0-9.+-]+);base64,");

    private Attachments() {}

    static Segment dataUrl(JsonNode node, boolean prompt) {
        String url = node.text();
        int comma = url.indexOf(',');
        Segment asText = new Segment.Text(url, node.start(), node.end(), prompt);
        if (!DATA_URL_MEMBERS.contains(node.path().name()) || comma < 0 || comma > 200) {
            return asText;
        }
        String head = url.substring(0, comma + 1);
        byte[] decoded = decode(url, comma + 1);
        if (decoded == null || !head.endsWith(";base64,")) {
            return asText;
        }
        if (BINARY_KIND.matcher(head.toLowerCase(Locale.ROOT)).matches()) {
            return new Segment.Opaque(node.start(), node.end());
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded)).toString();
            return new Segment.TextAttachment(head, text, node.start(), node.end(), prompt);
        } catch (CharacterCodingException notText) {
            return new Segment.Opaque(node.start(), node.end());
        }
    }

    static boolean isSound(JsonNode node) {
        return node.path().name().equals("data")
                && node.path().depth() > 1
                && node.path().at(node.path().depth() - 1).name().equals("input_audio")
                && decode(node.text(), 0) != null;
    }

    private static byte @org.jspecify.annotations.Nullable [] decode(String text, int from) {
        try {
            return Base64.getDecoder().decode(text.substring(from));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
