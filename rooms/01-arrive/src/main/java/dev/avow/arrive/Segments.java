package dev.avow.arrive;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonPath;
import dev.avow.json.JsonProblem;
import dev.avow.json.JsonTokens;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts a document into segments. */
final class Segments {

    /** Shorter numbers name nobody by themselves. */
    private static final int SHORTEST_NUMBER = 9;

    /** Shorter ones name nobody beside a name either. */
    private static final int SHORTEST_NAMED = 7;

    /** Longer numbers than any that names somebody; keeps 1e999999999 from being written out. */
    private static final int LONGEST_WHOLE = 40;

    private static final int DEEPEST_NESTING = 4;

    /** Members of a message that say what it is rather than what it says. */
    private static final Set<String> STRUCTURE =
            Set.of(
                    "role",
                    "type",
                    "id",
                    "tool_call_id",
                    "tool_use_id",
                    "call_id",
                    "item_id",
                    "media_type",
                    "format",
                    "detail",
                    "status",
                    "finish_reason");

    private Segments() {}

    /**
     * Every text of a document.
     *
     * @param tokens what the documents inside its strings may still hold
     * @throws JsonProblem where they hold more, since a text that cannot be taken apart must not
     *     leave unread
     */
    static List<Segment> of(RouteTable table, JsonDocument document, JsonTokens tokens)
            throws JsonProblem {
        List<Segment> segments = new ArrayList<>();
        for (JsonNode node : document.nodes()) {
            JsonPath path = node.path();
            boolean prompt = isPrompt(table, path);
            switch (node.kind()) {
                case STRING -> {
                    if (KeptFiles.isName(path)) {
                        segments.add(new Segment.Kept(node.text(), null, node.start(), node.end()));
                    } else if (!path.isTopLevel("model")) {
                        List<String> names = MemberNames.ofBody(path);
                        string(document, node, prompt, names, 0, tokens, segments);
                    }
                }
                case NUMBER -> {
                    if (!isTuning(table, path) || !isShort(node.text())) {
                        number(node, prompt, MemberNames.ofBody(path), segments);
                    }
                }
                case NAME -> addName(node, segments);
                case OBJECT, ARRAY, BOOLEAN, NULL -> {}
            }
        }
        return DocumentPlaces.gathered(segments);
    }

    /**
     * Whether a number there tunes the model. Where it is long enough for a card it is looked at
     * too.
     */
    private static boolean isTuning(RouteTable table, JsonPath path) {
        return path.depth() == 1 && table.tuning().contains(path.name());
    }

    /** Whether a number is whole and fits 32 bits; a longer one could be a card. */
    private static boolean isShort(String number) {
        String digits = plain(number);
        if (digits.length() < SHORTEST_NUMBER) {
            return true;
        }
        try {
            Integer.parseInt(digits);
            return true;
        } catch (NumberFormatException longer) {
            return false;
        }
    }

    private static boolean isPrompt(RouteTable table, JsonPath path) {
        return path.depth() >= 1
                && table.prompts().contains(path.at(1).name())
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

    private static void number(
            JsonNode node, boolean prompt, List<String> names, List<Segment> into) {
        String digits = plain(node.text());
        if (digits.length() >= (names.isEmpty() ? SHORTEST_NUMBER : SHORTEST_NAMED)) {
            into.add(new Segment.Digits(digits, node.start(), node.end(), prompt, names));
        }
    }

    /** A whole number that was written as a fraction or with an exponent, as tables often do. */
    private static String plain(String number) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                try {
                    BigDecimal value = new BigDecimal(number);
                    int wholeDigits = value.precision() - value.scale();
                    return wholeDigits <= LONGEST_WHOLE && value.stripTrailingZeros().scale() <= 0
                            ? value.toBigInteger().toString()
                            : number;
                } catch (ArithmeticException | NumberFormatException outOfRange) {
                    return number;
                }
            }
        }
        return number;
    }

    private static void string(
            JsonDocument within,
            JsonNode node,
            boolean prompt,
            List<String> names,
            int nesting,
            JsonTokens tokens,
            List<Segment> into)
            throws JsonProblem {
        String text = node.text();
        if (Attachments.add(within, node, prompt, into)) {
            return;
        }
        AttachmentKind elsewhere = Elsewhere.kind(node.path(), text);
        if (elsewhere != null) {
            into.add(new Segment.Opaque(elsewhere, node.start(), node.end()));
        }
        if (nesting < DEEPEST_NESTING && looksLikeJson(text)) {
            Segment nested = nested(node, prompt, nesting, tokens);
            if (nested != null) {
                into.add(nested);
                return;
            }
        }
        into.add(new Segment.Text(text, node.start(), node.end(), prompt, names));
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

    private static @Nullable Segment nested(
            JsonNode node, boolean prompt, int nesting, JsonTokens tokens) throws JsonProblem {
        try {
            JsonDocument inner =
                    JsonDocument.read(node.text().getBytes(StandardCharsets.UTF_8), tokens);
            List<Segment> parts = new ArrayList<>();
            for (JsonNode at : inner.nodes()) {
                List<String> names = MemberNames.of(at.path());
                switch (at.kind()) {
                    case STRING -> string(inner, at, prompt, names, nesting + 1, tokens, parts);
                    case NUMBER -> number(at, prompt, names, parts);
                    case NAME -> addName(at, parts);
                    case OBJECT, ARRAY, BOOLEAN, NULL -> {}
                }
            }
            return new Segment.Nested(
                    inner.withoutNodes(), DocumentPlaces.gathered(parts), node.start(), node.end());
        } catch (JsonProblem problem) {
            return switch (problem.kind()) {
                case TOO_MANY -> throw problem;
                case MALFORMED, INVALID_UTF8 -> null;
            };
        }
    }
}
