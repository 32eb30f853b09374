package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import java.net.http.HttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A batch by Anthropic's API as a program makes it, for tests. */
final class MessageBatch {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String url;
    private final String key;
    private final ArrayNode requests = JsonNodeFactory.instance.arrayNode();
    private String id = "";

    private MessageBatch(String url, String key) {
        this.url = url + "/v1/messages/batches";
        this.key = key;
    }

    /**
     * For a server.
     *
     * @param url without {@code /v1}
     */
    static MessageBatch of(String url, String key) {
        return new MessageBatch(url, key);
    }

    /** One request, which says a text to a model. */
    MessageBatch saying(String customId, String model, String text) {
        return request(
                customId, JSON.readTree(RouteBodies.saying(Route.MESSAGES, false, model, text)));
    }

    MessageBatch request(String customId, JsonNode params) {
        requests.addObject().put("custom_id", customId).set("params", params);
        return this;
    }

    MessageBatch raw(String request) {
        requests.add(JSON.readTree(request));
        return this;
    }

    /** The answer to the batch as it was given. */
    Http.Answer begin() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().set("requests", requests);
        Http.Answer answer =
                Http.post(
                        url,
                        key,
                        HttpRequest.BodyPublishers.ofString(body.toString()),
                        "anthropic-version",
                        "2023-06-01");
        if (answer.status() == 200) {
            id = answer.json().path("id").stringValue();
        }
        return answer;
    }

    String id() {
        return id;
    }

    /** Begins, and waits until it has ended. */
    MessageBatch run() {
        Http.Answer begun = begin();
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        Http.Answer looked = get("");
        assertThat(looked.status()).as(looked.body()).isEqualTo(200);
        assertThat(looked.json().path("processing_status").stringValue()).isEqualTo("ended");
        return this;
    }

    Http.Answer get(String more) {
        return Http.get(url + "/" + id + more, key);
    }

    Http.Answer cancel() {
        return Http.post(url + "/" + id + "/cancel", key, "");
    }

    Http.Answer delete() {
        return Http.delete(url + "/" + id, key);
    }

    /** What became of each request, by its own id. */
    ObjectNode results() {
        Http.Answer answer = get("/results");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        ObjectNode byId = JsonNodeFactory.instance.objectNode();
        answer.body()
                .lines()
                .map(JSON::readTree)
                .forEach(
                        line -> byId.set(line.path("custom_id").stringValue(), line.get("result")));
        return byId;
    }
}
