package dev.avow.translation;

/** A provider's refusal in the shape of the caller's API; the status stays what it was. */
final class Errors {

    private static final String SILENT = "the provider refused the request and did not say why";

    private Errors() {}

    /**
     * Of {@code {"type":"error","error":{type, message}}} (Anthropic's API reference, "Errors").
     */
    static byte[] openAi(Value refusal) {
        Value error = error(refusal);
        Writer out = new Writer().open('{').name("error").open('{');
        out.member("message", message(error));
        out.member("type", error.get("type").isString() ? error.get("type").text() : "api_error");
        out.name("param").raw("null").name("code").raw("null");
        return out.close('}').close('}').bytes();
    }

    /** Of {@code {"error":{message, type, param, code}}} (OpenAI's API reference, "Errors"). */
    static byte[] anthropic(int status, Value refusal) {
        Writer out = new Writer().open('{').member("type", "error").name("error").open('{');
        out.member("type", type(status)).member("message", message(error(refusal)));
        return out.close('}').name("request_id").raw("null").close('}').bytes();
    }

    /** Of {@code {"error":{code, message, status}}} (google.aip.dev/193), in OpenAI's shape. */
    static byte[] ofStatus(int status, Value refusal) {
        Writer out = new Writer().open('{').name("error").open('{');
        out.member("message", message(error(refusal)));
        out.member("type", status == 429 ? "rate_limit_error" : "invalid_request_error");
        out.name("param").raw("null").name("code").raw("null");
        return out.close('}').close('}').bytes();
    }

    /**
     * Of {@code {"message":…}} (Cohere's API reference, "Errors"), with OpenAI's {@code error}
     * beside it, as Avow's own faults of that route have it.
     */
    static byte[] cohere(Value refusal) {
        String message = message(error(refusal));
        Writer out = new Writer().open('{').member("message", message).name("error").open('{');
        out.member("message", message).member("type", "invalid_request_error");
        out.name("param").raw("null").name("code").raw("null");
        return out.close('}').close('}').bytes();
    }

    /** Some servers send what is in it without it. */
    private static Value error(Value refusal) {
        return refusal.get("error").isAbsent() ? refusal : refusal.get("error");
    }

    private static String message(Value error) {
        if (error.isString()) {
            return error.text();
        }
        Value message = error.get("message");
        return message.isString() ? message.text() : SILENT;
    }

    private static String type(int status) {
        return switch (status) {
            case 402 -> "billing_error";
            case 404 -> "not_found_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            default -> "invalid_request_error";
        };
    }
}
