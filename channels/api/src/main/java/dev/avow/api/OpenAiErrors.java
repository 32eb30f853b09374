package dev.avow.api;

import dev.avow.json.JsonSplice;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Faults in the shape of OpenAI's API: {@code {"error":{message, type, param, code}}}. */
final class OpenAiErrors {

    private OpenAiErrors() {}

    static Buffer body(Fault fault) {
        return body(fault, Map.of());
    }

    /** With further members of {@code error}. */
    static Buffer body(Fault fault, Map<String, String> more) {
        StringBuilder json = new StringBuilder(200).append("{\"error\":{\"message\":\"");
        JsonSplice.escape(fault.message(), json);
        json.append("\",\"type\":\"").append(type(fault.code())).append("\",\"param\":");
        JsonSplice.quote(fault.field().orElse(null), json);
        json.append(",\"code\":\"").append(fault.code().id()).append('"');
        more.forEach((name, value) -> {
            json.append(",\"").append(name).append("\":");
            JsonSplice.quote(value, json);
        });
        return Buffer.buffer(json.append("}}").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String type(FaultCode code) {
        if (code == FaultCode.BUDGET_EXCEEDED) {
            return "insufficient_quota";
        }
        return switch (code.kind()) {
            case CALLER -> "invalid_request_error";
            case US -> "server_error";
            case UPSTREAM -> "upstream_error";
            case CAPACITY -> "rate_limit_error";
        };
    }
}
