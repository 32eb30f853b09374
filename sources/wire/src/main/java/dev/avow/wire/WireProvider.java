package dev.avow.wire;

import dev.avow.ask.AnswerSink;
import dev.avow.ask.Call;
import dev.avow.ask.Endpoint;
import dev.avow.ask.Provider;
import dev.avow.mask.Errand;
import dev.avow.mask.Outbound;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Route;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A provider that is reached over HTTP. {@link #ask} must be called on an event loop; the sink
 * hears everything there.
 *
 * <p>Conversations share connections where the server speaks HTTP/2 over TLS. What is bulky, and
 * all over plain HTTP, has connections of its own by HTTP/1.1.
 */
public final class WireProvider implements Provider {

    /** Their answers are large and few, and one window a round trip would slow them. */
    private static final Set<Route> BULKY =
            Set.of(
                    Route.EMBEDDINGS,
                    Route.IMAGE_GENERATIONS,
                    Route.IMAGE_EDITS,
                    Route.IMAGE_VARIATIONS,
                    Route.SPEECH,
                    Route.TRANSCRIPTIONS,
                    Route.TRANSLATIONS);

    private final Vertx vertx;
    private final Connections connections;
    private final Limits limits;
    private final Speech speech;
    private final Set<Route> reachable;

    public WireProvider(Vertx vertx, Connections connections, Speech speech) {
        this.vertx = vertx;
        this.connections = connections;
        this.limits = connections.limits();
        this.speech = speech;
        this.reachable = speech.reachable();
    }

    @Override
    public String kind() {
        return speech.kind();
    }

    @Override
    public Set<Route> routes() {
        return reachable;
    }

    @Override
    public Call ask(Outbound outbound, Endpoint endpoint, AnswerSink sink) {
        Translation translation =
                speech.routes().contains(outbound.route())
                        ? null
                        : speech.translations().get(outbound.route());
        if (translation == null) {
            WireCall call = new WireCall(vertx, limits, outbound.streamed(), sink);
            ask(
                    call,
                    Target.of(outbound.route()),
                    WireBody.of(outbound.body(), outbound.files()),
                    outbound,
                    endpoint,
                    sink);
            return call;
        }
        TranslatingSink translating = new TranslatingSink(vertx, sink);
        WireCall call = new WireCall(vertx, limits, outbound.streamed(), translating);
        translating.translate(
                translation,
                outbound.body(),
                translated -> {
                    switch (translated) {
                        case Translated.Elsewhere asked ->
                                ask(
                                        call,
                                        asked.target(),
                                        WireBody.json(asked.body()),
                                        outbound,
                                        endpoint,
                                        sink);
                        case Translated.Here answer -> call.end(() -> sink.whole(answer.json()));
                    }
                },
                call::refuse);
        return call;
    }

    @Override
    public Set<Route> batchRoutes() {
        return speech.batches();
    }

    @Override
    public void run(Errand errand, Endpoint endpoint, AnswerSink sink) {
        if (speech.batches().isEmpty()) {
            Provider.super.run(errand, endpoint, sink);
            return;
        }
        WireCall call = new WireCall(vertx, limits, false, sink);
        WireBody body = WireBody.of(errand.body(), errand.files());
        RequestOptions options;
        try {
            String path = prefix(endpoint) + speech.version() + ErrandPath.of(errand);
            options =
                    options(
                            endpoint,
                            speech.key(),
                            ErrandPath.method(errand.kind()),
                            path,
                            body.bytes(),
                            sink);
        } catch (RuntimeException unusableKey) {
            call.refuse(TranslatingSink.fault(unusableKey));
            return;
        }
        if (body.bytes().length > 0) {
            options.putHeader(HttpHeaders.CONTENT_TYPE, body.contentType());
        }
        options.putHeader(HttpHeaders.ACCEPT, "*/*").setProtocolVersion(HttpVersion.HTTP_1_1);
        begin(call, options, body, Framing.BY_TYPE);
    }

    private void ask(
            WireCall call,
            Target target,
            WireBody body,
            Outbound outbound,
            Endpoint endpoint,
            AnswerSink sink) {
        Framing framing = target.framing();
        String path =
                prefix(endpoint) + (target.versioned() ? speech.version() : "") + target.path();
        Function<KeyUse, RequestOptions> made =
                key -> {
                    RequestOptions options =
                            options(endpoint, key, HttpMethod.POST, path, body.bytes(), sink);
                    options.putHeader(HttpHeaders.CONTENT_TYPE, body.contentType());
                    options.putHeader(
                            HttpHeaders.ACCEPT,
                            outbound.streamed() || framing.equals(Framing.SOUND)
                                    ? framing.mediaType()
                                    : body.answers());
                    if (BULKY.contains(outbound.route())) {
                        options.setProtocolVersion(HttpVersion.HTTP_1_1);
                    }
                    return options;
                };
        Consumer<RequestOptions> begin = options -> begin(call, options, body, framing);
        if (speech.key().waits()) {
            exchanged(call, endpoint, made, begin);
            return;
        }
        if (speech.key().readsBody() && body.bytes().length > TranslatingSink.LARGE) {
            vertx.executeBlocking(() -> made.apply(speech.key()), false)
                    .onComplete(begin::accept, failed -> refuse(call, failed));
            return;
        }
        RequestOptions options;
        try {
            options = made.apply(speech.key());
        } catch (RuntimeException unusableKey) {
            refuse(call, unusableKey);
            return;
        }
        begin.accept(options);
    }

    /** Asks with what the key is exchanged for, and once more where that was refused. */
    private void exchanged(
            WireCall call,
            Endpoint endpoint,
            Function<KeyUse, RequestOptions> made,
            Consumer<RequestOptions> begin) {
        ready(endpoint)
                .map(made)
                .onComplete(
                        options -> {
                            call.whenUnauthorized(
                                    tell -> again(call, endpoint, options, made, begin, tell));
                            begin.accept(options);
                        },
                        failed -> refuse(call, failed));
    }

    /**
     * Asks once more with other headers, where the key has others by now.
     *
     * @param refused the request that was answered with 401
     * @param tell tells that answer after all
     */
    private void again(
            WireCall call,
            Endpoint endpoint,
            RequestOptions refused,
            Function<KeyUse, RequestOptions> made,
            Consumer<RequestOptions> begin,
            Runnable tell) {
        boolean renewed;
        try {
            renewed = renewed(endpoint, refused);
        } catch (RuntimeException unusableKey) {
            refuse(call, unusableKey);
            return;
        }
        if (renewed) {
            ready(endpoint).map(made).onComplete(begin::accept, failed -> refuse(call, failed));
        } else {
            tell.run();
        }
    }

    /** How the key is shown; goes on on this event loop. */
    private Future<KeyUse> ready(Endpoint endpoint) {
        if (endpoint.key().isEmpty() || !speech.key().waits()) {
            return Future.succeededFuture(speech.key());
        }
        try {
            String key = checked(endpoint.key().get().plaintext(UnsealAccess.granted()));
            return Future.fromCompletionStage(speech.key().ready(key), vertx.getOrCreateContext());
        } catch (RuntimeException unusableKey) {
            return Future.failedFuture(unusableKey);
        }
    }

    private static void refuse(WireCall call, Throwable failed) {
        call.refuse(TranslatingSink.fault(failed));
    }

    private boolean renewed(Endpoint endpoint, RequestOptions refused) {
        Map<String, String> shown = new HashMap<>();
        refused.getHeaders().forEach(each -> shown.put(each.getKey(), each.getValue()));
        return endpoint.key()
                .map(key -> speech.key().refused(key.plaintext(UnsealAccess.granted()), shown))
                .orElse(false);
    }

    private void begin(WireCall call, RequestOptions options, WireBody body, Framing framing) {
        call.begin(connections, options, Buffer.buffer(body.bytes()), framing);
    }

    @Override
    public CompletionStage<List<String>> models(Endpoint endpoint) {
        List<Future<List<String>>> asked = new ArrayList<>();
        for (String path : speech.catalogue().paths(prefix(endpoint), speech.version())) {
            asked.add(listed(endpoint, path));
        }
        if (asked.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return Future.join(asked)
                .transform(_ -> together(asked))
                .map(models -> models.stream().filter(speech.catalogue()::offers).toList())
                .toCompletionStage();
    }

    private Future<List<String>> listed(Endpoint endpoint, String path) {
        return ready(endpoint)
                .map(key -> options(endpoint, key, HttpMethod.GET, path, new byte[0], null))
                .compose(connections.here()::request)
                .compose(request -> request.idleTimeout(limits.connect().toMillis()).send())
                .compose(response ->
                        response.statusCode() == 200
                                ? response.body()
                                : Future.failedFuture(unreachable().asException()))
                .map(ModelList::read);
    }

    /** What those said that said something. */
    private static Future<List<String>> together(List<Future<List<String>>> asked) {
        if (asked.stream().allMatch(Future::failed)) {
            return Future.failedFuture(unreachable().asException());
        }
        List<String> all = new ArrayList<>();
        asked.stream().filter(Future::succeeded).forEach(each -> all.addAll(each.result()));
        return Future.succeededFuture(all);
    }

    private static String prefix(Endpoint endpoint) {
        String path = endpoint.base().getRawPath();
        if (path == null) {
            return "";
        }
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /**
     * @param shows how the key is shown
     * @param rawPath all of it
     * @param sink told what is secret of that; null where the answer goes nowhere
     */
    private RequestOptions options(
            Endpoint endpoint,
            KeyUse shows,
            HttpMethod method,
            String rawPath,
            byte[] body,
            @Nullable AnswerSink sink) {
        URI base = endpoint.base();
        boolean secure = "https".equalsIgnoreCase(base.getScheme());
        int port = base.getPort() >= 0 ? base.getPort() : secure ? 443 : 80;
        RequestOptions options =
                new RequestOptions()
                        .setMethod(method)
                        .setHost(base.getHost())
                        .setPort(port)
                        .setSsl(secure)
                        .setURI(rawPath)
                        .setConnectTimeout(limits.connect().toMillis())
                        .setFollowRedirects(false);
        if (!secure) {
            options.setProtocolVersion(HttpVersion.HTTP_1_1);
        }
        endpoint.key()
                .ifPresent(sealed -> {
                    String key = checked(sealed.plaintext(UnsealAccess.granted()));
                    Map<String, String> shown =
                            shows.headers(key, method.name(), () -> base.resolve(rawPath), body);
                    shown.forEach(options::putHeader);
                    if (sink != null) {
                        shows.secrets(key, shown).ifPresent(sink::showing);
                    }
                });
        speech.headers().forEach(options::putHeader);
        return options;
    }

    /** Checked here, since the HTTP library quotes a header's value where it refuses one (B8). */
    private static String checked(String plaintextKey) {
        for (int i = 0; i < plaintextKey.length(); i++) {
            char c = plaintextKey.charAt(i);
            if (c <= ' ' || c > '~') {
                throw Fault.of(
                                FaultCode.PROVIDER_REFUSED,
                                "the provider's key holds characters that no key can hold; add it"
                                        + " with a valid one")
                        .asException();
            }
        }
        return plaintextKey;
    }

    static Fault unreachable() {
        return Fault.of(
                FaultCode.PROVIDER_UNREACHABLE,
                "the provider cannot be reached; check that it runs and that its base URL is"
                        + " right");
    }
}
