package dev.avow.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provider that keeps a count of its own. It bills answer tokens alone, the moment a request has
 * arrived: to a model whose name begins with {@code slow} all that it may take, and it answers so
 * late that callers have left; to any other a number of its choice up to that, and says so in its
 * usage.
 */
final class BillingUpstream implements AutoCloseable {

    private static final Pattern MOST = Pattern.compile("\"max_tokens\":\\s*(\\d+)");
    private static final Pattern SLOW = Pattern.compile("\"model\":\"(slow[^\"]*)\"");
    private static final int SLOW_MILLIS = 3_000;

    private final AtomicLong billed = new AtomicLong();
    private final Set<String> arrived = ConcurrentHashMap.newKeySet();
    private final AtomicLong requests = new AtomicLong();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private BillingUpstream() throws IOException {
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 300);
        server.setExecutor(workers);
        server.createContext("/v1/chat/completions", this::handle);
        server.start();
    }

    static BillingUpstream start() {
        try {
            return new BillingUpstream();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Tokens that were billed to this day. */
    long billed() {
        return billed.get();
    }

    /** Whether a slow model was asked; each is to have a name of its own. */
    boolean hasArrived(String slowModel) {
        return arrived.contains(slowModel);
    }

    long requests() {
        return requests.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher said = MOST.matcher(body);
        long most = said.find() ? Long.parseLong(said.group(1)) : 0;
        Matcher named = SLOW.matcher(body);
        boolean slow = named.find();
        long bill = slow ? most : ThreadLocalRandom.current().nextLong(most + 1);
        requests.incrementAndGet();
        billed.addAndGet(bill);
        if (slow) {
            arrived.add(named.group(1));
        }
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(
                        slow ? SLOW_MILLIS : ThreadLocalRandom.current().nextInt(30)));
        String usage =
                "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":%d,\"total_tokens\":%d}"
                        .formatted(bill, bill + 5);
        boolean streamed = body.contains("\"stream\":true");
        byte[] answer =
                (streamed
                                ? """
                                data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"fine"}}]}

                                data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[],%s}

                                data: [DONE]

                                """
                                : """
                                {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,
                                 "message":{"role":"assistant","content":"fine"},"finish_reason":"stop"}],%s}
                                """)
                        .formatted(usage)
                        .getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders()
                    .add("Content-Type", streamed ? "text/event-stream" : "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
