package dev.avow.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.PfxOptions;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model provider that does no work: it answers OpenAI's chat route as the {@link UpstreamPlan} in
 * the path says. One event loop, so its counters need no lock; loopback only.
 *
 * <p>{@code GET /stats} tells what it saw, {@code POST /stats/reset} tells and starts anew.
 */
final class FakeUpstream implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MODELS =
            "{\"object\":\"list\",\"data\":[{\"id\":\"gpt-bench\",\"object\":\"model\","
                    + "\"created\":1767225600,\"owned_by\":\"bench\"}]}";

    private final Vertx vertx;
    private final HttpServer server;
    private UpstreamStats stats = UpstreamStats.NONE;

    private FakeUpstream(int port) {
        vertx =
                Vertx.vertx(
                        new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
        server = listen(options(), port);
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions().setTcpNoDelay(true).setIdleTimeout(0).setAcceptBacklog(4096);
    }

    private HttpServer listen(HttpServerOptions options, int port) {
        return vertx.createHttpServer(options)
                .requestHandler(this::handle)
                .listen(port, "127.0.0.1")
                .await();
    }

    /** Answers over TLS too. */
    private void listenSecurely(int port, Reach reach, String keyStore) {
        HttpServer secure =
                listen(
                        options()
                                .setSsl(true)
                                .setUseAlpn(true)
                                .setAlpnVersions(reach.offered())
                                .setKeyCertOptions(
                                        new PfxOptions()
                                                .setPath(keyStore)
                                                .setPassword(Certificate.PASSWORD)),
                        port);
        System.out.println("and over TLS: https://127.0.0.1:" + secure.actualPort());
    }

    /** Starts on {@code port}, or on any free one for 0. Call it from a thread that may block. */
    static FakeUpstream start(int port) {
        return new FakeUpstream(port);
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        vertx.close().await();
    }

    /** Runs until killed. Arguments: the port; for TLS its port, a {@link Reach}, a key store. */
    public static void main(String[] args) {
        FakeUpstream upstream = start(args.length > 0 ? Integer.parseInt(args[0]) : 0);
        if (args.length > 1) {
            upstream.listenSecurely(Integer.parseInt(args[1]), Reach.valueOf(args[2]), args[3]);
        }
        System.out.println("Upstream is ready: http://127.0.0.1:" + upstream.port());
    }

    private void handle(HttpServerRequest request) {
        String path = path(request);
        if (path.endsWith("/v1/chat/completions")) {
            request.body().onSuccess(body -> chat(request, body.toString()));
        } else if (path.endsWith("/v1/models")) {
            json(request.response(), MODELS);
        } else if (path.equals("/stats")) {
            json(request.response(), JSON.writeValueAsString(stats));
        } else if (path.equals("/stats/reset")) {
            json(request.response(), JSON.writeValueAsString(stats));
            stats = UpstreamStats.NONE;
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private void chat(HttpServerRequest request, String body) {
        UpstreamPlan plan = UpstreamPlan.of(path(request));
        boolean stream = body.contains("\"stream\":true") || body.contains("\"stream\": true");
        stats =
                stats.and(
                        stream,
                        body.contains(ChatBody.EMAIL_CANARY),
                        body.contains(ChatBody.PHONE_CANARY));
        List<String> pseudonyms = Answers.pseudonyms(body);
        Runnable answer;
        if (stream) {
            boolean usage = body.contains("\"include_usage\":true");
            answer =
                    () -> {
                        Iterator<String> events =
                                Answers.events(pseudonyms, plan.chunks(), usage).iterator();
                        HttpServerResponse response = request.response().setChunked(true);
                        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream");
                        next(response, events, plan.paceMillis());
                    };
        } else {
            answer = () -> json(request.response(), Answers.json(pseudonyms));
        }
        if (plan.delayMillis() == 0) {
            answer.run();
        } else {
            vertx.setTimer(plan.delayMillis(), _ -> answer.run());
        }
    }

    /** Writes one event, then comes back for the next, so that each is a write of its own. */
    private void next(HttpServerResponse response, Iterator<String> events, long paceMillis) {
        if (response.closed()) {
            return;
        }
        String event = events.next();
        if (!events.hasNext()) {
            response.end(event);
            return;
        }
        Future<Void> written = response.write(event);
        if (paceMillis == 0) {
            written.onSuccess(_ -> vertx.runOnContext(_ -> next(response, events, paceMillis)));
        } else {
            vertx.setTimer(paceMillis, _ -> next(response, events, paceMillis));
        }
    }

    private static String path(HttpServerRequest request) {
        return Objects.requireNonNullElse(request.path(), "/");
    }

    private static void json(HttpServerResponse response, String body) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(Buffer.buffer(body));
    }
}
