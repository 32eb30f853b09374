package dev.avow.app;

import dev.avow.words.Route;
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
        }
        return body.toString();
    }

    private static void messages(ObjectNode body, String text) {
        body.putArray("messages").addObject().put("role", "user").put("content", text);
    }
}
