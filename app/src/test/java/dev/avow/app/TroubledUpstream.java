package dev.avow.app;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A provider by OpenAI's API that does what a test says, one way after the other; the last one
 * stays. It repeats the last message, and notes what it was sent.
 */
final class TroubledUpstream implements AutoCloseable {

    /** What it does with a request. */
    enum Way {
        ANSWER,
        /** 429 with {@code Retry-After: 60}. */
        BUSY,
        UNAVAILABLE,
        FAILS,
        KEY_REFUSED,
        HANGS_UP,
        STALLS,
        /** Closes the connection in the middle of a stream. */
        BREAKS_OFF
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Vertx vertx = Vertx.vertx();
    private final Deque<Way> ways = new ConcurrentLinkedDeque<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;

    private TroubledUpstream(List<Way> ways) throws Exception {
        this.ways.addAll(ways);
        server =
                vertx.createHttpServer()
                        .requestHandler(
                                request -> request.bodyHandler(body -> handle(request, body)))
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
    }

    static TroubledUpstream start(Way... ways) throws Exception {
        return new TroubledUpstream(List.of(ways));
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.actualPort() + "/v1";
    }

    /** From now on it does this. */
    void now(Way way) {
        ways.clear();
        ways.add(way);
    }

    /** The bodies that came, as they came. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** All requests, those for its models too. */
    int requests() {
        return requests.get();
    }

    /** The header {@code Authorization} of each body. */
    List<String> keys() {
        return List.copyOf(keys);
    }

    /** Requests whose sender has gone before they were answered. */
    int left() {
        return left.get();
    }

    private void handle(HttpServerRequest request, Buffer body) {
        HttpServerResponse response = request.response();
        requests.incrementAndGet();
        if (!String.valueOf(request.path()).endsWith("/chat/completions")) {
            response.setStatusCode(404).end("{}");
            return;
        }
        String text = body.toString(StandardCharsets.UTF_8);
        bodies.add(text);
        keys.add(String.valueOf(request.getHeader("Authorization")));
        Way first = ways.peek();
        Way way = first == null ? Way.ANSWER : first;
        if (ways.size() > 1) {
            ways.poll();
        }
        response.closeHandler(_ -> {
            if (!response.ended()) {
                left.incrementAndGet();
            }
        });
        switch (way) {
            case ANSWER -> answer(response, text);
            case BUSY -> {
                response.putHeader("Retry-After", "60");
                refuse(response, 429);
            }
            case UNAVAILABLE -> refuse(response, 503);
            case FAILS -> refuse(response, 500);
            case KEY_REFUSED -> refuse(response, 401);
            case HANGS_UP -> request.connection().close();
            case STALLS -> {}
            case BREAKS_OFF -> {
                response.setChunked(true).putHeader("Content-Type", "text/event-stream");
                response.write(chunk("half"));
                vertx.setTimer(100, _ -> response.reset());
            }
        }
    }

    private static void refuse(HttpServerResponse response, int status) {
        FakeOpenAi.json(
                response, status, FakeErrors.of("Not now.", "server_error", null, "not_now"));
    }

    private static void answer(HttpServerResponse response, String body) {
        var asked = JSON.readTree(body);
        var messages = asked.get("messages");
        String said = messages.get(messages.size() - 1).get("content").stringValue();
        if (asked.path("stream").asBoolean(false)) {
            response.putHeader("Content-Type", "text/event-stream")
                    .end(chunk(said) + "data: [DONE]\n\n");
            return;
        }
        var answer = JsonNodeFactory.instance.objectNode();
        answer.put("id", "c").put("object", "chat.completion").put("created", 1).put("model", "m");
        var choice = answer.putArray("choices").addObject().put("index", 0);
        choice.put("finish_reason", "stop")
                .putObject("message")
                .put("role", "assistant")
                .put("content", said);
        answer.putObject("usage")
                .put("prompt_tokens", 5)
                .put("completion_tokens", 7)
                .put("total_tokens", 12);
        FakeOpenAi.json(response, 200, answer);
    }

    private static String chunk(String said) {
        var chunk = JsonNodeFactory.instance.objectNode();
        chunk.put("id", "c").put("object", "chat.completion.chunk").put("created", 1);
        chunk.put("model", "m")
                .putArray("choices")
                .addObject()
                .put("index", 0)
                .putObject("delta")
                .put("content", said);
        return "data: " + chunk + "\n\n";
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
