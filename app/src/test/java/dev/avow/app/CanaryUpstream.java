package dev.avow.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.avow.words.Route;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider whose every answer holds one distinctive text, and whose every refusal repeats all
 * that it was sent, key included, as real ones do.
 */
final class CanaryUpstream implements AutoCloseable {

    private final String says;
    private final AtomicInteger calls = new AtomicInteger();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);

    private CanaryUpstream(String says) throws IOException {
        this.says = says;
        server.setExecutor(workers);
        for (Route route : Route.values()) {
            server.createContext("/v1" + route.path(), this::handle);
        }
        server.createContext("/v1/files", this::keep);
        server.createContext("/v1/batches", this::keep);
        server.start();
    }

    /** Files and batches that are answered at once, and repeat all that they were sent. */
    private void keep(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        int number = calls.incrementAndGet();
        String quoted = body.replace("\\", "").replaceAll("[\"\\p{Cntrl}]", " ");
        try (exchange) {
            if (body.contains("\"refuses\"")) {
                error(exchange, 400, says + quoted);
            } else if (path.endsWith("/content")) {
                send(
                        exchange,
                        200,
                        "application/octet-stream",
                        "{\"custom_id\":\"line-1\",\"response\":{\"status_code\":200,\"body\":"
                                + whole().replace("\n", " ")
                                + "},\"error\":null,\"note\":\""
                                + says
                                + "\"}\n");
            } else {
                send(
                        exchange,
                        200,
                        "application/json",
                        "{\"id\":\"kept-"
                                + number
                                + "\",\"status\":\"completed\",\"output_file_id\":\"out-"
                                + number
                                + "\",\"metadata\":{\"said\":\""
                                + says
                                + quoted
                                + "\"}}");
            }
        }
    }

    static CanaryUpstream start(String says) throws IOException {
        return new CanaryUpstream(says);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    int calls() {
        return calls.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String all = body + " " + exchange.getRequestHeaders().get("Authorization");
        all += " " + exchange.getRequestHeaders().get("x-api-key");
        String quoted = (says + " " + all).replace("\\", "\\\\").replace("\"", "\\\"");
        try (exchange) {
            if (body.contains("\"refuses\"")) {
                error(exchange, 400, quoted);
            } else if (body.contains("\"forbids\"")) {
                error(exchange, 401, quoted);
            } else if (body.contains("\"fails\"")) {
                error(exchange, 500, quoted);
            } else if (body.contains("\"garbage\"")) {
                send(exchange, 200, "text/html", "<html>" + says + all);
            } else if (body.contains("\"breaks\"")) {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 10_000);
                write(exchange, "{\"choices\":[{\"message\":{\"content\":\"" + says);
            } else if (body.contains("\"stream\":true")) {
                send(exchange, 200, "text/event-stream", streamed());
            } else {
                send(exchange, 200, "application/json", whole());
            }
        }
    }

    private String whole() {
        return """
        {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,
         "message":{"role":"assistant","content":"%s"},"finish_reason":"stop"}]}
        """
                .formatted(says);
    }

    private String streamed() {
        return """
        data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"%s"},"finish_reason":"stop"}]}

        data: [DONE]

        """
                .formatted(says);
    }

    private static void error(HttpExchange exchange, int status, String quoted) throws IOException {
        send(
                exchange,
                status,
                "application/json",
                "{\"error\":{\"message\":\"" + quoted + "\",\"type\":\"x\",\"code\":null}}");
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, 0);
        write(exchange, body);
    }

    private static void write(HttpExchange exchange, String body) throws IOException {
        OutputStream out = exchange.getResponseBody();
        out.write(body.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
