package dev.avow.app;

import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the fake provider says to a model whose name begins with {@code parrot}: the whole body of
 * the request, as text, whatever parts it has. In the shape of chat completions; the other routes
 * have theirs in {@link FakeEchoes}.
 */
final class FakeParrot {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FakeParrot() {}

    static ObjectNode whole(String said) {
        ObjectNode answer = envelope("chat.completion");
        ObjectNode choice = answer.putArray("choices").addObject().put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", said);
        choice.put("finish_reason", "stop");
        return answer;
    }

    static void play(HttpServerResponse response, List<String> pieces) {
        response.setChunked(true).putHeader("Content-Type", "text/event-stream");
        chunks(pieces).forEach(each -> response.write("data: " + each + "\n\n"));
        response.end("data: [DONE]\n\n");
    }

    private static List<ObjectNode> chunks(List<String> pieces) {
        List<ObjectNode> chunks = new ArrayList<>();
        for (String piece : pieces) {
            ObjectNode chunk = envelope("chat.completion.chunk");
            ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
            choice.putObject("delta").put("content", piece);
            choice.putNull("finish_reason");
            chunks.add(chunk);
        }
        ObjectNode last = envelope("chat.completion.chunk");
        ObjectNode choice = last.putArray("choices").addObject().put("index", 0);
        choice.putObject("delta");
        choice.put("finish_reason", "stop");
        chunks.add(last);
        return chunks;
    }

    private static ObjectNode envelope(String object) {
        return NODES.objectNode()
                .put("id", "chatcmpl-parrot")
                .put("object", object)
                .put("created", 1_767_225_600)
                .put("model", "parrot");
    }
}
