package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A batch as a program makes it, for tests. */
final class Batch {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String baseUrl;
    private final String key;
    private final Route route;
    private final StringBuilder lines = new StringBuilder();
    private String fileName = "requests.jsonl";
    private String fileId = "";
    private JsonNode shown = JsonNodeFactory.instance.objectNode();

    private Batch(String baseUrl, String key, Route route) {
        this.baseUrl = baseUrl;
        this.key = key;
        this.route = route;
    }

    static Batch of(Installation avow, String key, Route route) {
        return of(avow.baseUrl(), key, route);
    }

    /**
     * The same by URL.
     *
     * @param baseUrl as a client takes it, ending in {@code /v1}
     */
    static Batch of(String baseUrl, String key, Route route) {
        return new Batch(baseUrl, key, route);
    }

    /** One line, whose request says a text to a model. */
    Batch saying(String customId, String model, String text) {
        return line(customId, JSON.readTree(RouteBodies.saying(route, false, model, text)));
    }

    Batch line(String customId, JsonNode body) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("custom_id", customId).put("method", "POST").put("url", "/v1" + route.path());
        line.set("body", body);
        return raw(line.toString());
    }

    Batch raw(String line) {
        lines.append(line).append('\n');
        return this;
    }

    Batch named(String name) {
        fileName = name;
        return this;
    }

    /** The answer to the file as it was given. */
    Http.Answer upload() {
        Http.Answer answer =
                new Form()
                        .field("purpose", "batch")
                        .file(
                                "file",
                                fileName,
                                "application/jsonl",
                                lines.toString().getBytes(StandardCharsets.UTF_8))
                        .post(baseUrl + "/files", key);
        if (answer.status() == 200) {
            fileId = answer.json().path("id").stringValue();
        }
        return answer;
    }

    String fileId() {
        return fileId;
    }

    /** The answer to a batch of it. */
    Http.Answer begin(String more) {
        return Http.post(
                baseUrl + "/batches",
                key,
                """
                {"input_file_id":"%s","endpoint":"/v1%s","completion_window":"24h"%s}
                """
                        .formatted(fileId, route.path(), more));
    }

    /** Uploads, begins and waits. */
    Batch run() {
        Http.Answer uploaded = upload();
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(200);
        Http.Answer begun = begin("");
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        Http.Answer looked =
                Http.get(baseUrl + "/batches/" + begun.json().path("id").stringValue(), key);
        assertThat(looked.status()).as(looked.body()).isEqualTo(200);
        assertThat(looked.json().path("status").stringValue()).isEqualTo("completed");
        shown = looked.json();
        return this;
    }

    /** The batch as it was looked up. */
    JsonNode shown() {
        return shown;
    }

    Http.Answer content(String member) {
        return Http.get(baseUrl + "/files/" + shown.path(member).stringValue() + "/content", key);
    }

    /** The lines of what came back, by their own ids. */
    ObjectNode answers() {
        return byId(content("output_file_id"));
    }

    static ObjectNode byId(Http.Answer content) {
        assertThat(content.status()).as(content.body()).isEqualTo(200);
        ObjectNode byId = JsonNodeFactory.instance.objectNode();
        content.body()
                .lines()
                .map(JSON::readTree)
                .forEach(line -> byId.set(line.path("custom_id").stringValue(), line));
        return byId;
    }
}
