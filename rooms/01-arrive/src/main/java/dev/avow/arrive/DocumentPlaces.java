package dev.avow.arrive;

import dev.avow.json.JsonBrackets;
import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import java.util.ArrayList;
import java.util.List;

/**
 * What a document's text stands in the place of: in a chat's {@code file} part and a response's
 * {@code input_file} item the whole part, in Anthropic's block its {@code source}, elsewhere the
 * string itself (OpenAI's and Anthropic's API references, "file", "input_file", "document").
 */
final class DocumentPlaces {

    private DocumentPlaces() {}

    /** A document that was just found, in the place of its part. */
    static Segment.Document of(JsonDocument within, JsonNode node, byte[] bytes, boolean prompt) {
        JsonPath path = node.path();
        JsonPath parent = path.at(Math.max(1, path.depth() - 1));
        JsonPath place = path;
        String begin = "";
        String after = "";
        if (path.name().equals("file_data") && parent.name().equals("file") && path.depth() > 2) {
            place = path.at(path.depth() - 2);
            begin = "{\"type\":\"text\",\"text\":";
            after = "}";
        } else if (path.name().equals("file_data") && parent.index() >= 0) {
            place = parent;
            begin = "{\"type\":\"input_text\",\"text\":";
            after = "}";
        } else if (path.name().equals("data") && parent.name().equals("source")) {
            place = parent;
            begin = "{\"type\":\"text\",\"media_type\":\"text/plain\",\"data\":";
            after = "}";
        }
        int start = begin.isEmpty() ? node.start() : startOf(within, node, place);
        return new Segment.Document(
                new DocumentFile(bytes),
                new Segment.Text("", 0, 0, prompt),
                false,
                List.of(),
                begin,
                after,
                start,
                begin.isEmpty()
                        ? node.end()
                        : JsonBrackets.closed(
                                within.bytes(), node.end(), path.depth() - place.depth()));
    }

    /** Where the object opens that a node stands in: the last one before it at that depth. */
    private static int startOf(JsonDocument within, JsonNode node, JsonPath place) {
        int start = node.start();
        for (JsonNode each : within.nodes()) {
            if (each.start() >= node.start()) {
                break;
            }
            if (each.kind() == Kind.OBJECT && each.path().depth() == place.depth()) {
                start = each.start();
            }
        }
        return start;
    }

    /** The same segments, those inside a document's place among its parts. */
    static List<Segment> gathered(List<Segment> flat) {
        if (flat.stream().noneMatch(Segment.Document.class::isInstance)) {
            return flat;
        }
        List<Segment> gathered = new ArrayList<>();
        for (Segment segment : flat) {
            if (segment instanceof Segment.Document document) {
                gathered.removeIf(each -> isInside(each, document));
                gathered.add(with(document, flat));
            } else if (flat.stream().noneMatch(each -> isInside(segment, each))) {
                gathered.add(segment);
            }
        }
        return gathered;
    }

    private static Segment.Document with(Segment.Document document, List<Segment> flat) {
        List<Segment> parts = flat.stream().filter(each -> isInside(each, document)).toList();
        return new Segment.Document(
                document.file(),
                document.content(),
                document.whole(),
                parts,
                document.begin(),
                document.after(),
                document.start(),
                document.end());
    }

    /** Two documents in one place stay two: what cannot be replaced twice does not leave. */
    private static boolean isInside(Segment inner, Segment outer) {
        return outer instanceof Segment.Document
                && !(inner instanceof Segment.Document)
                && inner.start() >= outer.start()
                && inner.end() <= outer.end();
    }
}
