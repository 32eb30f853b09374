package dev.avow.app;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the fake provider says by {@code /v1/messages} (Anthropic's API reference, "Messages",
 * "Streaming Messages" and "Errors"). By the model's name:
 *
 * <ul>
 *   <li>{@code tools}: says something and calls each declared tool once, every string of its input
 *       being the user's text; {@code json}: an object after {@code output_config.format}
 *   <li>{@code thinking}: thinks first; {@code refusal}: refuses
 *   <li>{@code error-STATUS}; {@code overloaded}: an error event after half of the stream; {@code
 *       breaks-off}, {@code stall}: no more after half; {@code garbage}
 *   <li>{@code parrot…}: takes any body and repeats all of it
 *   <li>all others: repeat the last turn
 * </ul>
 */
final class FakeAnthropic {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    /** Borders fall anywhere, inside pseudonyms too. */
    private static final int PIECE = 5;

    private FakeAnthropic() {}

    static void answer(Vertx vertx, HttpServerResponse response, JsonNode request) {
        String model = request.path("model").asString("");
        String wrong = isParrot(model) ? null : FakeAnthropicRules.wrong(request);
        if (wrong != null) {
            FakeOpenAi.json(response, 400, error("invalid_request_error", wrong));
        } else if (model.startsWith("error-")) {
            int status = Integer.parseInt(model.substring("error-".length()));
            String type = status == 429 ? "rate_limit_error" : "invalid_request_error";
            FakeOpenAi.json(response, status, error(type, "Cannot do: " + said(request)));
        } else if (model.equals("garbage")) {
            response.putHeader("Content-Type", "text/event-stream")
                    .end("data: {\"type\":\"message_start\n\ndata: <html>\n\n");
        } else if (request.path("stream").asBoolean(false)) {
            stream(vertx, response, model, events(message(request, model)));
        } else {
            FakeOpenAi.json(response, 200, message(request, model));
        }
    }

    private static void stream(
            Vertx vertx, HttpServerResponse response, String model, List<ObjectNode> events) {
        List<ObjectNode> half = new ArrayList<>(events.subList(0, events.size() / 2));
        switch (model) {
            case "overloaded" -> {
                half.add(error("overloaded_error", "Overloaded"));
                FakeEchoes.play(vertx, response, half);
            }
            case "breaks-off" -> {
                write(response, half);
                vertx.setTimer(50, _ -> response.reset());
            }
            case "stall" -> write(response, half);
            default -> FakeEchoes.play(vertx, response, events);
        }
    }

    private static void write(HttpServerResponse response, List<ObjectNode> events) {
        response.setChunked(true).putHeader("Content-Type", "text/event-stream");
        Buffer out = Buffer.buffer();
        events.forEach(each ->
                out.appendString("event: " + each.get("type").stringValue())
                        .appendString("\ndata: " + each + "\n\n"));
        response.write(out);
    }

    static ObjectNode error(String type, String message) {
        ObjectNode body = MAKE.objectNode().put("type", "error");
        body.putObject("error").put("type", type).put("message", message);
        return body.put("request_id", "req_fake");
    }

    /** Takes whatever it is sent and says all of it, also what Anthropic's API would refuse. */
    private static boolean isParrot(String model) {
        return model.startsWith("parrot");
    }

    /** What the last turn says, a line for each block. */
    private static String said(JsonNode request) {
        String model = request.path("model").asString("");
        if (isParrot(model)) {
            return FakeSays.of(model).orElseGet(request::toString);
        }
        JsonNode messages = request.path("messages");
        return text(messages.get(messages.size() - 1).path("content"));
    }

    private static String text(JsonNode content) {
        List<String> texts = new ArrayList<>();
        if (content.isString()) {
            texts.add(content.stringValue());
        }
        for (JsonNode block : content) {
            if (block.path("text").isString()) {
                texts.add(block.path("text").stringValue());
            } else if (block.path("type").asString("").equals("tool_result")) {
                texts.add(text(block.path("content")));
            }
        }
        return String.join("\n", texts);
    }

