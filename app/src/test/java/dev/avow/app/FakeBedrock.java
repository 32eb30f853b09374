package dev.avow.app;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the fake provider says as Amazon Bedrock (API reference, "Converse" and "ConverseStream").
 * Streams are written by AWS's own library, and {@code app/clients/python} holds what is said here,
 * and what comes here, against the service's model that AWS publishes. By the model's name:
 *
 * <ul>
 *   <li>{@code tools}: says something and calls each declared tool once, every string of its input
 *       being the user's text; {@code json}: an object after {@code outputConfig}
 *   <li>{@code thinking}: thinks first; {@code refusal}: a guardrail intervenes
 *   <li>{@code error-STATUS}; {@code throttled}: an exception after half of the stream; {@code
 *       breaks-off}, {@code stall}: no more after half; {@code garbage}
 *   <li>all others: repeat the last turn
 * </ul>
 */
final class FakeBedrock {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PATH =
            Pattern.compile("/bedrock/model/([^/]+)/(converse|converse-stream)");

    /** Borders fall anywhere, inside pseudonyms too. */
    private static final int PIECE = 5;

    private FakeBedrock() {}

    /** Answers a body that came by {@code path}; false where this is no route of Bedrock's. */
    static boolean answer(Vertx vertx, HttpServerResponse response, String path, byte[] body) {
        Matcher asked = PATH.matcher(path);
        if (!asked.matches()) {
            return false;
        }
        String model = URLDecoder.decode(asked.group(1), StandardCharsets.UTF_8);
        boolean streamed = asked.group(2).equals("converse-stream");
        JsonNode request = JSON.readTree(body);
        String wrong = FakeBedrockRules.wrong(request);
        if (wrong != null) {
            refuse(response, 400, wrong);
        } else if (model.startsWith("error-")) {
            int status = Integer.parseInt(model.substring("error-".length()));
            refuse(response, status, "Cannot do: " + said(request));
        } else if (streamed) {
            stream(vertx, response, model, request);
        } else {
            FakeOpenAi.json(response, 200, whole(request, model));
        }
        return true;
    }

    private static void refuse(HttpServerResponse response, int status, String message) {
        String type =
                status == 429
                        ? "ThrottlingException"
                        : status == 404 ? "ResourceNotFoundException" : "ValidationException";
        response.putHeader("x-amzn-ErrorType", type);
        FakeOpenAi.json(response, status, MAKE.objectNode().put("message", message));
    }

    private static void stream(
            Vertx vertx, HttpServerResponse response, String model, JsonNode request) {
        response.setChunked(true).putHeader("Content-Type", "application/vnd.amazon.eventstream");
        List<Buffer> events = events(whole(request, model));
        List<Buffer> half = events.subList(0, events.size() / 2);
        switch (model) {
            case "garbage" -> {
                response.write(events.getFirst());
                response.end("data: {\"type\":\"message_start\n\ndata: <html>\n\n");
            }
            case "throttled" -> {
                half.forEach(response::write);
                response.end(
                        message(
                                "exception",
                                ":exception-type",
                                "throttlingException",
                                MAKE.objectNode().put("message", "Too many requests.")));
            }
            case "breaks-off" -> {
                half.forEach(response::write);
                vertx.setTimer(50, _ -> response.reset());
            }
            case "stall" -> half.forEach(response::write);
            default -> {
                events.forEach(response::write);
                response.end();
            }
        }
    }

    /** What the last turn says, a line for each block. */
    private static String said(JsonNode request) {
        JsonNode messages = request.path("messages");
        return text(messages.get(messages.size() - 1).path("content"));
    }

    private static String text(JsonNode content) {
        List<String> texts = new ArrayList<>();
        for (JsonNode block : content) {
            if (block.path("text").isString()) {
                texts.add(block.path("text").stringValue());
            } else if (block.has("toolResult")) {
                texts.add(text(block.path("toolResult").path("content")));
            }
        }
        return String.join("\n", texts);
    }

