package dev.avow.api;

import dev.avow.admit.Admission;
import dev.avow.admit.Caller;
import dev.avow.admit.Identity;
import dev.avow.arrive.RequestHead;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Route;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** OpenAI's API for programs, under {@code /v1}. On the event loop of each request. */
public final class ModelApi implements Handler<HttpServerRequest> {

    private static final String MODELS = "/v1/models";

    /** How often it is looked for uploads whose time is over. */
    private static final long MILLIS = 60_000;

    private final Vertx vertx;
    private final Journey journey;

    public ModelApi(Vertx vertx, Journey journey) {
        this.vertx = vertx;
        this.journey = journey;
        vertx.setPeriodic(
                MILLIS, _ -> journey.blocking().execute(journey.uploads().inParts()::expire));
    }

    @Override
    public void handle(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        Optional<Route> route = Route.of(path);
        boolean models = path.equals(MODELS) || path.startsWith(MODELS + "/");
        Reply reply =
                new Reply(
                        request.response(),
                        route.orElseGet(() ->
                                KeptExchange.isOfMessages(path)
                                        ? Route.MESSAGES
                                        : ModelList.route(request)),
                        new AnswerTally(journey.uses(), route.orElse(null)));
        if (KeptExchange.takes(path)) {
            identify(
                    request,
                    reply,
                    KeptExchange.needsNoModel(path, request.method())
                            ? Admission::refuseKept
                            : Admission::refuseModels,
                    caller -> keep(request, reply, caller));
            return;
        }
        if (route.isEmpty() && !models) {
            reply.fault(Fault.of(FaultCode.NOT_FOUND, "there is no such route; see " + routes()));
            return;
        }
        HttpMethod method = models ? HttpMethod.GET : HttpMethod.POST;
        if (!request.method().equals(method)) {
            reply.wrongMethod(List.of(method.name()));
            return;
        }
        Consumer<Caller> next =
                models
                        ? caller -> models(request, reply, caller)
                        : caller -> ask(request, reply, caller);
        identify(request, reply, Admission::refuseModels, next);
    }

    /** Every path, with {@code {id}} for what differs, and the methods that it has. */
    public static Map<String, Set<String>> methods() {
        Map<String, Set<String>> methods = new TreeMap<>();
        methods.put(MODELS, Set.of(HttpMethod.GET.name()));
        methods.put(MODELS + "/{id}", Set.of(HttpMethod.GET.name()));
        for (Route route : Route.values()) {
            methods.put("/v1" + route.path(), Set.of(HttpMethod.POST.name()));
        }
        for (KeptCall call : KeptCall.values()) {
            methods.computeIfAbsent(call.path(), _ -> new TreeSet<>()).add(call.method());
        }
        return methods;
    }

    private static String routes() {
        return Stream.concat(
                        Stream.of(MODELS),
                        Stream.of(Route.values()).map(each -> "/v1" + each.path()))
                .collect(Collectors.joining(", "));
    }

    /**
     * @param rule the fault of a caller who may not ask this
     */
    private void identify(
            HttpServerRequest request,
            Reply reply,
            Function<Caller, Optional<Fault>> rule,
            Consumer<Caller> next) {
        String key = key(request);
        if (key != null) {
            Optional<Identity> known = journey.callers().recallApiKey(key);
            if (known.isPresent()) {
                admit(known.get(), reply, rule, next);
                return;
            }
            elsewhere(request, reply, () -> journey.callers().identifyApiKey(key), rule, next);
            return;
        }
        Cookie session = request.getCookie("avow_session");
        if (session != null && isSameOrigin(request)) {
            String token = session.getValue();
            elsewhere(request, reply, () -> journey.callers().identifySession(token), rule, next);
            return;
        }
        reply.fault(
                Fault.of(
                        FaultCode.INVALID_API_KEY,
                        "no API key was sent; send Authorization: Bearer avow_… or x-api-key:"
                                + " avow_…"));
    }

    private void elsewhere(
            HttpServerRequest request,
            Reply reply,
            java.util.function.Supplier<Identity> ask,
            Function<Caller, Optional<Fault>> rule,
            Consumer<Caller> next) {
        request.pause();
        Context context = vertx.getOrCreateContext();
        journey.blocking()
                .execute(() -> {
                    Identity identity = ask(ask);
                    context.runOnContext(_ -> {
                        request.resume();
                        admit(identity, reply, rule, next);
                    });
                });
    }

