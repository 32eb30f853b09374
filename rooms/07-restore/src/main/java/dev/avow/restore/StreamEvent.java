package dev.avow.restore;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One event of a stream, with its lanes worked out. */
final class StreamEvent {

    private static final Set<String> ENVELOPE =
            Set.of("id", "object", "created", "model", "system_fingerprint", "service_tier");

    private final JsonDocument document;
    private final Map<JsonPath, Integer> indexOf = new HashMap<>();
    private final Set<Integer> finished = new HashSet<>();

    StreamEvent(byte[] json) {
        this.document = Answer.read(json);
        for (JsonNode node : document.nodes()) {
            JsonPath path = node.path();
            if (node.kind() == Kind.NUMBER && path.name().equals("index") && path.depth() >= 3) {
                indexOf.put(path.at(path.depth() - 1), smallNumber(node.text()));
            }
        }
        for (JsonNode node : document.nodes()) {
            JsonPath path = node.path();
            if (node.kind() == Kind.STRING
                    && path.depth() == 3
                    && path.name().equals("finish_reason")
                    && !node.text().isEmpty()) {
                finished.add(index(path.at(2)));
            }
        }
    }

    private static int smallNumber(String digits) {
        return digits.length() <= 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(digits)
                : 0;
    }

    private int index(JsonPath element) {
        return indexOf.getOrDefault(element, Math.max(0, element.index()));
    }

    JsonDocument document() {
        return document;
    }

    /** The choices that this event ends. */
    Set<Integer> finishedChoices() {
        return finished;
    }

    /** The lane of a text node: {@code choices[i].delta.…}. */
    Lane lane(JsonNode node) {
        JsonPath path = node.path();
        int choice = index(path.at(2));
        String member = path.name();
        boolean inDelta = path.at(3).name().equals("delta");
        if (inDelta && path.depth() == 4) {
            return Lane.of(choice, member);
        }
        if (inDelta && path.depth() == 7 && path.at(4).name().equals("tool_calls")) {
            String parent = path.at(6).name();
            if (parent.equals("function") || parent.equals("custom")) {
                return Lane.ofToolCall(choice, index(path.at(5)), parent, member);
            }
        }
        return inDelta && path.depth() > 4
                ? deeper(choice, path)
                : Lane.whole(choice, path.toString());
    }

    /**
     * A text further down, such as a part of a list of parts (Mistral), of the details of reasoning
     * (OpenRouter), or the transcript of what is spoken (OpenAI). What else says which of several
     * it is goes with it.
     */
    private Lane deeper(int choice, JsonPath path) {
        StringBuilder key = new StringBuilder(48).append(choice);
        StringBuilder before = new StringBuilder(96);
        StringBuilder after = new StringBuilder(16);
        for (int depth = 4; depth <= path.depth(); depth++) {
            JsonPath step = path.at(depth);
            if (step.index() >= 0) {
                key.append('/').append(index(step));
                before.append('[');
                after.insert(0, ']');
            } else {
                key.append('/').append(step.name());
                before.append('{');
                telling(path.at(depth - 1), before);
                before.append(Lane.quoted(step.name())).append(':');
                after.insert(0, '}');
            }
        }
        return new Lane(choice, key.toString(), before.toString(), after.toString());
    }

    /** The members of an object that say which one it is, each with a comma behind. */
    private void telling(JsonPath object, StringBuilder into) {
        for (JsonNode node : document.nodes()) {
            JsonPath path = node.path();
            boolean tells =
                    node.kind() == Kind.STRING
                            ? path.name().equals("type") || path.name().equals("format")
                            : node.kind() == Kind.NUMBER && path.name().equals("index");
            if (tells
                    && path.depth() == object.depth() + 1
                    && path.at(object.depth()).equals(object)) {
                into.append(Lane.quoted(path.name()))
                        .append(':')
                        .append(
                                new String(
                                        document.bytes(),
                                        node.start(),
                                        node.end() - node.start(),
                                        StandardCharsets.UTF_8))
                        .append(',');
            }
        }
    }

    /** The top-level members that every event of the stream repeats, as JSON without braces. */
    String envelope() {
        StringBuilder json = new StringBuilder();
        for (JsonNode node : document.nodes()) {
            JsonPath path = node.path();
            if (path.depth() == 1
                    && ENVELOPE.contains(path.name())
                    && (node.kind() == Kind.STRING || node.kind() == Kind.NUMBER)) {
                json.append(json.isEmpty() ? "" : ",")
                        .append('"')
                        .append(path.name())
                        .append("\":");
                json.append(
                        new String(
                                document.bytes(),
                                node.start(),
                                node.end() - node.start(),
                                StandardCharsets.UTF_8));
            }
        }
        return json.toString();
    }
}
