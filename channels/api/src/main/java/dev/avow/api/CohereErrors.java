package dev.avow.api;

import dev.avow.json.JsonSplice;
import dev.avow.words.Fault;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * Faults in the shape of Cohere's API, {@code {"message":…}}, with OpenAI's {@code error} beside
 * it: servers that share Cohere's route say theirs that way.
 */
final class CohereErrors {

    private CohereErrors() {}

    /** With further members of {@code error}. */
    static Buffer body(Fault fault, Map<String, String> more) {
        StringBuilder json = new StringBuilder(300).append("{\"message\":\"");
        JsonSplice.escape(fault.message(), json);
        Buffer error = OpenAiErrors.body(fault, more);
        return Buffer.buffer(json.append("\",").toString())
                .appendBuffer(error.slice(1, error.length()));
    }
}
