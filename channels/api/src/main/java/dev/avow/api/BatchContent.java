package dev.avow.api;

import dev.avow.record.Ending;
import dev.avow.restore.KeptLine;
import dev.avow.words.FaultException;
import dev.avow.words.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Room 07 for the files of a batch: each line's answer is classified and judged as that of a
 * request by itself, originals are put back by what was kept of its line, and it gets its own name
 * again. For one file; not safe for more than one thread. Blocks.
 */
final class BatchContent {

    private final Route route;
    private final KeptAnswers answers;

    /**
     * @param route the one that its lines name
     */
    BatchContent(Route route, KeptAnswers answers) {
        this.route = route;
        this.answers = answers;
    }

    /** How each line ended that was seen, as far as it is known here. */
    List<LateRecord.Ended> ended() {
        return answers.ended();
    }

    /**
     * A file as its owner may see it.
     *
     * @param holdsAnswers rather than requests
     * @throws FaultException where it is no such file
     */
    byte[] restored(byte[] file, boolean holdsAnswers) {
        return KeptAnswers.eachLine(file, holdsAnswers ? this::answer : this::request);
    }

    private byte[] request(JsonMembers line) {
        String id = line.word("custom_id").orElseThrow(ProviderWords::unclear);
        KeptLine kept = answers.kept(id);
        byte[] body = line.object("body").orElseThrow(ProviderWords::unclear);
        StringBuilder json = new StringBuilder(128).append("{\"method\":\"POST\"");
        ProviderWords.word("custom_id", KeptAnswers.named(kept, id), json);
        ProviderWords.word("url", "/v1" + route.path(), json);
        return KeptAnswers.with(
                json.append(",\"body\":"), answers.restorer(kept, null).restore(body), "}");
    }

    private byte[] answer(JsonMembers line) {
        String id = line.word("custom_id").orElseThrow(ProviderWords::unclear);
        KeptLine kept = answers.kept(id);
        StringBuilder json = new StringBuilder(256).append("{\"object\":\"batch.response\"");
        ProviderWords.word("id", line.word("id").orElse(id), json);
        ProviderWords.word("custom_id", KeptAnswers.named(kept, id), json);
        long status = line.number("response", "status_code").orElse(0L);
        byte[] body = line.object("response", "body").orElse(null);
        if (body == null) {
            answers.end(kept, Ending.Status.FAILED, null);
            json.append(",\"response\":null");
            return error(
                    json,
                    line.word("error", "code").orElse("provider_error"),
                    "the provider did not answer this line");
        }
        return judged(line, kept, json, status, body);
    }

    private byte[] judged(
            JsonMembers line,
            @Nullable KeptLine kept,
            StringBuilder json,
            long status,
            byte[] body) {
        return answers.judged(
                kept,
                body,
                status == 200,
                restored -> {
                    json.append(",\"response\":{\"status_code\":").append(status);
                    line.word("response", "request_id")
                            .ifPresent(request -> ProviderWords.word("request_id", request, json));
                    return KeptAnswers.with(
                            json.append(",\"body\":"), restored, "},\"error\":null}");
                },
                fault ->
                        error(
                                json.append(",\"response\":null"),
                                fault.code().id(),
                                fault.message()));
    }

    private static byte[] error(StringBuilder json, String code, String message) {
        StringBuilder error = new StringBuilder(64);
        ProviderWords.word("code", code, error);
        ProviderWords.word("message", message, error);
        json.append(",\"error\":{").append(error.substring(1)).append("}}");
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
