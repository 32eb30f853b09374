package dev.avow.arrive;

import dev.avow.json.JsonPath;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of images, sounds, videos and documents, which the provider fetches itself. The address
 * is text and is looked at; what stands there is not.
 */
final class Elsewhere {

    /** Of any scheme (RFC 3986, section 3.1), since some servers read files and buckets too. */
    private static final Pattern ADDRESS =
            Pattern.compile("[\\x00- ]*(?!(?i:data):)([A-Za-z][A-Za-z0-9+.-]{0,20}:|//)");

    private Elsewhere() {}

    /** What stands at an address; null where the string is none of these. */
    static @Nullable AttachmentKind kind(JsonPath path, String text) {
        AttachmentKind kind = kind(path);
        if (kind == null || !ADDRESS.matcher(text).lookingAt()) {
            return null;
        }
        boolean source = path.at(Math.max(1, path.depth() - 1)).name().equals("source");
        return source && text.toLowerCase(Locale.ROOT).contains(".pdf")
                ? AttachmentKind.DOCUMENT
                : kind;
    }

    private static @Nullable AttachmentKind kind(JsonPath path) {
        String name = path.name();
        return switch (name.equals("url") ? path.at(Math.max(1, path.depth() - 1)).name() : name) {
            case "file_url" -> AttachmentKind.DOCUMENT;
            case "image_url" -> AttachmentKind.IMAGE;
            case "audio_url" -> AttachmentKind.SOUND;
            case "video_url" -> AttachmentKind.OTHER;
            case "source" -> name.equals("url") ? AttachmentKind.IMAGE : null;
            default -> null;
        };
    }
}
