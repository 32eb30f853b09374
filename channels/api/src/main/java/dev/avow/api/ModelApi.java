package dev.avow.api;

import dev.avow.admit.Admission;
import dev.avow.admit.Caller;
import dev.avow.admit.Identity;
import dev.avow.arrive.RequestHead;
import dev.avow.json.JsonSplice;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** OpenAI's API for programs, under {@code /v1}. On the event loop of each request. */
public final class ModelApi implements Handler<HttpServerRequest> {

    private static final String MODELS = "/v1/models";

    private final Vertx vertx;
    private final Journey journey;

    public ModelApi(Vertx vertx, Journey journey) {
        this.vertx = vertx;
        this.journey = journey;
    }

    @Override
    public void handle(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        boolean chat = path.equals("/v1/chat/completions");
        boolean models = path.equals(MODELS) || path.startsWith(MODELS + "/");
        Reply reply = new Reply(request.response());
        if (!chat && !models) {
            reply.fault(
                    Fault.of(
                            FaultCode.NOT_FOUND,
                            "there is no such route; see /v1/chat/completions and /v1/models"));
            return;
        }
        if (!request.method().equals(chat ? HttpMethod.POST : HttpMethod.GET)) {
            reply.fault(
                    Fault.of(
                            FaultCode.METHOD_NOT_ALLOWED,
                            "use " + (chat ? "POST" : "GET") + " here"));
            return;
        }
        Consumer<Caller> next =
                chat
                        ? caller -> chat(request, reply, caller)
                        : caller -> models(request, reply, caller);
        identify(request, reply, next);
    }

    private void identify(HttpServerRequest request, Reply reply, Consumer<Caller> next) {
        String key = bearer(request);
        if (key != null) {
            Optional<Identity> known = journey.callers().recallApiKey(key);
            if (known.isPresent()) {
                admit(known.get(), reply, next);
                return;
            }
            elsewhere(request, reply, () -> journey.callers().identifyApiKey(key), next);
            return;
        }
        Cookie session = request.getCookie("avow_session");
        if (session != null && isSameOrigin(request)) {
            String token = session.getValue();
            elsewhere(request, reply, () -> journey.callers().identifySession(token), next);
            return;
        }
        reply.fault(
                Fault.of(
                        FaultCode.INVALID_API_KEY,
                        "no API key was sent; send Authorization: Bearer avow_…"));
    }

    private void elsewhere(
            HttpServerRequest request,
            Reply reply,
            java.util.function.Supplier<Identity> ask,
            Consumer<Caller> next) {
        request.pause();
        Context context = vertx.getOrCreateContext();
        journey.blocking()
                .execute(() -> {
                    Identity identity = ask(ask);
                    context.runOnContext(_ -> {
                        request.resume();
                        admit(identity, reply, next);
                    });
                });
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

    private static void admit(Identity identity, Reply reply, Consumer<Caller> next) {
        switch (identity) {
            case Identity.Known known -> {
                Optional<Fault> refused = Admission.refuseModels(known.caller());
                if (refused.isPresent()) {
                    reply.fault(refused.get());
                } else {
                    next.accept(known.caller());
                }
            }
            case Identity.Unknown unknown -> reply.fault(unknown.fault());
        }
    }

    private static @Nullable String bearer(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : null;
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

    private void chat(HttpServerRequest request, Reply reply, Caller caller) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        RequestHead head =
                new RequestHead(
                        caller.apiKeyId() == null ? "console" : "api",
                        agent == null ? "" : agent,
                        request.getHeader("Avow-Acknowledge"),
                        "full".equals(request.getHeader("Avow-Receipt")));
        ChatExchange exchange =
                new ChatExchange(
                        journey, vertx.getOrCreateContext(), request.response(), head, caller);
        new BodyReader(request, journey.maxBodyBytes()).read(exchange::begin, reply::fault);
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
                    List<String> found = models;
                    context.runOnContext(_ -> list(reply, found, wanted));
                });
    }

    private static void list(Reply reply, List<String> models, @Nullable String wanted) {
        if (wanted != null) {
            String decoded = decoded(wanted);
            if (models.contains(decoded)) {
                reply.json(200, Buffer.buffer(model(decoded)));
            } else {
                reply.fault(Admission.unknownModel());
            }
            return;
        }
        StringBuilder json = new StringBuilder("{\"object\":\"list\",\"data\":[");
        for (String model : models) {
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",").append(model(model));
        }
        reply.json(200, Buffer.buffer(json.append("]}").toString()));
    }

    /** The name in a path; as it stands where it is not well-formed, and then no model's. */
    private static String decoded(String part) {
        try {
            return java.net.URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return part;
        }
    }

    private static String model(String id) {
        int slash = id.indexOf('/');
        return "{\"id\":"
                + quoted(id)
                + ",\"object\":\"model\",\"created\":0,\"owned_by\":"
                + quoted(slash < 0 ? "avow" : id.substring(0, slash))
                + "}";
    }

    private static String quoted(String text) {
        return new String(JsonSplice.quote(text), StandardCharsets.UTF_8);
    }
}
