package dev.avow.wire;

import dev.avow.ask.AnswerSink;
import dev.avow.ask.Call;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call to a provider, on one event loop. It ends once: by the answer's end, a fault, a time-out
 * or a cancellation, whichever is first.
 */
final class WireCall implements Call {

    private static final String DONE = "[DONE]";

    private static final Pattern SOUND =
            Pattern.compile(
                    "(?i)(audio/[a-z0-9.+-]{1,40}|application/octet-stream)(;[ -~]{0,80})?");

    /** RFC 9113, section 7. Over HTTP/1.1 the connection is closed instead. */
    private static final long CANCEL = 8;

    /** After the end mark the connection is kept for others, unless it is not let go. */
    private static final long DRAIN_MILLIS = 1_000;

    private final Vertx vertx;
    private final Context context;
    private final Thread loop = Thread.currentThread();
    private final Limits limits;
    private final boolean streamed;
    private final AnswerSink sink;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;
    private @Nullable Consumer<Runnable> unauthorized;
    private long lastHeard;
    private long timer = -1;
    private Framing framing = Framing.BY_TYPE;
    private boolean headSeen;
    private boolean paused;
    private boolean over;

    WireCall(Vertx vertx, Limits limits, boolean streamed, AnswerSink sink) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.limits = limits;
        this.streamed = streamed;
        this.sink = sink;
    }

    /** Ends it before anything was sent. */
    void refuse(Fault fault) {
        fail(fault);
    }

    /**
     * What is done about an answer with status 401, instead of telling it: once, so that nobody is
     * asked for ever. Nothing of such an answer was worked on.
     *
     * @param unauthorized given what tells it after all; goes on on this loop, by that or by {@link
     *     #begin}, {@link #refuse}
     */
    void whenUnauthorized(Consumer<Runnable> unauthorized) {
        this.unauthorized = unauthorized;
    }

    /** Ends it by an answer that needs no provider, unless it has ended. */
    void end(Runnable answer) {
        finish(answer);
    }

    /**
     * Sends the request, unless the call was cancelled before.
     *
     * @param framing how a streamed answer comes
     */
    void begin(Connections connections, RequestOptions options, Buffer body, Framing framing) {
        if (over) {
            return;
        }
        this.framing = framing;
        timer = vertx.setTimer(limits.connect().toMillis(), _ -> fail(WireProvider.unreachable()));
        connections.request(
                options,
                () -> !over,
                ready -> {
                    if (ready.failed()) {
                        fail(
                                ready.cause() instanceof FaultException ours
                                        ? ours.fault()
                                        : WireProvider.unreachable());
                        return;
                    }
                    HttpClientRequest connected = ready.result();
                    if (over) {
                        connected.reset(CANCEL);
                        return;
                    }
                    vertx.cancelTimer(timer);
                    send(connected, body);
                });
    }

    private void send(HttpClientRequest connected, Buffer body) {
        request = connected;
        lastHeard = System.nanoTime();
        watch(limits.firstByte().toMillis());
        connected.exceptionHandler(cause -> noAnswer(connected, cause));
        connected
                .send(body)
                .onComplete(head -> {
                    if (head.failed()) {
                        noAnswer(connected, head.cause());
                    } else if (!over) {
                        answer(head.result());
                    }
                });
    }

    private void answer(HttpClientResponse head) {
        response = head;
        headSeen = true;
        heard();
        vertx.cancelTimer(timer);
        watch(limits.idle().toMillis());
        head.exceptionHandler(_ -> brokeOff());
        int status = head.statusCode();
        String type = head.getHeader(HttpHeaders.CONTENT_TYPE);
        if (status == 200 && framing.equals(Framing.SOUND)) {
            sound(head, type);
        } else if (status == 200 && streamed && isStream(type)) {
            stream(head);
        } else {
            collect(head, status);
        }
    }

    private boolean isStream(@Nullable String type) {
        String stream = framing.mediaType();
        return type != null && type.regionMatches(true, 0, stream, 0, stream.length());
    }

    /** Of any length, since none of it is kept; whoever hears it too slowly pauses the call. */
    private void sound(HttpClientResponse head, @Nullable String type) {
        if (type == null || !SOUND.matcher(type).matches()) {
            abort(
                    Fault.of(
                            FaultCode.PROVIDER_INVALID_ANSWER,
                            "the provider's answer is no sound; nothing of it was passed on"));
            return;
        }
        head.handler(bytes -> {
            heard();
            if (!over) {
                sink.sound(type, bytes.getBytes());
            }
        });
        head.endHandler(_ -> finish(sink::end));
    }

    private void stream(HttpClientResponse head) {
        byte[][] last = {new byte[0]};
        StreamDecoder decoder = framing.decoders().apply(limits.largestAnswerBytes());
        head.handler(bytes -> {
            heard();
            if (over) {
                return;
            }
            try {
                List<byte[]> documents = decoder.feed(bytes.getBytes());
                boolean done = withoutDone(documents) && framing.endsByMark();
                if (!documents.isEmpty()) {
                    last[0] = documents.getLast();
                    sink.events(documents);
                }
                if (done) {
                    finish(sink::end);
                    timer = vertx.setTimer(DRAIN_MILLIS, _ -> reset());
                }
            } catch (StreamDecoder.TooLarge tooLarge) {
                abort(tooLarge());
            } catch (FaultException untranslatable) {
                abort(untranslatable.fault());
            }
        });
        head.endHandler(_ -> {
            vertx.cancelTimer(timer);
            if (!framing.endsByMark() && framing.isLast().test(last[0])) {
                finish(sink::end);
            } else {
                brokeOff();
            }
        });
    }

    /** Takes the end mark, and anything after it, out of the list. */
    private static boolean withoutDone(List<byte[]> documents) {
        for (int i = 0; i < documents.size(); i++) {
            byte[] document = documents.get(i);
            if (document.length <= DONE.length() + 2
                    && new String(document, StandardCharsets.UTF_8).strip().equals(DONE)) {
                documents.subList(i, documents.size()).clear();
                return true;
            }
        }
        return false;
    }

    private void collect(HttpClientResponse head, int status) {
        List<Buffer> parts = new ArrayList<>(1);
        int[] size = {0};
        head.handler(bytes -> {
            heard();
            size[0] += bytes.length();
            if (size[0] > limits.largestAnswerBytes()) {
                abort(tooLarge());
            } else {
                parts.add(bytes);
            }
        });
        Integer retryAfter = RetryAfter.seconds(head.getHeader(HttpHeaders.RETRY_AFTER));
        head.endHandler(_ -> {
            Runnable tell = () -> finish(() -> tell(status, retryAfter, join(parts, size[0])));
            if (status == 401 && unauthorized != null && !over) {
                startAnew(unauthorized, tell);
            } else {
                tell.run();
            }
        });
    }

    private void startAnew(Consumer<Runnable> how, Runnable tell) {
        unauthorized = null;
        vertx.cancelTimer(timer);
        response = null;
        headSeen = false;
        paused = false;
        // By then the connection is free, and is the one that is asked again.
        context.runOnContext(_ -> how.accept(tell));
    }

    private static byte[] join(List<Buffer> parts, int size) {
        if (parts.size() == 1) {
            return parts.getFirst().getBytes();
        }
        Buffer all = Buffer.buffer(size);
        parts.forEach(all::appendBuffer);
        return all.getBytes();
    }

    private void tell(int status, @Nullable Integer retryAfter, byte[] body) {
        if (status != 200) {
            sink.turnedDown(status, retryAfter);
        }
        if (status == 200) {
            sink.whole(body);
        } else if (status == 401 || status == 403) {
            sink.failed(
                    Fault.of(
                            FaultCode.PROVIDER_REFUSED,
                            "the provider refused the key that it was added with; add it with a"
                                    + " valid one"));
        } else if (status >= 400 && status < 500) {
            sink.refused(status, body);
        } else {
            sink.failed(
                    Fault.of(
                            FaultCode.PROVIDER_REFUSED,
                            "the provider answered with status " + status));
        }
    }

    private void watch(long millis) {
        timer = vertx.setTimer(Math.max(1, millis), _ -> check());
    }

    private void check() {
        if (over) {
            return;
        }
        if (paused) {
            heard(); // it is the caller that is slow
        }
        long allowed = (headSeen ? limits.idle() : limits.firstByte()).toMillis();
        long silent = (System.nanoTime() - lastHeard) / 1_000_000;
        if (silent >= allowed) {
            abort(
                    Fault.of(
                            FaultCode.PROVIDER_TIMEOUT,
                            "the provider was silent for " + allowed + " ms"));
        } else {
            watch(allowed - silent);
        }
    }

    private void heard() {
        lastHeard = System.nanoTime();
    }

    private static Fault tooLarge() {
        return Fault.of(
                FaultCode.PROVIDER_INVALID_ANSWER,
                "the provider's answer is larger than AVOW_MAX_ANSWER_BYTES");
    }

    private void noAnswer(HttpClientRequest asked, Throwable cause) {
        if (!headSeen && Unserved.is(asked, cause)) {
            fail(WireProvider.unreachable());
        } else {
            brokeOff();
        }
    }

    /** It was sent, so the provider may have worked on it, and billed it, before it fell silent. */
    private void brokeOff() {
        fail(
                Fault.of(
                        FaultCode.PROVIDER_BROKE_OFF,
                        headSeen
                                ? "the provider broke off before its answer was whole"
                                : "the provider closed the connection before it answered"));
    }

    private void abort(Fault fault) {
        if (!over) {
            fail(fault);
            reset();
        }
    }

    private void fail(Fault fault) {
        finish(() -> sink.failed(fault));
    }

    private void finish(Runnable last) {
        if (!over) {
            over = true;
            vertx.cancelTimer(timer);
            last.run();
        }
    }

    private void reset() {
        HttpClientRequest open = request;
        if (open != null) {
            open.reset(CANCEL);
        }
    }

    @Override
    public void cancel() {
        onLoop(() -> finish(this::reset));
    }

    @Override
    public void pause() {
        onLoop(() -> {
            if (response != null && !over) {
                paused = true;
                response.pause();
            }
        });
    }

    @Override
    public void resume() {
        onLoop(() -> {
            if (response != null && !over) {
                paused = false;
                heard();
                response.resume();
            }
        });
    }

    private void onLoop(Runnable work) {
        if (Thread.currentThread().equals(loop)) {
            work.run();
        } else {
            context.runOnContext(_ -> work.run());
        }
    }
}
