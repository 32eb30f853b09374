package dev.avow.api;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonSplice;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.util.List;

/**
 * What a provider says of a batch, by members that are known: numbers, times, and words of the
 * protocol (OpenAI's API reference, "The batch object"). Its sentences could quote and are left
 * out.
 */
final class ProviderWords {

    private static final List<String> TIMES =
            List.of(
                    "created_at",
                    "in_progress_at",
                    "expires_at",
                    "finalizing_at",
                    "completed_at",
                    "failed_at",
                    "expired_at",
                    "cancelling_at",
                    "cancelled_at");

    private static final List<String> COUNTS = List.of("total", "completed", "failed");
    private static final List<String> USAGE =
            List.of("input_tokens", "output_tokens", "total_tokens");
    private static final int MOST_ERRORS = 100;
    private static final String LEFT_OUT =
            "(the provider's words could quote the request and are left out)";

    private ProviderWords() {}

    static FaultException unclear() {
        return Fault.of(
                        FaultCode.PROVIDER_INVALID_ANSWER,
                        "the provider's answer is not what its API says; nothing of it was"
                                + " passed on")
                .asException();
    }

    /**
     * The members of a batch, without braces around them.
     *
     * @param output our id of the file with its answers; empty for none
     * @param errors our id of the file with its errors; empty for none
     */
    static String batch(JsonMembers said, String output, String errors) {
        StringBuilder json = new StringBuilder(512);
        word("status", said.word("status").orElseThrow(ProviderWords::unclear), json);
        file("output_file_id", output, json);
        file("error_file_id", errors, json);
        said.word("model").ifPresent(model -> word("model", model, json));
        for (String time : TIMES) {
            said.number(time).ifPresent(number -> number(time, number, json));
        }
        numbers(said, "request_counts", COUNTS, json);
        if (said.has("usage")) {
            numbers(said, "usage", USAGE, json);
        }
        errors(said, json);
        return json.substring(1);
    }

    private static void numbers(
            JsonMembers said, String member, List<String> names, StringBuilder json) {
        StringBuilder inner = new StringBuilder(64);
        for (String name : names) {
            number(name, said.number(member, name).orElse(0L), inner);
        }
        json.append(",\"").append(member).append("\":{").append(inner.substring(1)).append('}');
    }

    private static void errors(JsonMembers said, StringBuilder json) {
        int count = Math.min(MOST_ERRORS, said.elements("errors", "data"));
        if (count == 0) {
            return;
        }
        json.append(",\"errors\":{\"object\":\"list\",\"data\":[");
        for (int i = 0; i < count; i++) {
            StringBuilder one = new StringBuilder(128);
            for (String name : List.of("code", "param", "line")) {
                said.ofElement(i, name, "errors", "data")
                        .filter(node -> JsonMembers.isWord(node.text()))
                        .ifPresent(node -> {
                            if (node.kind() == JsonNode.Kind.NUMBER) {
                                one.append(",\"").append(name).append("\":").append(node.text());
                            } else {
                                word(name, node.text(), one);
                            }
                        });
            }
            word("message", LEFT_OUT, one);
            json.append(i == 0 ? "{" : ",{").append(one.substring(1)).append('}');
        }
        json.append("]}");
    }

    private static void file(String name, String id, StringBuilder json) {
        if (!id.isEmpty()) {
            word(name, id, json);
        }
    }

    private static void number(String name, long number, StringBuilder json) {
        json.append(",\"").append(name).append("\":").append(number);
    }

    static void word(String name, String word, StringBuilder json) {
        json.append(",\"").append(name).append("\":\"");
        JsonSplice.escape(word, json);
        json.append('"');
    }
}
