package dev.avow.wire;

import dev.avow.ask.AnswerSink;
import dev.avow.ask.Call;
import dev.avow.ask.Endpoint;
import dev.avow.ask.Provider;
import dev.avow.mask.Outbound;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Route;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A provider that is reached over HTTP.
 *
 * <p>Connections are pooled, one pool for each event loop, so that an answer arrives on the loop
 * that asked. {@link #ask} must be called on an event loop; the sink hears everything there.
 */
public final class WireProvider implements Provider {

    private final Vertx vertx;
    private final Limits limits;
    private final Speech speech;
    private final HttpClient background;

    /**
     * Event loops are few and live as long as Vert.x. Its contexts do not: each request has its
     * own.
     */
    private final ConcurrentHashMap<Thread, HttpClient> onLoop = new ConcurrentHashMap<>();

    public WireProvider(Vertx vertx, Limits limits, Speech speech) {
        this.vertx = vertx;
        this.speech = speech;
        this.limits = limits;
        this.background = newClient();
    }

    @Override
    public String kind() {
        return speech.kind();
    }

    @Override
    public Set<Route> routes() {
        return speech.reachable();
    }

    @Override
    public Call ask(Outbound outbound, Endpoint endpoint, AnswerSink sink) {
        Translation translation =
                speech.routes().contains(outbound.route())
                        ? null
                        : speech.translations().get(outbound.route());
        if (translation == null) {
            WireCall call = new WireCall(vertx, limits, outbound.streamed(), sink);
            ask(call, outbound.route(), outbound.body(), outbound.streamed(), endpoint);
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
                                        asked.route(),
                                        asked.body(),
                                        outbound.streamed(),
                                        endpoint);
                        case Translated.Here answer -> call.end(() -> sink.whole(answer.json()));
                    }
                },
                call::refuse);
        return call;
    }

    private void ask(WireCall call, Route route, byte[] body, boolean streamed, Endpoint endpoint) {
        RequestOptions options;
        try {
            options = options(endpoint, HttpMethod.POST, route.path());
        } catch (FaultException unusableKey) {
            call.refuse(unusableKey.fault());
            return;
        }
        options.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        options.putHeader(HttpHeaders.ACCEPT, streamed ? "text/event-stream" : "application/json");
        call.begin(client(), options, Buffer.buffer(body), route == Route.CHAT_COMPLETIONS);
    }

    @Override
    public CompletionStage<List<String>> models(Endpoint endpoint) {
        return Future.future((Promise<RequestOptions> made) ->
                        made.complete(options(endpoint, HttpMethod.GET, "/models")))
                .compose(client()::request)
                .compose(request -> request.idleTimeout(limits.connect().toMillis()).send())
                .compose(response ->
                        response.statusCode() == 200
                                ? response.body()
                                : Future.failedFuture(unreachable().asException()))
                .map(ModelList::read)
                .recover(_ -> Future.failedFuture(unreachable().asException()))
                .toCompletionStage();
    }

    private HttpClient client() {
        return Context.isOnEventLoopThread()
                ? onLoop.computeIfAbsent(Thread.currentThread(), _ -> newClient())
                : background;
    }

    private HttpClient newClient() {
        HttpClientOptions options =
                new HttpClientOptions()
                        .setConnectTimeout((int) limits.connect().toMillis())
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(60)
                        .setTcpNoDelay(true)
                        .setVerifyHost(true)
                        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"));
        return vertx.createHttpClient(
                options, new PoolOptions().setHttp1MaxSize(limits.mostConnections()));
    }

    private RequestOptions options(Endpoint endpoint, HttpMethod method, String path) {
        URI base = endpoint.base();
        boolean secure = "https".equalsIgnoreCase(base.getScheme());
        int port = base.getPort() >= 0 ? base.getPort() : secure ? 443 : 80;
        String prefix = base.getRawPath() == null ? "" : base.getRawPath();
        if (prefix.endsWith("/")) {
            prefix = prefix.substring(0, prefix.length() - 1);
        }
        RequestOptions options =
                new RequestOptions()
                        .setMethod(method)
                        .setHost(base.getHost())
                        .setPort(port)
                        .setSsl(secure)
                        .setURI(prefix + speech.version() + path)
                        .setFollowRedirects(false);
        endpoint.key()
                .ifPresent(key ->
                        options.putHeader(
                                speech.keyHeader(),
                                speech.keyPrefix()
                                        + checked(key.plaintext(UnsealAccess.granted()))));
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
