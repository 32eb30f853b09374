package dev.avow.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A Presidio analyzer that knows one person, and can be made to stop serving. */
final class FakeAnalyzer implements AutoCloseable {

    static final String PERSON = "Zorblax Quux";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile boolean serves = true;

    FakeAnalyzer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(threads);
        server.createContext("/analyze", this::analyze);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The texts that it was asked about. */
    List<String> seen() {
        return Collections.unmodifiableList(seen);
    }

    void serves(boolean does) {
        serves = does;
    }

    private void analyze(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            String text = request.path("text").asString();
            seen.add(text);
            ArrayNode results = JSON.createArrayNode();
            int at = text.indexOf(PERSON);
            if (at >= 0) {
                int start = text.codePointCount(0, at);
                results.addObject()
                        .put("entity_type", "PERSON")
                        .put("start", start)
                        .put("end", start + PERSON.length())
                        .put("score", 0.85);
            }
            byte[] body = results.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(serves ? 200 : 500, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
