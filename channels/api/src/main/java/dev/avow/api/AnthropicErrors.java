package dev.avow.api;

import dev.avow.json.JsonSplice;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Faults in the shape of Anthropic's API: {@code {"type":"error","error":{type, message}}}. The
 * members {@code code} and {@code param} are more than it has, and say what OpenAI's shape says.
 */
final class AnthropicErrors {

    private AnthropicErrors() {}

    /** With further members of {@code error}. */
    static Buffer body(Fault fault, Map<String, String> more) {
        StringBuilder json =
                new StringBuilder(200)
                        .append("{\"type\":\"error\",\"error\":{\"type\":\"")
                        .append(type(fault.code()))
                        .append("\",\"message\":\"");
        JsonSplice.escape(fault.message(), json);
        json.append("\",\"code\":\"").append(fault.code().id()).append('"');
        fault.field()
                .ifPresent(field -> {
                    json.append(",\"param\":\"");
                    JsonSplice.escape(field, json);
                    json.append('"');
                });
        more.forEach((name, value) -> {
            json.append(",\"").append(name).append("\":\"");
            JsonSplice.escape(value, json);
            json.append('"');
        });
        return Buffer.buffer(json.append("}}").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Anthropic's API reference, "Errors". */
    private static String type(FaultCode code) {
        return switch (code.httpStatus()) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            case 503 -> "overloaded_error";
            default -> code.httpStatus() < 500 ? "invalid_request_error" : "api_error";
        };
    }
}
