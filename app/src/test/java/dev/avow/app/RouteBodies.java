package dev.avow.app;

import dev.avow.words.Route;
import java.net.http.HttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The smallest body of each route. */
final class RouteBodies {

    private RouteBodies() {}

    static String saying(Route route, boolean streamed, String model, String text) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", model);
        if (streamed) {
            body.put("stream", true);
        }
        switch (route) {
            case CHAT_COMPLETIONS, COUNT_TOKENS -> messages(body, text);
            case MESSAGES -> messages(body.put("max_tokens", 100), text);
            case RESPONSES, EMBEDDINGS -> body.put("input", text);
            case IMAGE_GENERATIONS -> body.put("prompt", text);
            case IMAGE_EDITS -> body.put("prompt", text).set("image", file("a.png"));
            case IMAGE_VARIATIONS -> body.set("image", file("a.png"));
            case SPEECH -> body.put("input", text).put("voice", "alloy");
            case RERANK ->
                    body.put("query", text)
                            .put("return_documents", true)
                            .putArray("documents")
                            .add("x");
            case TRANSCRIPTIONS, TRANSLATIONS ->
                    body.put("prompt", text).set("file", file("a.wav"));
        }
        return body.toString();
    }

    private static ObjectNode file(String name) {
        return JsonNodeFactory.instance.objectNode().put("filename", name);
    }

    private static void messages(ObjectNode body, String text) {
        body.putArray("messages").addObject().put("role", "user").put("content", text);
    }

    /** Sends a body, as a form where the route takes those. */
    static Http.Answer send(Installation avow, Route route, String body) {
        String url = avow.url() + "/v1" + route.path();
        if (route.takesForms()) {
            JsonNode json = JsonMapper.shared().readTree(body);
            return Form.of(json).post(url, avow.modelsKey());
        }
        return Http.post(url, avow.modelsKey(), HttpRequest.BodyPublishers.ofString(body));
    }
}
