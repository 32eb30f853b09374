package dev.avow.wire;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonProblem;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the answer of {@code GET /v1/models}: {@code {"data":[{"id":…}, …]}}, or Google's {@code
 * {"models":[{"name":"models/…"}, …]}}, or Vertex AI's {@code
 * {"publisherModels":[{"name":"publishers/…/models/…"}, …]}}.
 */
final class ModelList {

    private static final String RESOURCE = "models/";

    private ModelList() {}

    static List<String> read(Buffer body) {
        List<String> models = new ArrayList<>();
        try {
            for (JsonNode node : JsonDocument.read(body.getBytes()).nodes()) {
                if (node.kind() != JsonNode.Kind.STRING || node.path().depth() != 3) {
                    continue;
                }
                String member = node.path().at(1).name() + "." + node.path().name();
                if (member.equals("data.id")) {
                    models.add(node.text());
                } else if (member.equals("publisherModels.name")) {
                    models.add(node.text().substring(node.text().lastIndexOf('/') + 1));
                } else if (member.equals("models.name") && node.text().startsWith(RESOURCE)) {
                    models.add(node.text().substring(RESOURCE.length()));
                }
            }
        } catch (JsonProblem garbage) {
            throw WireProvider.unreachable().asException();
        }
        return models;
    }
}
