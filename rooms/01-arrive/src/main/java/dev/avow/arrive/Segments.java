package dev.avow.arrive;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonPath;
import dev.avow.json.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a document into segments. */
final class Segments {

    /** Shorter numbers name nobody. */
    private static final int SHORTEST_NUMBER = 9;

    private static final int DEEPEST_NESTING = 4;

    /** Members of a message that say what it is rather than what it says. */
    private static final Set<String> STRUCTURE =
            Set.of("role", "type", "id", "tool_call_id", "format", "detail", "finish_reason");

    /** Numbers of the request itself. A seed is often long, and nobody's. */
    private static final Set<String> TUNING = Set.of("seed", "max_tokens", "max_completion_tokens");

    private Segments() {}

    static List<Segment> of(JsonDocument document) {
        List<Segment> segments = new ArrayList<>();
        for (JsonNode node : document.nodes()) {
            JsonPath path = node.path();
            boolean prompt = isPrompt(path);
            switch (node.kind()) {
                case STRING -> {
                    if (!path.isTopLevel("model")) {
                        segments.add(string(node, prompt, 0));
                    }
                }
                case NUMBER -> {
                    if (node.text().length() >= SHORTEST_NUMBER
                            && !(path.depth() == 1 && TUNING.contains(path.name()))) {
                        segments.add(number(node, prompt));
                    }
                }
                case NAME -> addName(node, segments);
                case OBJECT, ARRAY, BOOLEAN, NULL -> {}
            }
        }
        return segments;
    }

    private static boolean isPrompt(JsonPath path) {
        return path.depth() >= 3
                && path.at(1).name().equals("messages")
                && !STRUCTURE.contains(path.name());
    }

    private static void addName(JsonNode node, List<Segment> into) {
        for (int i = 0; i < node.text().length(); i++) {
            char c = node.text().charAt(i);
            if ((c < 'a' || c > 'z') && c != '_') {
                into.add(new Segment.Name(node.text(), node.start(), node.end()));
                return;
            }
        }
    }

    private static Segment number(JsonNode node, boolean prompt) {
        return new Segment.Digits(node.text(), node.start(), node.end(), prompt);
    }

    private static Segment string(JsonNode node, boolean prompt, int nesting) {
        String text = node.text();
        if (text.startsWith("data:")) {
            return Attachments.dataUrl(node, prompt);
        }
        if (Attachments.isSound(node)) {
            return new Segment.Opaque(node.start(), node.end());
        }
        if (nesting < DEEPEST_NESTING && looksLikeJson(text)) {
            Segment nested = nested(node, prompt, nesting);
            if (nested != null) {
                return nested;
            }
        }
        return new Segment.Text(text, node.start(), node.end(), prompt);
    }

    private static boolean looksLikeJson(String text) {
        String trimmed = text.strip();
        if (trimmed.length() < 2) {
            return false;
        }
        char first = trimmed.charAt(0);
        char last = trimmed.charAt(trimmed.length() - 1);
        return (first == '{' && last == '}') || (first == '[' && last == ']');
    }

    private static @org.jspecify.annotations.Nullable Segment nested(
            JsonNode node, boolean prompt, int nesting) {
        try {
            JsonDocument inner = JsonDocument.read(node.text().getBytes(StandardCharsets.UTF_8));
            List<Segment> parts = new ArrayList<>();
            for (JsonNode at : inner.nodes()) {
                switch (at.kind()) {
                    case STRING -> parts.add(string(at, prompt, nesting + 1));
                    case NUMBER -> parts.add(number(at, prompt));
                    case NAME -> addName(at, parts);
                    case OBJECT, ARRAY, BOOLEAN, NULL -> {}
                }
            }
            return new Segment.Nested(inner, parts, node.start(), node.end());
        } catch (JsonProblem plainText) {
            return null;
        }
    }
}