    private static ObjectNode whole(JsonNode request, String model) {
        String said = said(request);
        ObjectNode answer = MAKE.objectNode();
        ObjectNode message = answer.putObject("output").putObject("message");
        ArrayNode content = message.put("role", "assistant").putArray("content");
        String reason = model.equals("refusal") ? "guardrail_intervened" : "end_turn";
        JsonNode messages = request.path("messages");
        boolean answered = messages.get(messages.size() - 1).toString().contains("\"toolResult\"");
        if (model.equals("tools") && !answered) {
            content.addObject().put("text", "I look that up.");
            for (JsonNode tool : request.path("toolConfig").path("tools")) {
                JsonNode spec = tool.path("toolSpec");
                ObjectNode use = content.addObject().putObject("toolUse");
                use.put("toolUseId", "tooluse_" + content.size()).set("name", spec.get("name"));
                JsonNode schema = spec.path("inputSchema").path("json");
                use.set("input", FakeScript.example(schema, said));
                reason = "tool_use";
            }
        } else if (model.equals("json")) {
            JsonNode format = request.at("/outputConfig/textFormat/structure/jsonSchema/schema");
            JsonNode schema = JSON.readTree(format.asString("{}"));
            content.addObject().put("text", FakeScript.example(schema, said).toString());
        } else {
            if (model.equals("thinking")) {
                content.addObject()
                        .putObject("reasoningContent")
                        .putObject("reasoningText")
                        .put("text", "They say " + said)
                        .put("signature", "c2lnbmVk");
            }
            content.addObject().put("text", said);
        }
        answer.put("stopReason", reason).set("usage", usage());
        answer.putObject("metrics").put("latencyMs", 7);
        return answer;
    }

    private static ObjectNode usage() {
        return MAKE.objectNode()
                .put("inputTokens", 11)
                .put("outputTokens", 13)
                .put("totalTokens", 24);
    }

    private static List<Buffer> events(ObjectNode answer) {
        List<Buffer> events = new ArrayList<>();
        events.add(event("messageStart", MAKE.objectNode().put("role", "assistant")));
        int index = 0;
        for (JsonNode block : answer.at("/output/message/content")) {
            block(block, index, events);
            ObjectNode stop = MAKE.objectNode().put("contentBlockIndex", index++);
            events.add(event("contentBlockStop", stop));
        }
        ObjectNode stop = MAKE.objectNode();
        events.add(event("messageStop", stop.set("stopReason", answer.get("stopReason"))));
        ObjectNode metadata = MAKE.objectNode();
        metadata.set("usage", usage());
        metadata.putObject("metrics").put("latencyMs", 7);
        events.add(event("metadata", metadata));
        return events;
    }

    private static void block(JsonNode block, int index, List<Buffer> events) {
        JsonNode use = block.path("toolUse");
        JsonNode thought = block.path("reasoningContent").path("reasoningText");
        if (use.isObject()) {
            ObjectNode begun = MAKE.objectNode();
            ObjectNode start = begun.putObject("start").putObject("toolUse");
            start.set("toolUseId", use.get("toolUseId"));
            start.set("name", use.get("name"));
            events.add(event("contentBlockStart", begun.put("contentBlockIndex", index)));
        }
        String all =
                use.isObject()
                        ? use.get("input").toString()
                        : thought.isObject()
                                ? thought.get("text").stringValue()
                                : block.get("text").stringValue();
        int[] points = all.codePoints().toArray();
        for (int at = 0; at < points.length; at += PIECE) {
            String piece = new String(points, at, Math.min(PIECE, points.length - at));
            ObjectNode more = MAKE.objectNode().put("contentBlockIndex", index);
            ObjectNode delta = more.putObject("delta");
            if (use.isObject()) {
                delta.putObject("toolUse").put("input", piece);
            } else if (thought.isObject()) {
                delta.putObject("reasoningContent").put("text", piece);
            } else {
                delta.put("text", piece);
            }
            events.add(event("contentBlockDelta", more));
        }
    }

    private static Buffer event(String type, ObjectNode payload) {
        return message("event", ":event-type", type, payload);
    }

    private static Buffer message(String kind, String header, String type, ObjectNode payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Message(
                        Map.of(
                                ":message-type",
                                HeaderValue.fromString(kind),
                                header,
                                HeaderValue.fromString(type),
                                ":content-type",
                                HeaderValue.fromString("application/json")),
                        payload.toString().getBytes(StandardCharsets.UTF_8))
                .encode(out);
        return Buffer.buffer(out.toByteArray());
    }
}
