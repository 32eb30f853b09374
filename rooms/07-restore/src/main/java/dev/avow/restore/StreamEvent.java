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
            return new Lane(choice, -1, "", member, true);
        }
        if (inDelta && path.depth() == 5 && path.at(4).name().equals("function_call")) {
            return new Lane(choice, -1, "function_call", member, true);
        }
        if (inDelta && path.depth() == 7 && path.at(4).name().equals("tool_calls")) {
            String parent = path.at(6).name();
            boolean plain = parent.equals("function") || parent.equals("custom");
            return new Lane(choice, index(path.at(5)), parent, member, plain);
        }
        return new Lane(choice, -1, path.toString(), member, false);
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
