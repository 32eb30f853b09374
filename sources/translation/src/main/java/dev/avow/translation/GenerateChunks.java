package dev.avow.translation;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.List;
import java.util.Set;

/**
 * Google's stream as OpenAI's chunks: each event is an answer of its own, with what is new. A
 * function's call comes in one piece. For one stream.
 */
final class GenerateChunks {

    /** Google's {@code google.rpc.Code}, as {@code error.status} says it. */
    private static final Set<String> ERRORS =
            Set.of(
                    "CANCELLED",
                    "DEADLINE_EXCEEDED",
                    "FAILED_PRECONDITION",
                    "INTERNAL",
                    "INVALID_ARGUMENT",
                    "NOT_FOUND",
                    "PERMISSION_DENIED",
                    "RESOURCE_EXHAUSTED",
                    "UNAUTHENTICATED",
                    "UNAVAILABLE",
                    "UNKNOWN");

    private final ChunkWriter chunks;
    private String reason = "";
    private Tokens tokens = Tokens.NONE;
    private int calls;
    private boolean begun;

    GenerateChunks(ChunkWriter chunks) {
        this.chunks = chunks;
    }

    List<byte[]> of(Value answer) {
        if (!answer.get("error").isAbsent()) {
            throw Faults.brokeOff(answer.get("error").get("status").text(), ERRORS);
        }
        if (!begun) {
            begun = true;
            chunks.begin();
        }
        for (Value part : GenerateAnswers.parts(answer)) {
            if (GenerateAnswers.isText(part)) {
                chunks.text(part.get("text").text());
            } else if (part.get("functionCall").isObject()) {
                call(part, calls++);
            }
        }
        String said = GenerateReasons.of(answer);
        reason = said.isEmpty() ? reason : said;
        tokens = Tokens.gemini(answer.get("usageMetadata"), tokens);
        return chunks.take();
    }

    private void call(Value part, int place) {
        chunks.tell(delta -> {
            delta.name("tool_calls").open('[').open('{').member("index", place);
            delta.member("id", GenerateAnswers.id(part)).member("type", "function");
            delta.name("function").open('{');
            delta.member("name", part.get("functionCall").get("name").text());
            delta.member("arguments", GenerateAnswers.arguments(part)).close('}');
            GenerateAnswers.signature(part, delta);
            delta.close('}').close(']');
        });
    }

    List<byte[]> end() {
        if (reason.isEmpty()) {
            throw Fault.of(
                            FaultCode.PROVIDER_BROKE_OFF,
                            "the provider broke off before its answer was whole")
                    .asException();
        }
        chunks.stop(GenerateReasons.openAi(reason, calls > 0), tokens);
        return chunks.take();
    }
}
