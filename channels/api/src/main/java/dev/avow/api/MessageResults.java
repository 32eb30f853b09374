package dev.avow.api;

import dev.avow.record.Ending;
import dev.avow.restore.KeptLine;
import dev.avow.words.FaultException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results of a message batch (Anthropic's API reference, "Retrieve Message Batch results"), a
 * line for each request. For one batch; not safe for more than one thread. Blocks.
 */
final class MessageResults {

    private static final String LEFT_OUT =
            "(the provider's words could quote the request and are left out)";

    private final KeptAnswers answers;

    MessageResults(KeptAnswers answers) {
        this.answers = answers;
    }

    /** How each request ended that was seen, as far as it is known here. */
    List<LateRecord.Ended> ended() {
        return answers.ended();
    }

    /**
     * The results as their owner may see them.
     *
     * @throws FaultException where they are none
     */
    byte[] restored(byte[] results) {
        return KeptAnswers.eachLine(results, this::result);
    }

    private byte[] result(JsonMembers line) {
        String id = line.word("custom_id").orElseThrow(ProviderWords::unclear);
        KeptLine kept = answers.kept(id);
        StringBuilder json = new StringBuilder(256);
        ProviderWords.word("custom_id", KeptAnswers.named(kept, id), json);
        json.setCharAt(0, '{');
        json.append(",\"result\":{\"type\":");
        String type = line.word("result", "type").orElseThrow(ProviderWords::unclear);
        return switch (type) {
            case "succeeded" ->
                    message(
                            json,
                            kept,
                            line.object("result", "message").orElseThrow(ProviderWords::unclear));
            case "errored" -> {
                answers.end(kept, Ending.Status.FAILED, null);
                StringBuilder error = new StringBuilder("{\"type\":\"error\",\"error\":{");
                error.append("\"message\":\"").append(LEFT_OUT).append('"');
                ProviderWords.word(
                        "type",
                        line.word("result", "error", "error", "type").orElse("api_error"),
                        error);
                yield errored(json, error.append("}}").toString());
            }
            case "canceled" -> unserved(json, kept, type, Ending.Status.CANCELLED);
            case "expired" -> unserved(json, kept, type, Ending.Status.FAILED);
            default -> throw ProviderWords.unclear();
        };
    }

    private byte[] message(StringBuilder json, @Nullable KeptLine kept, byte[] message) {
        return answers.judged(
                kept,
                message,
                true,
                restored ->
                        KeptAnswers.with(json.append("\"succeeded\",\"message\":"), restored, "}}"),
                fault -> errored(json, AnthropicErrors.body(fault, Map.of()).toString()));
    }

    private static byte[] errored(StringBuilder json, String error) {
        return KeptAnswers.with(
                json.append("\"errored\",\"error\":").append(error), new byte[0], "}}");
    }

    private byte[] unserved(
            StringBuilder json, @Nullable KeptLine kept, String type, Ending.Status status) {
        answers.end(kept, status, null);
        return KeptAnswers.with(json.append('"').append(type).append('"'), new byte[0], "}}");
    }
}
