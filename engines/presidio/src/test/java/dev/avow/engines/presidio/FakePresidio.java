package dev.avow.engines.presidio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * A Presidio analyzer that knows some words. It refuses what its published interface does not allow
 * and answers in that interface's form.
 *
 * <p>Source: {@code AnalyzeRequest} and {@code RecognizerResultWithAnalysis} in {@code
 * docs/api-docs/api-docs.yml} of Presidio, version 2.0 of the document.
 */
final class FakePresidio implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The members of AnalyzeRequest; the first two are required. */
    private static final Set<String> MEMBERS =
            Set.of(
                    "text",
                    "language",
                    "correlation_id",
                    "score_threshold",
                    "entities",
                    "return_decision_process",
                    "ad_hoc_recognizers");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int status = 200;
    private volatile long delayMillis;
    private volatile String instead = "";
    private volatile String header = "";

    private FakePresidio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(threads);
        server.createContext("/base/analyze", this::analyze);
        server.start();
    }

    static FakePresidio start() {
        try {
            return new FakePresidio();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base");
    }

    FakePresidio knows(String word, String entity) {
        words.put(word, entity);
        return this;
    }

    FakePresidio answersStatus(int code) {
        status = code;
        return this;
    }

    FakePresidio answersAfter(long millis) {
        delayMillis = millis;
        return this;
    }

    FakePresidio answers(String body) {
        instead = body;
        return this;
    }

    /** What requests had that the interface does not allow. */
    List<String> broken() {
        return broken;
    }

    /** Calls at once, at most. */
    int most() {
        return most.get();
    }

    int calls() {
        return calls.get();
    }

    /** The last request's header of a name and value, as {@code name: value}; empty if absent. */
    String header() {
        return header;
    }

    private void analyze(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            check(exchange, request);
            if (delayMillis > 0) {
                Thread.sleep(delayMillis);
            }
            String told = instead.isEmpty() ? find(request).toString() : instead;
            byte[] body = told.getBytes(StandardCharsets.UTF_8);
            now.decrementAndGet();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(HttpExchange exchange, JsonNode request) {
        String key = exchange.getRequestHeaders().getFirst("X-Api-Key");
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        header = key != null ? "X-Api-Key: " + key : bearer != null ? bearer : "";
        require(exchange.getRequestMethod().equals("POST"), "method");
        require(
                "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type")),
                "content type");
        require(request.path("text").isString(), "text");
        require(request.path("language").isString(), "language");
        require(MEMBERS.containsAll(request.propertyNames()), "an unknown member");
        JsonNode entities = request.path("entities");
        require(
                entities.isMissingNode()
                        || (entities.isArray()
                                && entities.valueStream().allMatch(JsonNode::isString)),
                "entities");
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            broken.add(what);
        }
    }

    /** Places in code points, as Python counts them; the highest score first. */
    private ArrayNode find(JsonNode request) {
        String text = request.path("text").asString();
        List<String> wanted =
                request.path("entities").valueStream().map(JsonNode::asString).toList();
        ArrayNode results = JSON.createArrayNode();
        words.forEach((word, entity) -> {
            if (!wanted.isEmpty() && !wanted.contains(entity)) {
                return;
            }
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                results.addObject()
                        .putNull("analysis_explanation")
                        .put("end", text.codePointCount(0, at + word.length()))
                        .put("entity_type", entity)
                        .put("score", 0.85)
                        .put("start", text.codePointCount(0, at));
            }
        });
        return results;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
