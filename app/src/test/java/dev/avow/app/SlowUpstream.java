package dev.avow.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provider that notes which models were asked for the moment a request has arrived, and takes its
 * time to answer. Every request of a test names a model of its own, so a model names a request.
 */
final class SlowUpstream implements AutoCloseable {

    private static final Pattern MODEL = Pattern.compile("\"model\":\"([^\"]+)\"");
    private static final int LONGEST_MILLIS = 120;

    private static final String WHOLE =
            """
            {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,
             "message":{"role":"assistant","content":"fine"},"finish_reason":"stop"}]}
            """;
    private static final String PIECE =
            "data:"
                + " {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"fine\"}}]}\n\n";
    private static final String LAST =
            "data:"
                + " {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                + "data: [DONE]\n\n";

    /** Times a model was asked. */
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    /** Models whose last piece has begun to leave. */
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Random random;
    private final HttpServer server;

    private SlowUpstream(long seed) throws IOException {
        this.random = new Random(seed);
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(workers);
        server.createContext("/v1/chat/completions", this::handle);
        server.start();
    }

    static SlowUpstream start(long seed) {
        try {
            return new SlowUpstream(seed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    Map<String, Integer> asked() {
        return Map.copyOf(asked);
    }

    /** Models that were asked and have not been answered to the end. */
    Set<String> unanswered() {
        Set<String> open = new TreeSet<>(asked.keySet());
        open.removeAll(answered);
        return open;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher model = MODEL.matcher(body);
        if (!model.find()) {
            throw new AssertionError("a request without a model came");
        }
        String name = model.group(1);
        asked.merge(name, 1, Integer::sum);
        boolean streamed = body.contains("\"stream\":true");
        pause();
        try (exchange) {
            exchange.getResponseHeaders()
                    .add("Content-Type", streamed ? "text/event-stream" : "application/json");
            if (!streamed) {
                answered.add(name);
            }
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            if (streamed) {
                write(out, PIECE);
                pause();
                answered.add(name);
                write(out, LAST);
            } else {
                write(out, WHOLE);
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MILLIS)));
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
