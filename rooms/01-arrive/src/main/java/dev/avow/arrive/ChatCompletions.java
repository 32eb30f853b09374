package dev.avow.arrive;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonPath;
import dev.avow.json.JsonProblem;
import dev.avow.json.JsonTokens;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Room 01 for {@code POST /v1/chat/completions} (OpenAI's API reference, "Create chat completion").
 *
 * <p>Checks only what Avow itself relies on; whether a parameter suits a model is the provider's to
 * say. Pure and safe for any thread.
 */
public final class ChatCompletions {

    private static final Set<Kind> CONTENT = EnumSet.of(Kind.STRING, Kind.ARRAY, Kind.NULL);

    /** A model's name is kept in the record, so it must not be a place for text. */
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+-]{0,199}");

    /** Some thirty megabytes when read, whatever the body's size and nesting. */
    private static final int MOST_TOKENS = 200_000;

    private ChatCompletions() {}

    /** Understands a body, or says which field is wrong and what is wanted. */
    public static Arrival arrive(RequestHead head, byte[] body) {
        try {
            JsonTokens tokens = new JsonTokens(MOST_TOKENS);
            return check(head, JsonDocument.read(body, tokens), tokens);
        } catch (JsonProblem problem) {
            FaultCode code =
                    switch (problem.kind()) {
                        case MALFORMED -> FaultCode.MALFORMED_JSON;
                        case INVALID_UTF8 -> FaultCode.INVALID_UTF8;
                        case TOO_MANY -> FaultCode.INVALID_VALUE;
                    };
            return refuse(code, problem.getMessage(), null);
        }
    }

    private static Arrival check(RequestHead head, JsonDocument document, JsonTokens tokens)
            throws JsonProblem {
        if (document.nodes().getFirst().kind() != Kind.OBJECT) {
            return refuse(FaultCode.INVALID_VALUE, "the body must be a JSON object", null);
        }
        JsonNode model = null;
        JsonNode messages = null;
        boolean streamed = false;
        boolean streamSeen = false;
        int messageCount = 0;
        boolean roleSeen = true;
        for (JsonNode node : document.nodes()) {
            JsonPath path = node.path();
            if (node.kind() == Kind.NAME) {
                continue;
            }
            if (path.isTopLevel("model")) {
                if (model != null) {
                    return twice(path);
                }
                if (node.kind() != Kind.STRING || !MODEL.matcher(node.text()).matches()) {
                    return wrong(
                            path, "a model's name of at most 200 characters, such as avow/mirror");
                }
                model = node;
            } else if (path.isTopLevel("messages")) {
                if (messages != null) {
                    return twice(path);
                }
                if (node.kind() != Kind.ARRAY) {
                    return wrong(path, "an array of messages");
                }
                messages = node;
            } else if (path.isTopLevel("stream")) {
                if (streamSeen) {
                    return twice(path);
                }
                if (node.kind() != Kind.BOOLEAN && node.kind() != Kind.NULL) {
                    return wrong(path, "true or false");
                }
                streamSeen = true;
                streamed = node.text().equals("true");
            } else if (path.depth() >= 2 && path.at(1).name().equals("messages")) {
                if (path.depth() == 2) {
                    if (!roleSeen) {
                        return missingRole(messageCount - 1);
                    }
                    if (node.kind() != Kind.OBJECT) {
                        return wrong(path, "an object with role and content");
                    }
                    messageCount++;
                    roleSeen = false;
                } else if (path.depth() == 3 && path.name().equals("role")) {
                    if (node.kind() != Kind.STRING) {
                        return wrong(path, "a string, such as user");
                    }
                    roleSeen = true;
                }
                Arrival wrong = checkMessagePart(node, path);
                if (wrong != null) {
                    return wrong;
                }
            }
        }
        if (model == null) {
            return missing("model", "name a model, such as avow/mirror");
        }
        if (messages == null || messageCount == 0) {
            return missing("messages", "send at least one message");
        }
        if (!roleSeen) {
            return missingRole(messageCount - 1);
        }
        return new Arrival.Understood(
                new Arrived(
                        head,
                        document.withoutNodes(),
                        model.text(),
                        model.start(),
                        model.end(),
                        streamed,
                        Segments.of(document, tokens)));
    }

    private static @Nullable Arrival checkMessagePart(JsonNode node, JsonPath path) {
        return switch (path.name()) {
            case "content" ->
                    path.depth() != 3 || CONTENT.contains(node.kind())
                            ? null
                            : wrong(path, "a string, an array of parts, or null");
            case "text" ->
                    path.depth() != 5
                                    || !path.at(3).name().equals("content")
                                    || node.kind() == Kind.STRING
                            ? null
                            : wrong(path, "a string");
            case "tool_calls" ->
                    path.depth() != 3 || node.kind() == Kind.ARRAY || node.kind() == Kind.NULL
                            ? null
                            : wrong(path, "an array");
            case "arguments" ->
                    path.depth() != 6
                                    || !path.at(3).name().equals("tool_calls")
                                    || node.kind() == Kind.STRING
                            ? null
                            : wrong(path, "a string that holds JSON");
            default -> null;
        };
    }

    private static Arrival wrong(JsonPath path, String wanted) {
        return refuse(FaultCode.INVALID_VALUE, path + " must be " + wanted, path.toString());
    }

    private static Arrival twice(JsonPath path) {
        return refuse(
                FaultCode.INVALID_VALUE, path + " stands twice; send it once", path.toString());
    }

    private static Arrival missing(String field, String remedy) {
        return refuse(FaultCode.MISSING_VALUE, field + " is missing; " + remedy, field);
    }

    private static Arrival missingRole(int message) {
        return missing("messages[" + message + "].role", "say who speaks, such as user");
    }

    private static Arrival refuse(
            FaultCode code, @Nullable String message, @Nullable String field) {
        return new Arrival.Refused(new Fault(code, String.valueOf(message), field));
    }
}
