package dev.avow.app;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code GET /v1/models} of the fake provider says. */
final class FakeModels {

    private static final List<String> LISTED =
            List.of("echo", "transcript", "tools", "json", "cut-1", "slow-300", "stall");

    private FakeModels() {}

    static ObjectNode list() {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("object", "list");
        ArrayNode data = list.putArray("data");
        LISTED.forEach(id -> data.add(model(id)));
        return list;
    }

    /** As Google lists them (ai.google.dev/api/models). */
    static ObjectNode ofGoogle() {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        ArrayNode models = list.putArray("models");
        LISTED.forEach(id -> models.addObject().put("name", "models/" + id).put("version", "1"));
        return list;
    }

    /**
     * As Vertex AI lists them
     * (cloud.google.com/vertex-ai/docs/reference/rest/v1beta1/publishers.models/list).
     *
     * @param parent {@code publishers/…}
     */
    static ObjectNode ofVertex(String parent) {
        List<String> names =
                parent.endsWith("anthropic")
                        ? List.of("claude-echo")
                        : List.of("gemini-echo", "text-embedding-005", "imagen-4");
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        ArrayNode models = list.putArray("publisherModels");
        for (String name : names) {
            models.addObject()
                    .put("name", parent + "/models/" + name)
                    .put("versionId", "default")
                    .put("launchStage", "GA");
        }
        return list;
    }

    static ObjectNode model(String id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", "model")
                .put("created", 1_767_225_600)
                .put("owned_by", "fake");
    }
}
