package dev.avow.bench.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Asks, times and checks. Used on the generator's event loop only. */
final class Exchange {
    private static final long GIVE_UP_MILLIS = 30_000;

    private final HttpClient client;
    private final Target target;
    private final AnswerKind kind;
    private final Tally tally;
    private final RequestOptions options;

    Exchange(HttpClient client, Target target, AnswerKind kind, Tally tally) {
        this.client = client;
        this.target = target;
        this.kind = kind;
        this.tally = tally;
        options = request(target).setIdleTimeout(GIVE_UP_MILLIS);
    }

    /** The request line and headers that every request to {@code target} has. */
    static RequestOptions request(Target target) {
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost("127.0.0.1")
                        .setPort(target.port())
                        .setURI(target.path())
                        .putHeader("content-type", "application/json");
        target.headers().forEach(options::putHeader);
        return options;
    }

    /**
     * Sends request {@code number} and tallies its answer.
     *
     * @param due when the request should have been sent, as {@link System#nanoTime} tells it
     * @param then runs once the answer is tallied, good or bad
     */
    void send(long number, long due, Runnable then) {
        Buffer body = Buffer.buffer(ChatBody.of(target.model(), number, kind));
        client.request(options)
                .compose(request -> request.send(body))
                .compose(response -> read(response, number, due))
                .onComplete(fault -> {
                    if (fault.failed()) {
                        tally.failed(fault.cause().getClass().getSimpleName());
                    } else if (fault.result() != null) {
                        tally.failed(fault.result());
                    }
                    then.run();
                });
    }

    private Future<@Nullable String> read(HttpClientResponse response, long number, long due) {
        Buffer body = Buffer.buffer();
        long[] first = {0};
        response.handler(chunk -> {
            if (first[0] == 0) {
                first[0] = System.nanoTime();
            }
            body.appendBuffer(chunk);
        });
        return response.end()
                .map(_ -> {
                    long now = System.nanoTime();
                    String text = body.toString(StandardCharsets.UTF_8);
                    String fault = AnswerCheck.fault(kind, response.statusCode(), text);
                    if (fault == null) {
                        tally.answered(
                                first[0] - due,
                                now - due,
                                AnswerCheck.restored(kind, text, number));
                    }
                    return fault;
                });
    }
}
