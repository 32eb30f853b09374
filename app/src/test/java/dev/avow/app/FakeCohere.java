package dev.avow.app;

import io.vertx.core.http.HttpServerResponse;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the fake provider says as Cohere (API reference, "Embed API (v2)" and "Rerank API (v2)"): a
 * vector of a text's place and its length for each, and the texts again.
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

    private static final Set<String> RANKED =
            Set.of("model", "query", "documents", "top_n", "max_tokens_per_doc", "priority");

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

    /** Ranks by length, the longest first (API reference, "Rerank API (v2)"). */
    static void rerank(HttpServerResponse response, JsonNode request) {
        for (String name : request.propertyNames()) {
            if (!RANKED.contains(name)) {
                refuse(response, "unknown field: parameter '" + name + "' is not a valid field");
                return;
            }
        }
        boolean texts = request.path("documents").valueStream().allMatch(JsonNode::isString);
        if (!request.path("query").isString() || request.path("documents").isEmpty() || !texts) {
            refuse(response, "invalid request: query and documents must be provided as strings");
            return;
        }
        if (request.path("model").asString("").equals("error-400")) {
            refuse(response, "invalid request: " + request.path("query").stringValue());
            return;
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("id", "fake");
        ArrayNode results = answer.putArray("results");
        IntStream.range(0, request.path("documents").size())
                .boxed()
                .sorted(
                        Comparator.comparingInt((Integer each) ->
                                        request.path("documents").get(each).stringValue().length())
                                .reversed())
                .limit(request.path("top_n").asInt(Integer.MAX_VALUE))
                .forEach(each ->
                        results.addObject()
                                .put("index", each)
                                .put("relevance_score", 1.0 / (results.size() + 1)));
        ObjectNode meta = answer.putObject("meta");
        meta.putObject("api_version").put("version", "2").put("is_experimental", false);
        meta.putObject("billed_units").put("search_units", 1);
        FakeOpenAi.json(response, 200, answer);
    }

    /** What servers that share the route say: one document, the first unless this is said. */
    static ObjectNode ranked(JsonNode request, String said) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("id", "rerank-fake");
        answer.set("model", request.path("model"));
        answer.putObject("usage").put("total_tokens", 11);
        answer.putArray("results")
                .addObject()
                .put("index", 0)
                .put("relevance_score", 0.5)
                .putObject("document")
                .put("text", said.isEmpty() ? request.at("/documents/0").asString("") : said);
        return answer;
    }

    private static void refuse(HttpServerResponse response, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        FakeOpenAi.json(response, 400, body.put("id", "fake").put("message", message));
    }
}
