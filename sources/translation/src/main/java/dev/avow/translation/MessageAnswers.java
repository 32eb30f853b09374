package dev.avow.translation;

import dev.avow.wire.AnswerTranslator;
import java.util.List;

/** What OpenAI's API answers, as a message of Anthropic's or its events. For one call. */
final class MessageAnswers implements AnswerTranslator {

    private final MessageEvents events = new MessageEvents();

    @Override
    public byte[] whole(byte[] json) {
        Value completion = Faults.answer(json);
        Value choice = Faults.firstChoice(completion);
        Value message = choice.get("message");
        Writer out = new Writer().open('{').member("id", completion.get("id").text());
        out.member("type", "message").member("role", "assistant");
        out.member("model", completion.get("model").text()).name("content").open('[');
        text(message.get("content"), out);
        text(message.get("refusal"), out);
        boolean called = false;
        for (Value call : message.get("tool_calls").items()) {
            use(call, out);
            called = true;
        }
        String reason =
                message.get("refusal").isString()
                        ? "refusal"
                        : StopReasons.anthropic(choice.get("finish_reason").text(), called);
        out.close(']').member("stop_reason", reason).name("stop_sequence").raw("null");
        Tokens.openAi(completion.get("usage"), Tokens.NONE).anthropic(out);
        return out.close('}').bytes();
    }

    /** A string; some servers send an array of parts, of which those of type text are taken. */
    private static void text(Value content, Writer out) {
        StringBuilder text = new StringBuilder(content.isString() ? content.text() : "");
        for (Value part : content.items()) {
            if (part.get("type").is("text")) {
                text.append(part.get("text").text());
            }
        }
        if (!text.isEmpty()) {
            out.open('{').member("type", "text").member("text", text.toString()).close('}');
        }
    }

    private static void use(Value call, Writer out) {
        Value function = call.get("function");
        out.open('{').member("type", "tool_use").member("id", call.get("id").text());
        out.member("name", function.get("name").text());
        String input =
                ToolInput.of(function.get("arguments"))
                        .orElseThrow(() ->
                                Faults.invalid(
                                        "the model called a tool with arguments that are no JSON"
                                                + " object"));
        out.name("input").raw(input).close('}');
    }

    @Override
    public List<byte[]> event(byte[] json) {
        return events.of(Faults.answer(json));
    }

    @Override
    public List<byte[]> end() {
        return events.end();
    }

    @Override
    public byte[] refusal(int status, byte[] json) {
        return Errors.anthropic(status, Faults.refusal(json));
    }
}