    /** Its answer as a whole. */
    static ObjectNode message(JsonNode request, String model) {
        String said = said(request);
        ObjectNode message = MAKE.objectNode();
        message.put("id", "msg_fake").put("type", "message").put("role", "assistant");
        message.put("model", model);
        ArrayNode content = message.putArray("content");
        String reason = model.equals("refusal") ? "refusal" : "end_turn";
        JsonNode messages = request.path("messages");
        boolean answered = messages.get(messages.size() - 1).toString().contains("\"tool_result\"");
        if (model.equals("tools") && !answered) {
            content.addObject().put("type", "text").put("text", "I look that up.");
            for (JsonNode tool : request.path("tools")) {
                ObjectNode use = content.addObject().put("type", "tool_use");
                use.put("id", "toolu_" + content.size()).set("name", tool.get("name"));
                use.set("input", FakeScript.example(tool.path("input_schema"), said));
                reason = "tool_use";
            }
        } else if (model.equals("json")) {
            JsonNode schema = request.path("output_config").path("format").path("schema");
            String json = FakeScript.example(schema, said).toString();
            content.addObject().put("type", "text").put("text", json);
        } else {
            if (model.equals("thinking")) {
                ObjectNode thought = content.addObject().put("type", "thinking");
                thought.put("thinking", "They say " + said).put("signature", "c2lnbmVk");
            }
            content.addObject().put("type", "text").put("text", said);
        }
        message.put("stop_reason", reason).putNull("stop_sequence");
        message.putObject("usage")
                .put("input_tokens", 11)
                .put("cache_creation_input_tokens", 0)
                .put("cache_read_input_tokens", 0)
                .put("output_tokens", 13);
        return message;
    }

    private static List<ObjectNode> events(ObjectNode message) {
        List<ObjectNode> events = new ArrayList<>();
        ObjectNode empty = message.deepCopy().putNull("stop_reason");
        empty.putArray("content");
        ((ObjectNode) empty.get("usage")).put("output_tokens", 1);
        events.add(event("message_start").set("message", empty));
        events.add(event("ping"));
        int index = 0;
        for (JsonNode block : message.get("content")) {
            block((ObjectNode) block, index++, events);
        }
        ObjectNode end = event("message_delta");
        end.putObject("delta")
                .put("stop_reason", message.get("stop_reason").stringValue())
                .putNull("stop_sequence");
        end.putObject("usage").put("output_tokens", 13);
        events.add(end);
        events.add(event("message_stop"));
        return events;
    }

    private static void block(ObjectNode block, int index, List<ObjectNode> events) {
        String type = block.get("type").stringValue();
        ObjectNode opening = block.deepCopy();
        String member = type.equals("tool_use") ? "input" : type;
        String all;
        if (type.equals("tool_use")) {
            opening.putObject("input");
            all = block.get("input").isEmpty() ? "" : block.get("input").toString();
        } else {
            opening.put(member, "");
            all = block.get(member).stringValue();
        }
        if (opening.has("signature")) {
            opening.put("signature", "");
        }
        events.add(event("content_block_start").put("index", index).set("content_block", opening));
        String delta = type.equals("tool_use") ? "input_json_delta" : type + "_delta";
        String piece = type.equals("tool_use") ? "partial_json" : member;
        for (String each : pieces(all)) {
            ObjectNode more = MAKE.objectNode().put("type", delta).put(piece, each);
            events.add(event("content_block_delta").put("index", index).set("delta", more));
        }
        if (opening.has("signature")) {
            ObjectNode more = MAKE.objectNode().put("type", "signature_delta");
            more.set("signature", block.get("signature"));
            events.add(event("content_block_delta").put("index", index).set("delta", more));
        }
        events.add(event("content_block_stop").put("index", index));
    }

    /** An empty text comes as one empty piece. */
    private static List<String> pieces(String text) {
        int[] points = text.codePoints().toArray();
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at == 0 || at < points.length; at += PIECE) {
            pieces.add(new String(points, at, Math.min(PIECE, points.length - at)));
        }
        return pieces;
    }

    private static ObjectNode event(String type) {
        return MAKE.objectNode().put("type", type);
    }
}
