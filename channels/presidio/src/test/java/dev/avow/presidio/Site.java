package dev.avow.presidio;

import dev.avow.admit.Caller;
import dev.avow.admit.Callers;
import dev.avow.admit.Identity;
import dev.avow.admit.Scope;
import dev.avow.classify.DetectorSource;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.recognizers.Recognizers;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Presidio's API, answered over HTTP on a free port. */
final class Site implements AutoCloseable {

    static final String KEY = "avow_a-fictitious-key";
    static final String KEY_WITHOUT_MODELS = "avow_another-fictitious-key";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    Site(PresidioLimits limits) {
        Set<String> types = new HashSet<>();
        Recognizers.tier1().forEach(each -> types.add(each.type().id()));
        PresidioApi api =
                new PresidioApi(
                        vertx,
                        new Keys(),
                        DetectorSource.same(Detectors.of(Recognizers.tier1())),
                        _ -> types,
                        limits,
                        blocking,
                        (_, _) -> {});
        server =
                vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                        .requestHandler(api.router())
                        .listen(0, "127.0.0.1")
                        .await();
    }

    /** Two keys, known after asking. */
    private static final class Keys implements Callers {
        @Override
        public Optional<Identity> recallApiKey(String plaintextKey) {
            return Optional.empty();
        }

        @Override
        public Identity identifyApiKey(String plaintextKey) {
            return switch (plaintextKey) {
                case KEY -> known(Set.of(Scope.MODELS));
                case KEY_WITHOUT_MODELS -> known(Set.of(Scope.READ));
                default -> identifySession("");
            };
        }

        @Override
        public Identity identifySession(String plaintextToken) {
            return new Identity.Unknown(
                    Fault.of(FaultCode.INVALID_API_KEY, "this API key is not known"));
        }

        private static Identity known(Set<Scope> scopes) {
            return new Identity.Known(
                    new Caller(TenantId.DEFAULT, UUID.randomUUID(), null, scopes, List.of()));
        }
    }

    /** An answer. */
    record Answer(int status, String body, String contentType, String allow) {

        JsonNode json() {
            return MAPPER.readTree(body);
        }

        String error() {
            return json().path("error").asString();
        }
    }

    /** Asks with the key. */
    Answer post(String path, String json) {
        return send("POST", path, json, "Authorization", "Bearer " + KEY);
    }

    Answer get(String path) {
        return send("GET", path, null, "Authorization", "Bearer " + KEY);
    }

    Answer send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json");
        for (int at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.headers().firstValue("Allow").orElse(""));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        server.close().await();
        vertx.close().await();
        client.close();
        blocking.close();
    }
}
