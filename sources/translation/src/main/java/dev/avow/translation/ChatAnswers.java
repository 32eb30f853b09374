package dev.avow.translation;

import dev.avow.wire.AnswerTranslator;
import java.util.List;

/** What Anthropic's API answers, as a chat completion or its chunks. For one call. */
final class ChatAnswers implements AnswerTranslator {

    private final long created;
    private final ChatChunks chunks;

    /**
     * @param created in seconds since 1970
     * @param includeUsage whether a stream ends with its usage
     */
    ChatAnswers(long created, boolean includeUsage) {
        this.created = created;
        this.chunks = new ChatChunks(created, includeUsage);
    }

    @Override
    public byte[] whole(byte[] json) {
        Value message = Faults.answer(json);
        if (!message.get("content").isArray()) {
            throw Faults.invalid("the provider's answer holds no content");
        }
        Writer out = new Writer().open('{').member("id", message.get("id").text());
        out.member("object", "chat.completion").member("created", created);
        out.member("model", message.get("model").text());
        out.name("choices").open('[').open('{').member("index", 0);
        message(message.get("content"), out.name("message"));
        out.name("logprobs").raw("null");
        String reason = StopReasons.openAi(message.get("stop_reason").text());
        out.member("finish_reason", reason).close('}').close(']');
        Tokens.anthropic(message.get("usage"), Tokens.NONE).openAi(out);
        return out.close('}').bytes();
    }

    private static void message(Value content, Writer out) {
        AssistantMessage message = new AssistantMessage();
        for (Value block : content.items()) {
            switch (block.get("type").text()) {
                case "text" -> message.say(block.get("text").text());
                case "tool_use" -> call(block, message.call(block.get("id").text()));
                default -> {
                    // Thinking and what else chat completions have no place for.
                }
            }
        }
        message.write(out);
    }

    private static void call(Value block, Writer into) {
        Value input = block.get("input");
        into.name("function").open('{').member("name", block.get("name").text());
        into.member("arguments", input.isObject() ? input.raw() : "{}").close('}').close('}');
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
        return Errors.openAi(Faults.refusal(json));
    }
}
