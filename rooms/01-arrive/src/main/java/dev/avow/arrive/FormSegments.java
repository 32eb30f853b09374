package dev.avow.arrive;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FormFiles;
import dev.avow.words.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a form among its segments: what is not looked into, and what must not be there. */
final class FormSegments {

    private FormSegments() {}

    /** What is wrong with the files; null where nothing is. */
    static @Nullable Fault refuse(FormFiles files, JsonDocument document) {
        if (!files.isForm()) {
            return null;
        }
        for (JsonNode node : document.nodes()) {
            if (isPlace(node) && !isMedia(files.unscanned(Integer.parseInt(node.text())))) {
                JsonPath file = node.path().at(node.path().depth() - 1);
                return Fault.of(
                        FaultCode.INVALID_VALUE,
                        file
                                + " must be an image or sound; a text or a document would leave"
                                + " here without having been looked at, so send it in a chat",
                        file.toString());
            }
        }
        return null;
    }

    /** Text is told by its bytes; sound without a head may look like some, so heads come first. */
    private static boolean isMedia(byte[] file) {
        return switch (AttachmentKind.of(file)) {
            case IMAGE, SOUND -> true;
            case DOCUMENT -> false;
            case OTHER -> AttachmentText.charset(file, "", true) == null;
        };
    }

    /** The segments with one for each file. */
    static List<Segment> with(
            List<Segment> segments, FormFiles files, JsonDocument document, Route route) {
        List<Segment> all = new ArrayList<>(segments);
        for (JsonNode node : document.nodes()) {
            if (isPlace(node)) {
                AttachmentKind kind =
                        AttachmentKind.of(files.unscanned(Integer.parseInt(node.text())));
                all.add(
                        new Segment.Opaque(
                                kind == AttachmentKind.OTHER ? expected(route) : kind,
                                node.start(),
                                node.end()));
            }
        }
        all.sort(Comparator.comparingInt(Segment::start));
        return all;
    }

    private static AttachmentKind expected(Route route) {
        return switch (route) {
            case TRANSCRIPTIONS, TRANSLATIONS, SPEECH -> AttachmentKind.SOUND;
            case IMAGE_GENERATIONS, IMAGE_EDITS, IMAGE_VARIATIONS -> AttachmentKind.IMAGE;
            case CHAT_COMPLETIONS, RESPONSES, EMBEDDINGS, MESSAGES, COUNT_TOKENS, RERANK ->
                    AttachmentKind.OTHER;
        };
    }

    /** {@link FormJson} writes no other number by that name below the top. */
    private static boolean isPlace(JsonNode node) {
        return node.kind() == Kind.NUMBER
                && node.path().depth() > 1
                && node.path().name().equals("part");
    }
}
