package dev.avow.translation;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.json.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON document, to walk through by names. It keeps the bytes that it was read from.
 * Where a name stands twice, the last one counts. Immutable.
 */
final class Value {

    private final @Nullable Kind kind;
    private final JsonPath path;
    private final String beyond;
    private final String text;
    private final byte[] source;
    private final int start;
    private final int end;
    private final Map<String, Value> members;
    private final List<Value> items;

    private Value(
            @Nullable Kind kind,
            JsonPath path,
            String beyond,
            String text,
            byte[] source,
            int start,
            int end,
            Map<String, Value> members,
            List<Value> items) {
        this.kind = kind;
        this.path = path;
        this.beyond = beyond;
        this.text = text;
        this.source = source;
        this.start = start;
        this.end = end;
        this.members = members;
        this.items = items;
    }

    static Value read(byte[] json) throws JsonProblem {
        JsonDocument document = JsonDocument.read(json);
        return new Reading(document).value();
    }

    static Value read(String json) throws JsonProblem {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The member of that name; a value that {@linkplain #isAbsent is absent} where none is. */
    Value get(String name) {
        Value member = members.get(name);
        return member != null
                ? member
                : new Value(null, path, beyond + "." + name, "", source, 0, 0, Map.of(), List.of());
    }

    /** An array's elements; empty for anything else. */
    List<Value> items() {
        return items;
    }

    /** An object's members in their order; empty for anything else. */
    Map<String, Value> members() {
        return members;
    }

    /** A string's text, or a number's or boolean's as it stands; empty for anything else. */
    String text() {
        return text;
    }

    /** Its bytes as they came. */
    String raw() {
        return new String(source, start, end - start, StandardCharsets.UTF_8);
    }

    /** Its path, with names that could be content left out; what faults name. */
    String where() {
        String known = path.toString() + beyond;
        return known.startsWith(".") ? known.substring(1) : known;
    }

    /** Not there, or null. */
    boolean isAbsent() {
        return kind == null || kind == Kind.NULL;
    }

    boolean isString() {
        return kind == Kind.STRING;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isObject() {
        return kind == Kind.OBJECT;
    }

    boolean isArray() {
        return kind == Kind.ARRAY;
    }

    /** Whether it is the string {@code wanted}. */
    boolean is(String wanted) {
        return isString() && text.equals(wanted);
    }

    boolean isTrue() {
        return kind == Kind.BOOLEAN && text.equals("true");
    }

    boolean isFalse() {
        return kind == Kind.BOOLEAN && text.equals("false");
    }

    /** A whole number of 0 to two thousand million; {@code otherwise} for anything else. */
    long count(long otherwise) {
        if (!isNumber()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            return number >= 0 && number <= Integer.MAX_VALUE ? number : otherwise;
        } catch (NumberFormatException noWholeNumber) {
            return otherwise;
        }
    }

    /** Prints the kind, never the text. */
    @Override
    public String toString() {
        return kind == null ? "nothing" : kind.name();
    }

    /** Builds values from the flat list of a document's nodes, in one pass. */
    private static final class Reading {

        private final byte[] source;
        private final List<JsonNode> nodes;
        private int at;

        Reading(JsonDocument document) {
            this.source = document.bytes();
            this.nodes = document.nodes();
        }

        Value value() {
            JsonNode node = nodes.get(at++);
            return switch (node.kind()) {
                case OBJECT -> object(node);
                case ARRAY -> array(node);
                default -> made(node, node.end(), Map.of(), List.of());
            };
        }

        private Value object(JsonNode node) {
            Map<String, Value> members = new LinkedHashMap<>();
            int last = node.end();
            while (isWithin(node.path())) {
                String name = nodes.get(at++).text();
                Value member = value();
                members.put(name, member);
                last = member.end;
            }
            return made(node, closing(last), members, List.of());
        }

        private Value array(JsonNode node) {
            List<Value> items = new ArrayList<>();
            int last = node.end();
            while (isWithin(node.path())) {
                Value item = value();
                items.add(item);
                last = item.end;
            }
            return made(node, closing(last), Map.of(), items);
        }

        private boolean isWithin(JsonPath container) {
            return at < nodes.size() && nodes.get(at).path().depth() > container.depth();
        }

        /** After the bracket that closes a container; only white space stands before it. */
        private int closing(int from) {
            int end = from;
            while (source[end] != '}' && source[end] != ']') {
                end++;
            }
            return end + 1;
        }

        private Value made(JsonNode node, int end, Map<String, Value> members, List<Value> items) {
            return new Value(
                    node.kind(),
                    node.path(),
                    "",
                    node.text(),
                    source,
                    node.start(),
                    end,
                    members,
                    items);
        }
    }
}
