package dev.avow.app;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fake provider's files and batches (OpenAI's API reference, "The file object", "The batch
 * object", "The request output object"; November 2026). A batch is done when it is looked up for
 * the first time: each line is answered as its route would answer it. The official clients read it
 * in tests, directly too.
 */
final class FakeFiles {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SOME_TIME = 1_767_225_600;
    private static final Set<String> KNOWN =
            Set.of("input_file_id", "endpoint", "completion_window", "metadata");

    private static final Set<String> NAMED = Set.of("user_data", "assistants", "vision");

    private final FakeLog log;
    private final AtomicInteger number = new AtomicInteger();
    private volatile int refusal;
    private final Map<String, String> contents = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> files = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> batches = new ConcurrentHashMap<>();

    FakeFiles(FakeLog log) {
        this.log = log;
    }

    static boolean takes(String path) {
        return path.startsWith("/v1/files") || path.startsWith("/v1/batches");
    }

    void handle(HttpServerRequest request, String path) {
        if (FakeForm.is(request)) {
            Buffer content = Buffer.buffer();
            request.setExpectMultipart(true);
            request.uploadHandler(upload -> {
                content.appendString(upload.name() + "=" + upload.filename() + "\n");
                upload.handler(content::appendBuffer);
            });
            request.endHandler(_ -> {
                String all = content.toString();
                String purpose = String.valueOf(request.getFormAttribute("purpose"));
                note(request, path, "purpose=" + purpose + "\n" + all);
                int line = all.indexOf('\n');
                answer(request, () -> upload(purpose, all.substring(line + 1)));
            });
            return;
        }
        request.bodyHandler(body -> {
            note(request, path, body.toString());
            answer(request, () -> answer(request, path, body.toString()));
        });
    }

    private void note(HttpServerRequest request, String path, String body) {
        log.add(path, request.headers().entries(), body);
    }

    private interface Work {
        ObjectNode run();
    }

    /** How many files it keeps. */
    int held() {
        return files.size();
    }

    /** Loses all files but those whose content holds this. */
    void loseAllBut(String text) {
        contents.values().removeIf(each -> !each.contains(text));
        files.keySet().retainAll(contents.keySet());
    }

    /**
     * From now on nothing is deleted.
     *
     * @param status that is answered instead; 0 where all is deleted again
     */
    void refuseDeletion(int status) {
        refusal = status;
    }

    private void answer(HttpServerRequest request, Work work) {
        if (refusal == 404 && request.method().equals(HttpMethod.DELETE)) {
            request.response().setStatusCode(404).end("<h1>there is no such page</h1>");
            return;
        }
        if (refusal > 0 && request.method().equals(HttpMethod.DELETE)) {
            FakeOpenAi.json(request.response(), refusal, NODES.objectNode());
            return;
        }
        try {
            ObjectNode answer = work.run();
            if (answer.has("raw")) {
                request.response()
                        .putHeader("Content-Type", "application/octet-stream")
                        .end(answer.path("raw").stringValue());
            } else {
                FakeOpenAi.json(request.response(), 200, answer);
            }
        } catch (FakeErrors.BadRequest bad) {
            boolean gone = String.valueOf(bad.getMessage()).startsWith("No such");
            FakeOpenAi.json(request.response(), gone ? 404 : 400, bad.body());
        }
    }

    private ObjectNode upload(String purpose, String content) {
        if (NAMED.contains(purpose)) {
            must(!content.isEmpty(), "Invalid file format", "file");
            return file(purpose, content);
        }
        must(purpose.equals("batch"), "Invalid value for purpose", "purpose");
        int at = 0;
        for (String line : content.split("\n", -1)) {
            if (!line.isEmpty()) {
                at++;
                line(line, at);
            }
        }
        must(at > 0, "Invalid file format", "file");
        return file("batch", content);
    }

    /** A request as a model sees it: with what the files say that it names. */
    byte[] read(byte[] body) {
        JsonNode request = JSON.readTree(body);
        return request.findValues("file_id").isEmpty() && request.findValues("file_ids").isEmpty()
                ? body
                : JSON.writeValueAsBytes(read(request));
    }

    private JsonNode read(JsonNode node) {
        if (node instanceof ObjectNode object) {
            String id = object.path("file_id").asString("");
            object.properties().forEach(each -> read(each.getValue()));
            if (!id.isEmpty()) {
                must(contents.containsKey(id), "No such File object", "file_id");
                object.put("said", of(contents, id));
            }
        } else if (node.isArray()) {
            node.forEach(this::read);
        }
        return node;
    }

