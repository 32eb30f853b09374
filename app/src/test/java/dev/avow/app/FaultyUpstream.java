package dev.avow.app;

import dev.avow.words.Route;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A provider that begins an answer of each route well and then fails, each way under its path. */
final class FaultyUpstream implements AutoCloseable {

    /** The ways to fail, once an answer has begun. */
    enum Fault {
        DIES,
        STALLS,
        GARBAGE,
        HUGE,
        HALF_CHARACTER;

        String path() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What it said before it failed. */
    static final String BEGUN = "a good beginning";

    /** More than an answer or an event may have. */
    private static final int HUGE_BYTES = Installation.MOST_ANSWER_BYTES + (1 << 18);

    private static final Buffer PIECE = Buffer.buffer("a".repeat(1 << 18));

    private final Vertx vertx = Vertx.vertx();
    private final Ways ways;

    FaultyUpstream() throws Exception {
        ways = Ways.open(vertx, request -> request.bodyHandler(body -> play(request, body)));
    }

    /** As that API's client takes it. */
    String url(Way way, Fault fault, Route.Api api) {
        String base = ways.url(way) + "/" + fault.path();
        return api == Route.Api.ANTHROPIC ? base : base + "/v1";
    }

    private void play(HttpServerRequest request, Buffer body) {
        String path = String.valueOf(request.path());
        int end = path.indexOf('/', 1);
        Fault fault =
                Fault.valueOf(path.substring(1, end).toUpperCase(Locale.ROOT).replace('-', '_'));
        Route route = Route.of(path.substring(end)).orElseThrow();
        boolean streamed = body.toString(StandardCharsets.UTF_8).contains("\"stream\":true");
        HttpServerResponse response = request.response().setChunked(true);
        response.exceptionHandler(_ -> {});
        response.putHeader("Content-Type", streamed ? "text/event-stream" : "application/json");
        if (streamed) {
            response.write("data: " + firstEvent(route) + "\n\ndata: ");
        }
        switch (fault) {
            case DIES -> {
                response.write("{\"id\":\"x\",");
                vertx.setTimer(50, _ -> response.reset());
            }
            case STALLS -> response.write("{\"id\":\"x\",");
            case GARBAGE -> response.end("<html>no JSON</html>\n\n");
            case HUGE -> {
                response.write("{\"id\":\"");
                huge(response, HUGE_BYTES);
            }
            case HALF_CHARACTER ->
                    response.end(
                            Buffer.buffer("{\"id\":\"")
                                    .appendBytes(new byte[] {(byte) 0xE2, (byte) 0x82})
                                    .appendString("\",\"choices\":[]}\n\n"));
        }
    }

    private void huge(HttpServerResponse response, int left) {
        if (response.closed() || response.ended()) {
            return;
        }
        if (left <= 0) {
            response.end("\"}\n\n");
            return;
        }
        response.write(PIECE)
                .onSuccess(_ -> vertx.runOnContext(_ -> huge(response, left - PIECE.length())));
    }

    /** Each route's own; a route that does not stream has none. */
    private static String firstEvent(Route route) {
        return switch (route) {
            case CHAT_COMPLETIONS ->
                    "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                        + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
                            + BEGUN
                            + "\"},\"finish_reason\":null}]}";
            case RESPONSES ->
                    "{\"type\":\"response.output_text.delta\",\"item_id\":\"i\",\"output_index\":0,"
                            + "\"content_index\":0,\"sequence_number\":1,\"delta\":\""
                            + BEGUN
                            + "\"}";
            case MESSAGES ->
                    "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\","
                        + "\"text\":\""
                            + BEGUN
                            + "\"}}";
            default -> "{}";
        };
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
