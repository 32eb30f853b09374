package dev.avow.app;

import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the fake provider says as Cohere (API reference, "Embed API (v2)"): a vector of a text's
 * place and its length for each, and the texts again.
 */
final class FakeCohere {

    private static final Set<String> KNOWN =
            Set.of(
                    "model",
                    "texts",
                    "input_type",
                    "embedding_types",
                    "output_dimension",
                    "truncate",
                    "max_tokens");

    private FakeCohere() {}

    static void embed(HttpServerResponse response, JsonNode request) {
        for (String name : request.propertyNames()) {
            if (!KNOWN.contains(name)) {
                refuse(response, "unknown field: parameter '" + name + "' is not a valid field");
                return;
            }
        }
        if (!request.path("input_type").isString() || request.path("texts").isEmpty()) {
            refuse(response, "invalid request: valid input_type and texts must be provided");
            return;
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("id", "fake");
        ArrayNode vectors = answer.putObject("embeddings").putArray("float");
        int place = 0;
        for (JsonNode text : request.path("texts")) {
            vectors.addArray().add(place++).add(text.stringValue().length());
        }
        answer.set("texts", request.path("texts"));
        ObjectNode meta = answer.putObject("meta");
        meta.putObject("api_version").put("version", "2");
        meta.putObject("billed_units").put("input_tokens", 11);
        FakeOpenAi.json(response, 200, answer);
    }

    private static void refuse(HttpServerResponse response, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        FakeOpenAi.json(response, 400, body.put("id", "fake").put("message", message));
    }
}
