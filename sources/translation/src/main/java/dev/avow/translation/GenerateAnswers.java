package dev.avow.translation;

import dev.avow.wire.AnswerTranslator;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.List;
import java.util.UUID;

/** What Google's API answers, as a chat completion or its chunks. For one call. */
final class GenerateAnswers implements AnswerTranslator {

    private final ChunkWriter writer;
    private final GenerateChunks chunks;

    /**
     * @param writer knows the answer's name; Google's own is of no use to OpenAI's clients
     */
    GenerateAnswers(ChunkWriter writer) {
        this.writer = writer;
        this.chunks = new GenerateChunks(writer);
    }

    @Override
    public byte[] whole(byte[] json) {
        Value answer = Faults.answer(json);
        String reason = GenerateReasons.of(answer);
        if (reason.isEmpty()) {
            throw Faults.invalid("the provider's answer holds no candidate");
        }
        Writer out = writer.open("chat.completion");
        out.open('[').open('{').member("index", 0);
        boolean called = message(parts(answer), out.name("message"));
        out.name("logprobs").raw("null");
        out.member("finish_reason", GenerateReasons.openAi(reason, called)).close('}').close(']');
        Tokens.gemini(answer.get("usageMetadata"), Tokens.NONE).openAi(out);
        return out.close('}').bytes();
    }

    /** Of the first candidate, since Avow asks for one. */
    static List<Value> parts(Value answer) {
        List<Value> candidates = answer.get("candidates").items();
        return candidates.isEmpty()
                ? List.of()
                : candidates.getFirst().get("content").get("parts").items();
    }

    /** Tells whether a function was called. */
    private static boolean message(List<Value> parts, Writer out) {
        AssistantMessage message = new AssistantMessage();
        for (Value part : parts) {
            if (isText(part)) {
                message.say(part.get("text").text());
            } else if (part.get("functionCall").isObject()) {
                Writer call = message.call(id(part)).name("function").open('{');
                call.member("name", part.get("functionCall").get("name").text());
                call.member("arguments", arguments(part)).close('}');
                signature(part, call);
                call.close('}');
            }
        }
        message.write(out);
        return message.called();
    }

    /** Thoughts are text too, and not for a chat. */
    static boolean isText(Value part) {
        return part.get("text").isString() && !part.get("thought").isTrue();
    }

    /** Older models name none. */
    static String id(Value part) {
        Value id = part.get("functionCall").get("id");
        return id.isString() && !id.text().isEmpty()
                ? id.text()
                : "call_" + UUID.randomUUID().toString().replace("-", "");
    }

    static String arguments(Value part) {
        Value args = part.get("functionCall").get("args");
        return args.isObject() ? args.raw() : "{}";
    }

    /** Where Google's own layer for OpenAI's clients puts it; it wants it back with the call. */
    static void signature(Value part, Writer out) {
        Value signature = part.get("thoughtSignature");
        if (signature.isString()) {
            out.name("extra_content").open('{').name("google").open('{');
            out.member("thought_signature", signature.text()).close('}').close('}');
        }
    }

    @Override
    public List<byte[]> event(byte[] json) {
        return chunks.of(Faults.answer(json));
    }

    @Override
    public List<byte[]> end() {
        return chunks.end();
    }

    @Override
    public byte[] refusal(int status, byte[] json) {
        return refused(status, json);
    }

    /** Google refuses a wrong key with a 400, which is no fault of the caller. */
    static byte[] refused(int status, byte[] json) {
        Value refusal = Faults.refusal(json);
        for (Value detail : refusal.get("error").get("details").items()) {
            if (detail.get("reason").is("API_KEY_INVALID")) {
                throw Fault.of(
                                FaultCode.PROVIDER_REFUSED,
                                "the provider refused the key that it was added with; add it with a"
                                        + " valid one")
                        .asException();
            }
        }
        return Errors.ofStatus(status, refusal);
    }
}
