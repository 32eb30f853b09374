package dev.avow.app;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fake provider's message batches (Anthropic's API reference, "Message Batches"; November
 * 2026). A batch has ended when it is looked up for the first time, its results coming in another
 * order than its requests; one with a request to a model {@code runs…} ends when it is cancelled. A
 * request to {@code expires} does, one to {@code error-STATUS} is answered with an error that
 * quotes. Anthropic's client reads it in tests, directly too.
 */
final class FakeMessageBatches {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ROOT = "/v1/messages/batches";
    private static final String BEGUN = "2026-11-20T08:00:00.123456+00:00";
    private static final String LATER = "2026-11-21T08:00:00.123456+00:00";

    private final FakeLog log;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, ObjectNode> batches = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> requests = new ConcurrentHashMap<>();
    private volatile boolean silent;

    FakeMessageBatches(FakeLog log) {
        this.log = log;
    }

    static boolean takes(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    /** How many it keeps. */
    int held() {
        return batches.size();
    }

    /** From now on it answers nothing but 529, or again. */
    void overload(boolean overloaded) {
        silent = overloaded;
    }

    private static final class Refused extends RuntimeException {
        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    private static void must(boolean holds, int status, String message) {
        if (!holds) {
            throw new Refused(status, message);
        }
    }

    void handle(HttpServerRequest request, String path) {
        request.bodyHandler(body -> {
            log.add(path, request.headers().entries(), body.toString());
            try {
                must(!silent, 529, "Overloaded");
                must(
                        request.getHeader("anthropic-version") != null,
                        400,
                        "anthropic-version: header is required");
                String rest = path.substring(ROOT.length());
                String[] parts = rest.isEmpty() ? new String[0] : rest.substring(1).split("/", -1);
                String results = results(request.method(), parts);
                if (results != null) {
                    request.response()
                            .putHeader("Content-Type", "application/x-jsonl")
                            .end(results);
                    return;
                }
                FakeOpenAi.json(
                        request.response(), 200, answer(request.method(), parts, body.toString()));
            } catch (Refused refused) {
                String type =
                        switch (refused.status) {
                            case 404 -> "not_found_error";
                            case 529 -> "overloaded_error";
                            default -> "invalid_request_error";
                        };
                FakeOpenAi.json(
                        request.response(),
                        refused.status,
                        FakeAnthropic.error(type, String.valueOf(refused.getMessage())));
            }
        });
    }

    private ObjectNode answer(HttpMethod method, String[] parts, String body) {
        if (parts.length == 0) {
            must(method.equals(HttpMethod.POST), 405, "Method Not Allowed");
            return begin(JSON.readTree(body));
        }
        must(batches.containsKey(parts[0]), 404, "No batch found");
        ObjectNode batch = of(batches, parts[0]);
        boolean ended = batch.path("processing_status").asString().equals("ended");
        if (parts.length == 2) {
            must(parts[1].equals("cancel") && method.equals(HttpMethod.POST), 404, "Not Found");
            must(!ended, 400, "Batch has already ended");
            return batch.put("processing_status", "canceling").put("cancel_initiated_at", LATER);
        }
        if (method.equals(HttpMethod.DELETE)) {
            must(ended, 400, "Batch cannot be deleted while it is processing");
            batches.remove(parts[0]);
            requests.remove(parts[0]);
            return NODES.objectNode().put("id", parts[0]).put("type", "message_batch_deleted");
        }
        return ended || runs(batch, parts[0]) ? batch : end(batch, parts[0]);
    }

    private boolean runs(ObjectNode batch, String id) {
        return batch.path("cancel_initiated_at").isNull()
                && of(requests, id).toString().contains("\"model\":\"runs");
    }

    private ObjectNode begin(JsonNode wanted) {
        must(wanted.size() == 1 && wanted.has("requests"), 400, "Extra inputs are not permitted");
        JsonNode all = wanted.path("requests");
        must(all.isArray() && !all.isEmpty(), 400, "requests: Field required");
        Set<String> ids = new HashSet<>();
        for (JsonNode each : all) {
            String id = each.path("custom_id").asString("");
            must(
                    each.size() == 2 && id.matches("[a-zA-Z0-9_-]{1,64}") && ids.add(id),
                    400,
                    "requests: custom_id must be unique and match the pattern");
            must(each.path("params").isObject(), 400, "requests.0.params: Field required");
            must(!each.at("/params/stream").asBoolean(false), 400, "stream must be false");
        }
        String id = "msgbatch_fake" + number.incrementAndGet();
        ObjectNode batch = NODES.objectNode();
        batch.put("id", id).put("type", "message_batch").put("processing_status", "in_progress");
        batch.putObject("request_counts")
                .put("processing", all.size())
                .put("succeeded", 0)
                .put("errored", 0)
                .put("canceled", 0)
                .put("expired", 0);
        batch.put("created_at", BEGUN).put("expires_at", LATER);
        batch.putNull("ended_at").putNull("archived_at").putNull("cancel_initiated_at");
        batch.putNull("results_url");
        batches.put(id, batch);
        requests.put(id, all);
        return batch;
    }

    private ObjectNode end(ObjectNode batch, String id) {
        ObjectNode counts = batch.putObject("request_counts").put("processing", 0);
        counts.put("succeeded", 0).put("errored", 0).put("canceled", 0).put("expired", 0);
        for (JsonNode each : of(requests, id)) {
            String type = result(batch, each.path("params")).path("type").stringValue();
            counts.put(type, counts.path(type).asInt() + 1);
        }
        return batch.put("processing_status", "ended")
                .put("ended_at", LATER)
                .put("results_url", "https://api.example/v1/messages/batches/" + id + "/results");
    }

    private @Nullable String results(HttpMethod method, String[] parts) {
        if (parts.length != 2 || !parts[1].equals("results") || !method.equals(HttpMethod.GET)) {
            return null;
        }
        must(batches.containsKey(parts[0]), 404, "No batch found");
        ObjectNode batch = of(batches, parts[0]);
        must(
                batch.path("processing_status").asString().equals("ended"),
                404,
                "Batch has no results yet");
        StringBuilder lines = new StringBuilder();
        for (JsonNode each : of(requests, parts[0])) {
            ObjectNode line = NODES.objectNode();
            line.set("custom_id", each.get("custom_id"));
            line.set("result", result(batch, each.path("params")));
            lines.insert(0, line + "\n");
        }
        return lines.toString();
    }

    private static ObjectNode result(ObjectNode batch, JsonNode params) {
        ObjectNode result = NODES.objectNode();
        String model = params.path("model").asString("");
        String wrong = model.startsWith("parrot") ? null : FakeAnthropicRules.wrong(params);
        if (!batch.path("cancel_initiated_at").isNull()) {
            return result.put("type", "canceled");
        }
        if (model.equals("expires")) {
            return result.put("type", "expired");
        }
        if (wrong != null || model.startsWith("error-")) {
            result.put("type", "errored")
                    .set(
                            "error",
                            FakeAnthropic.error("invalid_request_error", "Cannot do: " + params));
            return result;
        }
        result.put("type", "succeeded").set("message", FakeAnthropic.message(params, model));
        return result;
    }

    private static <T> T of(Map<String, T> all, String id) {
        return Objects.requireNonNull(all.get(id));
    }
}
