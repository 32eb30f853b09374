package dev.avow.api;

import dev.avow.admit.Admission;
import dev.avow.json.JsonSplice;
import dev.avow.words.Route;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers of {@code /v1/models}, which both APIs have at the same path. */
final class ModelList {

    private ModelList() {}

    /** A route of the API whose client asks: Anthropic's clients always name their version. */
    static Route route(HttpServerRequest request) {
        return request.getHeader("anthropic-version") == null
                ? Route.CHAT_COMPLETIONS
                : Route.MESSAGES;
    }

    /**
     * All models, or one.
     *
     * @param wanted the one's name as it stands in the path; null for all
     */
    static void tell(Reply reply, List<String> models, @Nullable String wanted) {
        if (wanted != null) {
            String decoded = decoded(wanted);
            if (models.contains(decoded)) {
                reply.json(200, Buffer.buffer(model(reply.route().api(), decoded)));
            } else {
                reply.fault(Admission.unknownModel());
            }
            return;
        }
        String data =
                models.stream()
                        .map(id -> model(reply.route().api(), id))
                        .collect(Collectors.joining(","));
        reply.json(
                200,
                Buffer.buffer(
                        switch (reply.route().api()) {
                            case OPENAI, COHERE -> "{\"object\":\"list\",\"data\":[" + data + "]}";
                            case ANTHROPIC ->
                                    "{\"data\":["
                                            + data
                                            + "],\"has_more\":false,\"first_id\":"
                                            + (models.isEmpty()
                                                    ? "null"
                                                    : quoted(models.getFirst()))
                                            + ",\"last_id\":"
                                            + (models.isEmpty() ? "null" : quoted(models.getLast()))
                                            + "}";
                        }));
    }

    /** The name in a path; as it stands where it is not well-formed, and then no model's. */
    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return part;
        }
    }

    /** Nobody here knows when a model was made; the APIs want a date. */
    private static String model(Route.Api api, String id) {
        int slash = id.indexOf('/');
        return switch (api) {
            case OPENAI, COHERE ->
                    "{\"id\":"
                            + quoted(id)
                            + ",\"object\":\"model\",\"created\":0,\"owned_by\":"
                            + quoted(slash < 0 ? "avow" : id.substring(0, slash))
                            + "}";
            case ANTHROPIC ->
                    "{\"type\":\"model\",\"id\":"
                            + quoted(id)
                            + ",\"display_name\":"
                            + quoted(id)
                            + ",\"created_at\":\"1970-01-01T00:00:00Z\"}";
        };
    }

    private static String quoted(String text) {
        return new String(JsonSplice.quote(text), StandardCharsets.UTF_8);
    }
}
