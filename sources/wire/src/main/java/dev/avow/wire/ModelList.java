package dev.avow.wire;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonProblem;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the answer of {@code GET /v1/models}: {@code {"data":[{"id":…}, …]}}. */
final class ModelList {

    private ModelList() {}

    static List<String> read(Buffer body) {
        List<String> models = new ArrayList<>();
        try {
            for (JsonNode node : JsonDocument.read(body.getBytes()).nodes()) {
                if (node.kind() == JsonNode.Kind.STRING
                        && node.path().depth() == 3
                        && node.path().name().equals("id")
                        && node.path().at(1).name().equals("data")) {
                    models.add(node.text());
                }
            }
        } catch (JsonProblem garbage) {
            throw WireProvider.unreachable().asException();
        }
        return models;
    }
}
