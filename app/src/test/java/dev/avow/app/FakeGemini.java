package dev.avow.app;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the fake provider says as Google (ai.google.dev/api, "Generating content" and "Embeddings").
 * {@code app/clients/python} holds what is said here, and what comes here, against the types of
 * Google's own client. By the model's name:
 *
 * <ul>
 *   <li>{@code tools}: says something and calls each declared function once, every string of its
 *       arguments being the user's text; {@code json}: an object after {@code responseJsonSchema}
 *   <li>{@code thinking}: thinks first; {@code refusal}: is stopped for safety; {@code
 *       prompt-blocked}: the prompt is
 *   <li>{@code error-STATUS}; {@code overloaded}: an error after half of the stream; {@code
 *       breaks-off}, {@code stall}: no more after half; {@code garbage}
 *   <li>all others: repeat the last turn
 * </ul>
 */
final class FakeGemini {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PATH =
            Pattern.compile(
                    "/gemini/v1beta/models/([^/:]+):"
                            + "(generateContent|streamGenerateContent|batchEmbedContents)");

    /** Borders fall anywhere, inside pseudonyms too. */
    private static final int PIECE = 5;

    private FakeGemini() {}

    /** Answers a body that came by {@code path}; false where this is no route of Google's. */
    static boolean answer(Vertx vertx, HttpServerRequest http, String path, byte[] body) {
        Matcher asked = PATH.matcher(path);
        if (!asked.matches()) {
            return false;
        }
        HttpServerResponse response = http.response();
        String model = asked.group(1);
        JsonNode request = JSON.readTree(body);
        if (asked.group(2).equals("batchEmbedContents")) {
            FakeOpenAi.json(response, 200, vectors(request));
            return true;
        }
        String wrong = FakeGeminiRules.wrong(request);
        if (wrong != null) {
            refuse(response, 400, wrong);
        } else if (model.startsWith("error-")) {
            int status = Integer.parseInt(model.substring("error-".length()));
            refuse(response, status, "Cannot do: " + said(request));
        } else if (asked.group(2).equals("generateContent")) {
            FakeOpenAi.json(response, 200, whole(request, model));
        } else if (!"alt=sse".equals(http.query())) {
            refuse(response, 400, "An array of answers is not what a client here can read.");
        } else {
            stream(vertx, response, model, request);
        }
        return true;
    }

    private static void refuse(HttpServerResponse response, int status, String message) {
        ObjectNode body = MAKE.objectNode();
        body.set("error", error(status, message));
        FakeOpenAi.json(response, status, body);
    }

    private static ObjectNode error(int status, String message) {
        String name =
                switch (status) {
                    case 429 -> "RESOURCE_EXHAUSTED";
                    case 404 -> "NOT_FOUND";
                    case 503 -> "UNAVAILABLE";
                    default -> "INVALID_ARGUMENT";
                };
        return MAKE.objectNode().put("code", status).put("message", message).put("status", name);
    }

    private static void stream(
            Vertx vertx, HttpServerResponse response, String model, JsonNode request) {
        response.setChunked(true).putHeader("Content-Type", "text/event-stream");
        List<ObjectNode> events = events(whole(request, model));
        List<ObjectNode> half = new ArrayList<>(events.subList(0, events.size() / 2));
        switch (model) {
            case "garbage" -> response.end("data: {\"candidates\":[{\r\n\r\ndata: <html>\r\n\r\n");
            case "overloaded" -> {
                ObjectNode failed = MAKE.objectNode();
                failed.set("error", error(503, "The model is overloaded."));
                half.add(failed);
                response.end(written(half));
            }
            case "breaks-off" -> {
                response.write(written(half));
                vertx.setTimer(50, _ -> response.reset());
            }
            case "ends-early" -> response.end(written(half));
            case "stall" -> response.write(written(half));
            default -> response.end(written(events));
        }
    }

    private static Buffer written(List<ObjectNode> events) {
        Buffer out = Buffer.buffer();
        events.forEach(each -> out.appendString("data: " + each + "\r\n\r\n"));
        return out;
    }

    /** What the last turn says, a line for each part. */
    private static String said(JsonNode request) {
        JsonNode contents = request.path("contents");
        List<String> texts = new ArrayList<>();
        for (JsonNode part : contents.get(contents.size() - 1).path("parts")) {
            if (part.path("text").isString()) {
                texts.add(part.path("text").stringValue());
            } else if (part.has("functionResponse")) {
                texts.add(part.at("/functionResponse/response/output").asString(""));
            }
        }
        return String.join("\n", texts);
    }

