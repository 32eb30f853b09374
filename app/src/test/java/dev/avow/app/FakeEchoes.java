package dev.avow.app;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the fake provider says on the routes beside chat completions (OpenAI's API reference, "The
 * response object" and "The embedding object"): it repeats what it was asked. The official clients
 * read it in tests, directly too.
 */
final class FakeEchoes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Borders fall anywhere, inside pseudonyms too. */
    private static final int PIECE = 5;

    private FakeEchoes() {}

    /** Answers a body that came by {@code path}; false where this is no route of ours. */
    static boolean answer(Vertx vertx, HttpServerResponse response, String path, byte[] body) {
        JsonNode request = JSON.readTree(body);
        boolean streamed = request.path("stream").asBoolean(false);
        String model = request.path("model").asString("");
        String said =
                FakeSays.of(model)
                        .orElseGet(() ->
                                model.startsWith("parrot")
                                        ? new String(body, StandardCharsets.UTF_8)
                                        : said(request));
        switch (path) {
            case "/v1/chat/completions" -> {
                if (streamed) {
                    FakeParrot.play(response, pieces(said));
                } else {
                    FakeOpenAi.json(response, 200, FakeParrot.whole(said));
                }
            }
            case "/v1/rerank" -> FakeOpenAi.json(response, 200, FakeCohere.ranked(request, said));
            case "/v2/rerank" -> FakeCohere.rerank(response, request);
            case "/v2/embed" -> FakeCohere.embed(response, request);
            case "/v1/embeddings" -> FakeOpenAi.json(response, 200, vectors(request));
            case "/v1/messages/count_tokens" ->
                    FakeOpenAi.json(response, 200, NODES.objectNode().put("input_tokens", 7));
            case "/v1/images/generations", "/v1/images/edits", "/v1/images/variations" ->
                    FakeOpenAi.json(response, 200, FakeMedia.picture(said));
            case "/v1/audio/speech" -> FakeMedia.speak(response);
            case "/v1/audio/transcriptions", "/v1/audio/translations" ->
                    FakeMedia.transcript(response, request, said);
            case "/v1/messages" -> FakeAnthropic.answer(vertx, response, request);
            case "/v1/responses" -> {
                if (streamed) {
                    play(vertx, response, responseEvents(said));
                } else {
                    FakeOpenAi.json(response, 200, response(said, "completed"));
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What a line of a batch is answered; usage is told where its route tells it. */
    static ObjectNode whole(String path, JsonNode request) {
        String model = request.path("model").asString("");
        String said =
                FakeSays.of(model)
                        .orElseGet(() ->
                                model.startsWith("parrot") ? request.toString() : said(request));
        return switch (path) {
            case "/v1/chat/completions" -> {
                ObjectNode answer = FakeParrot.whole(said);
                answer.putObject("usage")
                        .put("prompt_tokens", 11)
                        .put("completion_tokens", 13)
                        .put("total_tokens", 24);
                yield answer;
            }
            case "/v1/responses" -> response(said, "completed");
            default -> vectors(request);
        };
    }

    /** The last thing that was asked, as text. */
    private static String said(JsonNode request) {
        if (request.path("prompt").isString()) {
            return request.path("prompt").stringValue();
        }
        JsonNode asked = request.has("input") ? request.get("input") : request.path("messages");
        if (asked.isArray() && !asked.isEmpty()) {
            JsonNode last = asked.get(asked.size() - 1);
            asked = last.isObject() ? last.path("content") : last;
        }
        return asked.isArray() ? asked.path(0).path("text").asString("") : asked.asString("");
    }

    static void play(Vertx vertx, HttpServerResponse response, List<ObjectNode> events) {
        response.setChunked(true).putHeader("Content-Type", "text/event-stream");
        next(vertx, response, events.iterator());
    }

    private static void next(
            Vertx vertx, HttpServerResponse response, Iterator<ObjectNode> events) {
        if (!events.hasNext()) {
            response.end();
            return;
        }
        ObjectNode event = events.next();
        response.write("event: " + event.get("type").stringValue() + "\ndata: " + event + "\n\n")
                .onSuccess(_ -> vertx.runOnContext(_ -> next(vertx, response, events)));
    }

    private static List<String> pieces(String text) {
        // A parrot has much to say; its pieces are still shorter than most stand-ins.
        int piece = text.length() < 1_000 ? PIECE : PIECE * 3;
        int[] points = text.codePoints().toArray();
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < points.length; at += piece) {
            pieces.add(new String(points, at, Math.min(piece, points.length - at)));
        }
        return pieces;
    }

    private static ObjectNode response(String said, String status) {
        ObjectNode response = NODES.objectNode();
        response.put("id", "resp_fake").put("object", "response").put("created_at", 1_767_225_600);
        response.put("status", status).put("model", "fake").put("parallel_tool_calls", true);
        response.put("tool_choice", "auto").putNull("error").putNull("instructions");
        response.putArray("tools");
        ArrayNode output = response.putArray("output");
        if (!said.isEmpty()) {
            output.add(item(said));
        }
        ObjectNode usage = response.putObject("usage");
        usage.put("input_tokens", 11).put("output_tokens", 13).put("total_tokens", 24);
        usage.putObject("input_tokens_details")
                .put("cached_tokens", 0)
                .put("cache_write_tokens", 0);
        usage.putObject("output_tokens_details").put("reasoning_tokens", 0);
        return response;
    }

    private static ObjectNode item(String said) {
        ObjectNode item = NODES.objectNode();
        item.put("id", "msg_fake").put("type", "message").put("role", "assistant");
        item.put("status", "completed");
        ArrayNode content = item.putArray("content");
        if (!said.isEmpty()) {
            content.add(part(said));
        }
        return item;
    }

    private static ObjectNode part(String said) {
        ObjectNode part = NODES.objectNode().put("type", "output_text").put("text", said);
        part.putArray("annotations");
        return part;
    }

    private static List<ObjectNode> responseEvents(String said) {
        List<ObjectNode> events = new ArrayList<>();
        events.add(event("response.created").set("response", response("", "in_progress")));
        events.add(
                event("response.output_item.added").put("output_index", 0).set("item", item("")));
        events.add(inPart("response.content_part.added").set("part", part("")));
        for (String piece : pieces(said)) {
            ObjectNode delta = inPart("response.output_text.delta").put("delta", piece);
            delta.putArray("logprobs");
            events.add(delta);
        }
        ObjectNode done = inPart("response.output_text.done").put("text", said);
        done.putArray("logprobs");
        events.add(done);
        events.add(inPart("response.content_part.done").set("part", part(said)));
        events.add(
                event("response.output_item.done").put("output_index", 0).set("item", item(said)));
        events.add(event("response.completed").set("response", response(said, "completed")));
        for (int i = 0; i < events.size(); i++) {
            events.get(i).put("sequence_number", i);
        }
        return events;
    }

    private static ObjectNode inPart(String type) {
        return event(type)
                .put("item_id", "msg_fake")
                .put("output_index", 0)
                .put("content_index", 0);
    }

    private static ObjectNode event(String type) {
        return NODES.objectNode().put("type", type);
    }

    /** Vectors of two numbers: how many there are, and the text's length. */
    private static ObjectNode vectors(JsonNode request) {
        ObjectNode list = NODES.objectNode().put("object", "list").put("model", "fake");
        ArrayNode data = list.putArray("data");
        JsonNode input = request.get("input");
        int texts = input.isArray() ? input.size() : 1;
        boolean packed = request.path("encoding_format").asString("").equals("base64");
        for (int i = 0; i < texts; i++) {
            int length = (input.isArray() ? input.get(i) : input).asString("").length();
            ObjectNode vector = data.addObject().put("object", "embedding").put("index", i);
            if (packed) {
                ByteBuffer floats = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
                floats.putFloat(texts).putFloat(length);
                vector.put("embedding", Base64.getEncoder().encodeToString(floats.array()));
            } else {
                vector.putArray("embedding").add(texts).add(length);
            }
        }
        list.putObject("usage").put("prompt_tokens", 11).put("total_tokens", 11);
        return list;
    }
}
