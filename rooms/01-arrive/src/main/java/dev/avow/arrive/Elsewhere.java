package dev.avow.arrive;

import dev.avow.json.JsonPath;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of images and documents, which the provider fetches itself. The address is text and is
 * looked at; what stands there is not.
 */
final class Elsewhere {

    private Elsewhere() {}

    /** What stands at an address; null where the string is none of these. */
    static @Nullable AttachmentKind kind(JsonPath path, String text) {
        if (!text.regionMatches(true, 0, "http", 0, 4)) {
            return null;
        }
        return switch (path.name()) {
            case "file_url" -> AttachmentKind.DOCUMENT;
            case "image_url" -> AttachmentKind.IMAGE;
            case "url" ->
                    switch (path.at(Math.max(1, path.depth() - 1)).name()) {
                        case "image_url" -> AttachmentKind.IMAGE;
                        case "source" ->
                                text.toLowerCase(Locale.ROOT).contains(".pdf")
                                        ? AttachmentKind.DOCUMENT
                                        : AttachmentKind.IMAGE;
                        default -> null;
                    };
            default -> null;
        };
    }
}