    private static int reasonLength(@Nullable String reason) {
        String text = reason == null ? "" : reason.strip();
        return text.codePointCount(0, text.length());
    }

    private static Identity ask(java.util.function.Supplier<Identity> ask) {
        try {
            return ask.get();
        } catch (RuntimeException unavailable) {
            return new Identity.Unknown(
                    Fault.of(
                            FaultCode.STORE_UNAVAILABLE,
                            "the database cannot be asked just now; try again shortly"));
        }
    }

    private static void admit(
            Identity identity,
            Reply reply,
            Function<Caller, Optional<Fault>> rule,
            Consumer<Caller> next) {
        switch (identity) {
            case Identity.Known known -> {
                Optional<Fault> refused = rule.apply(known.caller());
                if (refused.isPresent()) {
                    reply.fault(refused.get());
                } else {
                    next.accept(known.caller());
                }
            }
            case Identity.Unknown unknown -> reply.fault(unknown.fault());
        }
    }

    /** As OpenAI's clients send it, or as Anthropic's do. */
    private static @Nullable String key(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : request.getHeader("x-api-key");
    }

    /** A cookie counts only where the browser says that the page is our own. */
    private static boolean isSameOrigin(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String host = request.getHeader(HttpHeaders.HOST);
        return origin != null
                && host != null
                && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }

    private void keep(HttpServerRequest request, Reply reply, Caller caller) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        RequestHead head = new RequestHead("batch", agent == null ? "" : agent, null, false);
        new KeptExchange(journey, vertx.getOrCreateContext(), request, reply, head, caller).begin();
    }

    private void ask(HttpServerRequest request, Reply reply, Caller caller) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        RequestHead head =
                new RequestHead(
                        caller.apiKeyId() == null ? "console" : "api",
                        agent == null ? "" : agent,
                        request.getHeader("Avow-Acknowledge"),
                        reasonLength(request.getHeader("Avow-Justification")),
                        "full".equals(request.getHeader("Avow-Receipt")));
        ChatExchange exchange =
                new ChatExchange(
                        journey,
                        vertx.getOrCreateContext(),
                        request.response(),
                        reply,
                        head,
                        caller);
        if (!exchange.arrive()) {
            return;
        }
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && reply.route().takesForms() && FormReader.isForm(type)) {
            upload(request, reply, (form, workers) -> exchange.beginForm(form, type, workers));
        } else {
            BodyReader reader =
                    new BodyReader(request, journey.maxBodyBytes(), journey.bodies(), reply);
            reader.read(
                    body -> exchange.begin(body, reader.with(journey.blocking())), reply::fault);
        }
    }

    /** A form takes memory until its answer is over, however that ends. */
    private void upload(HttpServerRequest request, Reply reply, BiConsumer<byte[], Executor> next) {
        Uploads uploads = journey.uploads();
        Optional<UploadPlace> place = uploads.take();
        if (place.isEmpty()) {
            reply.fault(
                    Fault.of(
                            FaultCode.OVERLOADED,
                            "too many forms with files are under way; try again shortly, or raise"
                                    + " AVOW_MAX_UPLOADS"));
            return;
        }
        reply.whenOver(place.get()::answerIsOver);
        Executor workers = place.get().with(journey.blocking());
        new BodyReader(request, uploads.mostBytes(), "AVOW_MAX_UPLOAD_BYTES")
                .read(form -> next.accept(form, workers), reply::fault);
    }

    /** A route stands in the list by its name alone, without a slash. */
    private static boolean mayAsk(Caller caller, String named) {
        int slash = named.indexOf('/');
        return slash < 0
                ? caller.limits().allowsRoute(named)
                : caller.limits().allows(named.substring(0, slash), named.substring(slash + 1));
    }

    private void models(HttpServerRequest request, Reply reply, Caller caller) {
        String path = String.valueOf(request.path());
        String wanted = path.equals(MODELS) ? null : path.substring(MODELS.length() + 1);
        Context context = vertx.getOrCreateContext();
        journey.blocking()
                .execute(() -> {
                    List<String> models;
                    try {
                        models = journey.catalogue().models(caller.tenant());
                    } catch (RuntimeException unavailable) {
                        models = List.of("avow/mirror");
                    }
                    List<String> found =
                            models.stream().filter(each -> mayAsk(caller, each)).toList();
                    context.runOnContext(_ -> ModelList.tell(reply, found, wanted));
                });
    }
}