    private static ObjectNode whole(JsonNode request, String model) {
        String said = said(request);
        ObjectNode answer = MAKE.objectNode();
        if (model.equals("prompt-blocked")) {
            answer.putObject("promptFeedback").put("blockReason", "PROHIBITED_CONTENT");
            return described(answer, 0);
        }
        ObjectNode candidate = answer.putArray("candidates").addObject();
        ObjectNode content = candidate.putObject("content");
        ArrayNode parts = content.putArray("parts");
        content.put("role", "model");
        JsonNode contents = request.path("contents");
        boolean answered =
                contents.get(contents.size() - 1).toString().contains("\"functionResponse\"");
        if (model.equals("tools") && !answered) {
            calls(request, said, parts);
        } else if (model.equals("json")) {
            JsonNode schema = request.at("/generationConfig/responseJsonSchema");
            parts.addObject().put("text", FakeScript.example(schema, said).toString());
        } else {
            if (model.equals("thinking")) {
                parts.addObject().put("text", "They say " + said).put("thought", true);
            }
            parts.addObject().put("text", said);
        }
        candidate.put("finishReason", model.equals("refusal") ? "SAFETY" : "STOP").put("index", 0);
        return described(answer, 13);
    }

    /** Of several calls at once the first one bears a signature. */
    private static void calls(JsonNode request, String said, ArrayNode parts) {
        parts.addObject().put("text", "I look that up.");
        for (JsonNode tool : request.at("/tools/0/functionDeclarations")) {
            ObjectNode part = parts.addObject();
            ObjectNode call = part.putObject("functionCall");
            call.set("name", tool.get("name"));
            call.set("args", FakeScript.example(tool.path("parametersJsonSchema"), said));
            call.put("id", "fc-" + parts.size());
            if (parts.size() == 2) {
                part.put("thoughtSignature", "c2lnbmVk");
            }
        }
    }

    private static ObjectNode described(ObjectNode answer, int out) {
        ObjectNode usage = answer.putObject("usageMetadata").put("promptTokenCount", 11);
        if (out > 0) {
            usage.put("candidatesTokenCount", out);
        }
        usage.put("totalTokenCount", 11 + out);
        usage.putArray("promptTokensDetails")
                .addObject()
                .put("modality", "TEXT")
                .put("tokenCount", 11);
        return answer.put("modelVersion", "fake").put("responseId", "fakeResponse");
    }

    /** Each event is an answer with what is new; the last one says why it is. */
    private static List<ObjectNode> events(ObjectNode answer) {
        List<ObjectNode> events = new ArrayList<>();
        JsonNode candidate = answer.path("candidates").path(0);
        if (candidate.isMissingNode()) {
            events.add(answer);
            return events;
        }
        for (JsonNode part : candidate.at("/content/parts")) {
            if (part.path("text").isString()) {
                for (String piece : pieces(part.path("text").stringValue())) {
                    ObjectNode cut = MAKE.objectNode().put("text", piece);
                    if (part.path("thought").asBoolean(false)) {
                        cut.put("thought", true);
                    }
                    events.add(event(cut));
                }
            } else {
                events.add(event(part));
            }
        }
        ObjectNode last = event(MAKE.objectNode().put("text", ""));
        ((ObjectNode) last.at("/candidates/0"))
                .put("finishReason", candidate.path("finishReason").stringValue());
        last.set("usageMetadata", answer.get("usageMetadata"));
        events.add(last);
        return events;
    }

    private static ObjectNode event(JsonNode part) {
        ObjectNode event = MAKE.objectNode();
        ObjectNode candidate = event.putArray("candidates").addObject();
        ObjectNode content = candidate.putObject("content");
        content.putArray("parts").add(part);
        content.put("role", "model");
        candidate.put("index", 0);
        event.putObject("usageMetadata").put("promptTokenCount", 11).put("totalTokenCount", 11);
        return event.put("modelVersion", "fake").put("responseId", "fakeResponse");
    }

    private static List<String> pieces(String text) {
        int[] points = text.codePoints().toArray();
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < points.length; at += PIECE) {
            pieces.add(new String(points, at, Math.min(PIECE, points.length - at)));
        }
        return pieces;
    }

    /** A vector of a text's place and its length for each. */
    private static ObjectNode vectors(JsonNode request) {
        ObjectNode answer = MAKE.objectNode();
        ArrayNode embeddings = answer.putArray("embeddings");
        int place = 0;
        for (JsonNode each : request.path("requests")) {
            String text = each.at("/content/parts/0/text").stringValue();
            embeddings.addObject().putArray("values").add(place++).add(text.length());
        }
        answer.putObject("usageMetadata").put("promptTokenCount", 11);
        return answer;
    }
}
