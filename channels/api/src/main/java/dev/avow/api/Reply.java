package dev.avow.api;

import dev.avow.admit.Refusal;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Route;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes answers to one caller. On the request's event loop only. */
final class Reply {

    private static final CharSequence INTERACTION = HttpHeaders.createOptimized("Avow-Interaction");
    private static final CharSequence ACTION = HttpHeaders.createOptimized("Avow-Action");
    private static final CharSequence OVERHEAD = HttpHeaders.createOptimized("Avow-Overhead-Ms");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence EVENTS =
            HttpHeaders.createOptimized("text/event-stream; charset=utf-8");
    private static final CharSequence TEXT =
            HttpHeaders.createOptimized("text/plain; charset=utf-8");
    private static final CharSequence BYTES =
            HttpHeaders.createOptimized("application/octet-stream");
    private static final CharSequence LINES = HttpHeaders.createOptimized("application/x-jsonl");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    private final HttpServerResponse response;
    private final Route route;
    private final AnswerTally tally;
    private Runnable left = () -> {};
    private Runnable over;
    private boolean isOver;

    Reply(HttpServerResponse response, Route route, AnswerTally tally) {
        this.response = response;
        this.route = route;
        this.tally = tally;
        this.over = () -> tally.over(response.getStatusCode());
        response.endHandler(_ -> over());
        // A connection that closes first never calls the other.
        response.closeHandler(_ -> leave());
    }

    private void over() {
        if (!isOver) {
            isOver = true;
            over.run();
        }
    }

    private void leave() {
        left.run();
        over();
    }

    /** The route that is answered: it decides how faults and streams look. */
    Route route() {
        return route;
    }

    void describe(UUID interaction, String action) {
        tally.decided(action);
        response.putHeader(INTERACTION, interaction.toString()).putHeader(ACTION, action);
    }

    /** Somebody is asked for what is answered. */
    void asked(Destination destination) {
        tally.asked(destination);
    }

    /** What was added to a model's time. */
    void overhead(long nanos) {
        tally.overhead(nanos);
        ownTime(nanos);
    }

    /** What was spent here, where no model spent any: told, and not counted beside theirs. */
    void ownTime(long nanos) {
        // Hundredths of a millisecond, without the cost of a format string.
        long hundredths = nanos / 10_000;
        long rest = hundredths % 100;
        response.putHeader(OVERHEAD, hundredths / 100 + (rest < 10 ? ".0" : ".") + rest);
    }

    /** Runs something once, when this answer has ended or its caller has left. */
    void whenOver(Runnable next) {
        if (!isOpen()) {
            next.run();
            return;
        }
        Runnable before = over;
        over =
                () -> {
                    before.run();
                    next.run();
                };
    }

    /** Runs something when the caller leaves before the end, after what else was to run then. */
    void whenLeft(Runnable next) {
        Runnable before = left;
        left =
                () -> {
                    before.run();
                    next.run();
                };
    }

    boolean isOpen() {
        return !response.ended() && !response.closed();
    }

    void json(int status, Buffer body) {
        if (isOpen()) {
            response.setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                    .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                    .end(body);
        }
    }

    void fault(Fault fault) {
        fault(fault, Map.of());
    }

    /**
     * A fault, and when another try may do better. It came to no use of a model, so there is no
     * interaction to be named.
     */
    void refusal(Refusal refusal) {
        response.headers().remove(INTERACTION);
        Integer seconds = refusal.retryAfterSeconds();
        if (seconds != null) {
            retryAfter(seconds);
        }
        fault(refusal.fault());
    }

    /** For a method that the route does not have (RFC 9110, section 15.5.6). */
    void wrongMethod(List<String> allowed) {
        response.putHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
        fault(
                Fault.of(
                        FaultCode.METHOD_NOT_ALLOWED,
                        "use " + String.join(" or ", allowed) + " here"));
    }

    /** Says in how many seconds another try may do better. */
    void retryAfter(int seconds) {
        if (isOpen() && !response.headWritten()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
        }
    }

    /**
     * A fault with further members; official clients would repeat some of them, which is of no use.
     */
    void fault(Fault fault, Map<String, String> more) {
        if (!isOpen()) {
            return;
        }
        tally.refused(fault.code());
        if (response.headWritten() && route == Route.SPEECH) {
            // Words after sound would be played; that it broke off is all that can be told.
            response.reset();
            return;
        }
        if (response.headWritten()) {
            response.end(Events.fault(route, fault, more));
            return;
        }
        refuse(fault.code(), body(fault, more));
    }

    private void refuse(FaultCode code, Buffer body) {
        switch (code.kind()) {
            case CALLER -> response.putHeader("x-should-retry", "false");
            case US, UPSTREAM, CAPACITY -> {}
        }
        json(code.httpStatus(), body);
    }

    /**
     * A fault that keeps a request from leaving, told before anything else.
     *
     * @param receipt an object of JSON that goes beside it; null where its caller wants none
     */
    void unsent(Fault fault, Map<String, String> more, byte @Nullable [] receipt) {
        if (isOpen()) {
            tally.refused(fault.code());
            Buffer body = body(fault, more);
            refuse(fault.code(), receipt == null ? body : beside(body, receipt));
        }
    }

    /** The faults of all three APIs are objects, so the receipt is one more member of each. */
    private static Buffer beside(Buffer body, byte[] receipt) {
        return Buffer.buffer()
                .appendBuffer(body.slice(0, body.length() - 1))
                .appendString(",\"avow\":")
                .appendBytes(receipt)
                .appendString("}");
    }

    private Buffer body(Fault fault, Map<String, String> more) {
        return switch (route.api()) {
            case OPENAI -> OpenAiErrors.body(fault, more);
            case ANTHROPIC -> AnthropicErrors.body(fault, more);
            case COHERE -> CohereErrors.body(fault, more);
        };
    }

    /** An answer that is one text. */
    void text(Buffer body) {
        if (isOpen()) {
            response.setStatusCode(200)
                    .putHeader(HttpHeaders.CONTENT_TYPE, TEXT)
                    .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                    .end(body);
        }
    }

    /** A file's content. */
    void bytes(Buffer body) {
        whole(BYTES, body);
    }

    /** JSON, one object a line. */
    void lines(Buffer body) {
        whole(LINES, body);
    }

    private void whole(CharSequence type, Buffer body) {
        if (isOpen()) {
            response.setStatusCode(200)
                    .putHeader(HttpHeaders.CONTENT_TYPE, type)
                    .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                    .end(body);
        }
    }

    /** Sound follows, in pieces. */
    void beginSound(String mediaType) {
        tally.firstByte();
        response.setStatusCode(200)
                .setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }

    void beginStream() {
        tally.firstByte();
        response.setStatusCode(200)
                .setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, EVENTS)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }
}
