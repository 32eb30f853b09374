package dev.avow.app;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the fake model's answer goes over the wire, by the model's name:
 *
 * <ul>
 *   <li>{@code error-STATUS}, {@code rate-limited}: refuses; {@code quotes-400}: with the user's
 *       text in its message; {@code flaky}: fails once for each body, then answers
 *   <li>{@code slow-MS}: waits before its answer; {@code stall}: falls silent after half of it
 *   <li>{@code breaks-off}: closes the connection after half; {@code garbage}: sends no JSON;
 *       {@code no-done}: leaves the end mark out
 *   <li>{@code cut-N}: streams N characters per chunk; {@code cut-at-N}: two chunks, the first of N
 *       characters; {@code drip-N}: writes the stream in pieces of N bytes
 * </ul>
 */
final class FakePlayer {

    private static final Pattern NUMBERED = Pattern.compile("([a-z-]+)-([0-9]+)");

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final FakeRequest request;
    private final FakeLog log;
    private final String kind;
    private final int number;

    FakePlayer(Vertx vertx, HttpServerResponse response, FakeRequest request, FakeLog log) {
        this.vertx = vertx;
        this.response = response;
        this.request = request;
        this.log = log;
        Matcher numbered = NUMBERED.matcher(request.model());
        boolean isNumbered = numbered.matches();
        this.kind = isNumbered ? numbered.group(1) : request.model();
        this.number = isNumbered ? Integer.parseInt(numbered.group(2)) : 0;
    }

    void play() {
        switch (kind) {
            case "error" -> refuse(number, "The server had an error.", "server_error");
            case "quotes" -> refuse(number, "Cannot do: " + request.lastText(), "invalid_request");
            case "rate-limited" -> {
                response.putHeader("Retry-After", "1");
                refuse(429, "Rate limit reached.", "rate_limit_exceeded");
            }
            case "flaky" -> {
                if (log.countWith(request.lastText()) == 1) {
                    refuse(500, "The server had an error.", "server_error");
                } else {
                    answer();
                }
            }
            case "garbage" -> garbage();
            case "slow" -> vertx.setTimer(Math.max(1, number), _ -> answer());
            default -> answer();
        }
    }

    private void refuse(int status, String message, String code) {
        String type = status == 429 ? "requests" : status < 500 ? "invalid_request_error" : code;
        FakeOpenAi.json(response, status, FakeErrors.of(message, type, null, code));
    }

    private void garbage() {
        if (request.streamed()) {
            response.putHeader("Content-Type", "text/event-stream")
                    .end("data: {\"choices\":[{\n\ndata: [DONE]\n\n");
        } else {
            response.putHeader("Content-Type", "application/json").end("<html>");
        }
    }

    private void answer() {
        FakeAnswers answers = new FakeAnswers(request, FakeScript.of(request));
        if (request.streamed()) {
            stream(answers);
        } else {
            whole(answers.whole());
        }
    }

    private void whole(ObjectNode answer) {
        if (kind.equals("stall")) {
            return;
        }
        if (!kind.equals("breaks-off")) {
            FakeOpenAi.json(response, 200, answer);
            return;
        }
        Buffer body = Buffer.buffer(answer.toString());
        response.putHeader("Content-Type", "application/json")
                .putHeader("Content-Length", String.valueOf(body.length()))
                .write(body.slice(0, body.length() / 2))
                .onComplete(_ -> hangUp());
    }

    private void stream(FakeAnswers answers) {
        List<ObjectNode> chunks = answers.chunks(this::cut);
        boolean half = kind.equals("stall") || kind.equals("breaks-off");
        Buffer out = Buffer.buffer();
        for (ObjectNode chunk : half ? chunks.subList(0, chunks.size() / 2 + 1) : chunks) {
            out.appendString("data: ").appendString(chunk.toString()).appendString("\n\n");
        }
        if (!half && !kind.equals("no-done")) {
            out.appendString("data: [DONE]\n\n");
        }
        response.setChunked(true).putHeader("Content-Type", "text/event-stream; charset=utf-8");
        switch (kind) {
            case "stall" -> response.write(out);
            case "breaks-off" -> response.write(out).onComplete(_ -> hangUp());
            case "drip" -> drip(out, 0);
            default -> response.end(out);
        }
    }

    private void drip(Buffer out, int from) {
        if (from >= out.length()) {
            response.end();
            return;
        }
        int to = Math.min(out.length(), from + Math.max(1, number));
        response.write(out.slice(from, to)).onSuccess(_ -> drip(out, to));
    }

    /** Closes a moment later, so that what was written has gone out. */
    private void hangUp() {
        vertx.setTimer(50, _ -> response.reset());
    }

    private List<String> cut(String text) {
        if (kind.equals("cut-at")) {
            int at = Math.min(number, text.length());
            return List.of(text.substring(0, at), text.substring(at));
        }
        int size = kind.equals("cut") ? Math.max(1, number) : 5;
        int[] points = text.codePoints().toArray();
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < points.length; at += size) {
            pieces.add(new String(points, at, Math.min(size, points.length - at)));
        }
        return pieces;
    }
}
