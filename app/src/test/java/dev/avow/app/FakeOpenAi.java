package dev.avow.app;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A provider that speaks OpenAI's API and Anthropic's (API reference, "Create chat completion" and
 * "The chat completion chunk object"), for tests. What it does hangs on the model's name, see
 * {@link FakeScript}; what it received stands in {@link #log()} and under {@code /log}.
 *
 * <p>OpenAI's own clients talk to it directly in tests, so that it is not only our idea of OpenAI.
 */
final class FakeOpenAi implements AutoCloseable {

    /** What this provider takes for a key. */
    static final String KEY = "fake-provider-key-0001";

    /** Kinds with ways of their own have a folder each: {@code /mistral/v1/…}. */
    private static final Pattern OF_KIND =
            Pattern.compile("/([a-z-]+)(?:/compatibility)?(/v[12]/.+)");

    private final Vertx vertx = Vertx.vertx();
    private final FakeLog log = new FakeLog();
    private final FakeFiles files = new FakeFiles(log);
    private final FakeMessageBatches messageBatches = new FakeMessageBatches(log);
    private final AtomicInteger byHttp2 = new AtomicInteger();
    private final Ways ways;

    private FakeOpenAi() throws Exception {
        ways = Ways.open(vertx, this::handle);
    }

    static FakeOpenAi start() throws Exception {
        return new FakeOpenAi();
    }

    /** As a client takes it, ending in {@code /v1}. */
    String baseUrl() {
        return anthropicUrl() + "/v1";
    }

    /** As Anthropic's client takes it, without {@code /v1}. */
    String anthropicUrl() {
        return ways.url(Way.PLAIN);
    }

    /** The base URL under which it behaves as providers of that kind do. */
    String urlFor(String kind, Way way) {
        String base = ways.url(way);
        return switch (kind) {
            case "anthropic" -> base;
            case "bedrock", "cohere" -> base + "/" + kind;
            case "gemini" -> base + "/gemini/v1beta";
            case "vertex" -> base + "/vertex" + FakeVertex.PLACE;
            default -> base + "/" + kind + "/v1";
        };
    }

    /** The key by which it is asked as providers of that kind are. */
    String keyFor(String kind) {
        return kind.equals("vertex") ? FakeVertex.ACCOUNT : KEY;
    }

    /** Where a service account's key is exchanged for {@link #KEY}. */
    String tokenUrl() {
        return ways.url(Way.SHARED) + "/token"; // so that its certificate must be trusted
    }

    /** Requests that came by HTTP/2 so far. */
    int byHttp2() {
        return byHttp2.get();
    }

    /** Where the log can be read as JSON. */
    String logUrl() {
        return anthropicUrl() + "/log";
    }

    FakeLog log() {
        return log;
    }

    /** What it keeps. */
    FakeFiles files() {
        return files;
    }

    /** What it keeps by Anthropic's API. */
    FakeMessageBatches messageBatches() {
        return messageBatches;
    }

    private void handle(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            byHttp2.incrementAndGet();
        }
        Matcher kind = OF_KIND.matcher(String.valueOf(request.path()));
        String path = kind.matches() ? kind.group(2) : String.valueOf(request.path());
        String key = keyHeader(kind, path);
        boolean strict = kind.matches() && kind.group(1).equals("mistral");
        if (path.equals("/log")) {
            json(request.response(), 200, log.json());
        } else if (path.equals("/token")) {
            FakeVertex.token(request, tokenUrl());
        } else if (!isAllowed(request, key)) {
            request.bodyHandler(_ ->
                    json(
                            request.response(),
                            401,
                            FakeErrors.of(
                                    "Incorrect API key provided.",
                                    "invalid_request_error",
                                    null,
                                    "invalid_api_key")));
        } else if (FakeFiles.takes(path)) {
            files.handle(request, path);
        } else if (FakeMessageBatches.takes(path)) {
            messageBatches.handle(request, path);
        } else if (path.equals("/v1/chat/completions")
                && HttpMethod.POST.equals(request.method())) {
            request.bodyHandler(body -> chat(request, body, strict));
        } else if (FakeForm.is(request)) {
            FakeForm.read(request, form -> echo(request, path, form));
        } else if (HttpMethod.POST.equals(request.method())) {
            request.bodyHandler(body -> echo(request, path, body));
        } else if (path.equals("/gemini/v1beta/models")) {
            json(request.response(), 200, FakeModels.ofGoogle());
        } else if (path.startsWith("/vertex/v1beta1/publishers/") && path.endsWith("/models")) {
            String parent = path.substring("/vertex/v1beta1/".length());
            json(
                    request.response(),
                    200,
                    FakeModels.ofVertex(parent.substring(0, parent.length() - "/models".length())));
        } else if (path.equals("/v1/models")) {
            json(request.response(), 200, FakeModels.list());
        } else if (path.startsWith("/v1/models/")) {
            String id = path.substring("/v1/models/".length());
            json(request.response(), 200, FakeModels.model(id));
        } else {
            json(
                    request.response(),
                    404,
                    FakeErrors.of("Invalid URL", "invalid_request_error", null, null));
        }
    }

    /** Empty where there are several that would do. */
    private static String keyHeader(Matcher kind, String path) {
        if (path.startsWith("/gemini/")) {
            return "x-goog-api-key";
        }
        return kind.matches() && kind.group(1).equals("azure-openai") ? "api-key" : "";
    }

    /** A signature names its key and is not held against anything here. */
    private static boolean isAllowed(HttpServerRequest request, String keyHeader) {
        String authorization = String.valueOf(request.getHeader("Authorization"));
        return keyHeader.isEmpty()
                ? authorization.equals("Bearer " + KEY)
                        || authorization.startsWith("AWS4-HMAC-SHA256 Credential=" + KEY + "/")
                        || KEY.equals(request.getHeader("x-api-key"))
                : KEY.equals(request.getHeader(keyHeader));
    }

    private void echo(HttpServerRequest http, String path, Buffer body) {
        FakeLog.Entry entry =
                log.add(path, http.headers().entries(), body.toString(StandardCharsets.UTF_8));
        HttpServerResponse response = http.response();
        response.closeHandler(_ -> entry.closed(response.ended()));
        if (!FakeVertex.answer(vertx, http, path, body.getBytes())
                && !FakeGemini.answer(vertx, http, path, body.getBytes())
                && !FakeBedrock.answer(vertx, http.response(), path, body.getBytes())
                && !FakeEchoes.answer(vertx, http.response(), path, files.read(body.getBytes()))) {
            json(
                    http.response(),
                    404,
                    FakeErrors.of("Invalid URL", "invalid_request_error", null, null));
        }
    }

    private void chat(HttpServerRequest http, Buffer body, boolean strict) {
        FakeLog.Entry entry =
                log.add(
                        "/v1/chat/completions",
                        http.headers().entries(),
                        body.toString(StandardCharsets.UTF_8));
        HttpServerResponse response = http.response();
        response.closeHandler(_ -> entry.closed(response.ended()));
        try {
            if (body.toString(StandardCharsets.UTF_8).contains("\"model\":\"parrot-")) {
                FakeEchoes.answer(
                        vertx, response, "/v1/chat/completions", files.read(body.getBytes()));
                return;
            }
            FakeRequest request = FakeRequest.read(body.getBytes());
            if (strict) {
                request.checkStrictly();
            }
            new FakePlayer(vertx, response, request, log).play();
        } catch (FakeErrors.BadRequest bad) {
            json(response, 400, bad.body());
        }
    }

    static void json(HttpServerResponse response, int status, ObjectNode body) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("x-request-id", "req_fake")
                .end(body.toString());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
