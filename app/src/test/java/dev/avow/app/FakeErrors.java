package dev.avow.app;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Errors as OpenAI's API shapes them: {@code {"error":{message, type, param, code}}}. */
final class FakeErrors {

    private FakeErrors() {}

    static ObjectNode of(
            String message, String type, @Nullable String param, @Nullable String code) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("message", message).put("type", type).put("param", param).put("code", code);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("error", error);
        return body;
    }

    /** A request that OpenAI would refuse. */
    static final class BadRequest extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final @Nullable String param;

        BadRequest(String message, @Nullable String param) {
            super(message);
            this.param = param;
        }

        ObjectNode body() {
            return of(String.valueOf(getMessage()), "invalid_request_error", param, null);
        }
    }
}
