package dev.avow.restore;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One event with a {@code type}, and which part of the answer it is about. */
final class TypedEvent {

    /** What may stand in a stream's {@code event:} line without being quoted. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_.]{0,80}");

    private final JsonDocument document;
    private final StringBuilder place = new StringBuilder();
    private String type = "";
    private String part = "";
    private @Nullable JsonNode number;

    TypedEvent(byte[] json, TypedEvents kind) {
        this.document = Answer.read(json);
        for (JsonNode node : document.nodes()) {
            JsonPath path = node.path();
            if (path.depth() != 1) {
                continue;
            }
            if (node.kind() == Kind.STRING && path.name().equals("type")) {
                type = NAME.matcher(node.text()).matches() ? node.text() : "";
            } else if (node.kind() == Kind.NUMBER) {
                if (path.name().equals("sequence_number")) {
                    number = node;
                } else if (path.name().equals(kind.part())) {
                    part = node.text();
                } else if (path.name().endsWith("_index")) {
                    place.append('/').append(path.name()).append(node.text());
                }
            }
        }
    }

    JsonDocument document() {
        return document;
    }

    /** Empty where it has none, or one that no API has. */
    String type() {
        return type;
    }

    /** The part's number; empty where the event is about the whole. */
    String part() {
        return part;
    }

    /** The text of a delta: its part, its place in the part, and what kind of text it is. */
    String lane(JsonNode piece) {
        return part + place + "/" + type + "/" + piece.path().name();
    }

    /** The event's {@code sequence_number}; null where it has none. */
    @Nullable JsonNode number() {
        return number;
    }
}