    private static JsonNode line(String line, int at) {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JacksonException malformed) {
            throw new FakeErrors.BadRequest("Invalid file format at line " + at, "file");
        }
        must(
                json.path("custom_id").isString()
                        && json.path("method").asString("").equals("POST")
                        && json.path("url").asString("").startsWith("/v1/")
                        && json.path("body").path("model").isString()
                        && json.size() == 4,
                "Invalid file format at line " + at,
                "file");
        return json;
    }

    private ObjectNode file(String purpose, String content) {
        String id = "file-fake" + number.incrementAndGet();
        ObjectNode file = NODES.objectNode();
        file.put("id", id).put("object", "file").put("bytes", content.length());
        file.put("created_at", SOME_TIME).put("filename", "their.jsonl");
        file.put("purpose", purpose).put("status", "processed").putNull("expires_at");
        files.put(id, file);
        contents.put(id, content);
        return file;
    }

    private ObjectNode answer(HttpServerRequest request, String path, String body) {
        String[] parts = path.split("/", -1);
        String id = parts.length > 3 ? parts[3] : "";
        if (parts[2].equals("files")) {
            must(files.containsKey(id), "No such File object", "id");
            if (parts.length > 4) {
                return NODES.objectNode().put("raw", contents.get(id));
            }
            if (request.method().equals(HttpMethod.DELETE)) {
                files.remove(id);
                contents.remove(id);
                return NODES.objectNode().put("id", id).put("object", "file").put("deleted", true);
            }
            return of(files, id);
        }
        if (id.isEmpty()) {
            return begin(body);
        }
        must(batches.containsKey(id), "No such Batch object", "id");
        ObjectNode batch = of(batches, id);
        if (parts.length > 4) {
            return batch.put("status", "cancelling").put("cancelling_at", SOME_TIME);
        }
        return batch.path("status").asString().equals("validating") ? done(batch) : batch;
    }

    private ObjectNode begin(String body) {
        JsonNode wanted = JSON.readTree(body);
        for (String name : wanted.propertyNames()) {
            must(KNOWN.contains(name), "Unknown parameter", name);
        }
        String input = wanted.path("input_file_id").asString("");
        must(files.containsKey(input), "No such File object", "input_file_id");
        must(
                wanted.path("completion_window").asString("").equals("24h"),
                "Invalid value",
                "completion_window");
        String id = "batch_fake" + number.incrementAndGet();
        ObjectNode batch = NODES.objectNode();
        batch.put("id", id).put("object", "batch").put("input_file_id", input);
        batch.put("endpoint", wanted.path("endpoint").asString("")).putNull("errors");
        batch.put("completion_window", "24h").put("status", "validating");
        batch.putNull("output_file_id").putNull("error_file_id");
        batch.put("created_at", SOME_TIME).put("expires_at", SOME_TIME + 86_400);
        batch.putNull("metadata");
        batch.putObject("request_counts").put("total", 0).put("completed", 0).put("failed", 0);
        batches.put(id, batch);
        return batch;
    }

    /** A model that is called so is not answered, as where a batch expires. */
    private ObjectNode done(ObjectNode batch) {
        StringBuilder output = new StringBuilder();
        StringBuilder errors = new StringBuilder();
        int count = 0;
        for (String each :
                of(contents, batch.path("input_file_id").stringValue()).split("\n", -1)) {
            if (each.isEmpty()) {
                continue;
            }
            count++;
            JsonNode line = line(each, count);
            ObjectNode answer = NODES.objectNode();
            answer.put("id", "batch_req_" + count);
            answer.put("custom_id", line.path("custom_id").stringValue());
            if (line.path("body").path("model").asString().equals("expires")) {
                answer.putNull("response");
                answer.putObject("error")
                        .put("code", "batch_expired")
                        .put("message", "This request could not be executed: " + each);
                errors.append(answer).append('\n');
                continue;
            }
            ObjectNode response = answer.putObject("response");
            response.put("status_code", 200).put("request_id", "req_" + count);
            response.set(
                    "body",
                    FakeEchoes.whole(line.path("url").stringValue(), read(line.path("body"))));
            answer.putNull("error");
            output.append(answer).append('\n');
        }
        batch.put("status", "completed").put("completed_at", SOME_TIME + 60);
        if (!output.isEmpty()) {
            batch.set("output_file_id", file("batch_output", output.toString()).get("id"));
        }
        if (!errors.isEmpty()) {
            batch.set("error_file_id", file("batch_output", errors.toString()).get("id"));
        }
        batch.putObject("request_counts")
                .put("total", count)
                .put("completed", count)
                .put("failed", 0);
        return batch;
    }

    private static <T> T of(Map<String, T> all, String id) {
        return Objects.requireNonNull(all.get(id));
    }

    private static void must(boolean holds, String message, String param) {
        if (!holds) {
            throw new FakeErrors.BadRequest(message, param);
        }
    }
}
