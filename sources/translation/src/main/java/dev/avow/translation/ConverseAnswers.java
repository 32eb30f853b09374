package dev.avow.translation;

import dev.avow.wire.AnswerTranslator;
import java.util.List;
import java.util.UUID;

/** What Converse answers, as a message of Anthropic's or its events. For one call. */
final class ConverseAnswers implements AnswerTranslator {

    private final String model;
    private final ConverseEvents events;

    /** Converse's answers name neither themselves nor their model. */
    ConverseAnswers(String model) {
        this.model = model;
        this.events = new ConverseEvents(model);
    }

    @Override
    public byte[] whole(byte[] json) {
        Value answer = Faults.answer(json);
        Value content = answer.get("output").get("message").get("content");
        if (!content.isArray()) {
            throw Faults.invalid("the provider's answer holds no content");
        }
        String reason = reason(answer.get("stopReason").text());
        Writer out = begin(model).name("content").open('[');
        for (Value block : content.items()) {
            block(block, out);
        }
        out.close(']').member("stop_reason", reason).name("stop_sequence").raw("null");
        Tokens.converse(answer.get("usage")).anthropic(out);
        return out.close('}').bytes();
    }

    /** A message up to its content. */
    static Writer begin(String model) {
        return new Writer()
                .open('{')
                .member("id", "msg_bedrock_" + UUID.randomUUID().toString().replace("-", ""))
                .member("type", "message")
                .member("role", "assistant")
                .member("model", model);
    }

    private static void block(Value block, Writer out) {
        Value use = block.get("toolUse");
        Value thought = block.get("reasoningContent");
        if (block.get("text").isString()) {
            text(block.get("text").text(), out);
        } else if (use.isObject()) {
            out.open('{').member("type", "tool_use").member("id", use.get("toolUseId").text());
            out.member("name", use.get("name").text()).name("input");
            out.raw(use.get("input").isObject() ? use.get("input").raw() : "{}").close('}');
        } else if (thought.get("reasoningText").isObject()) {
            Value text = thought.get("reasoningText");
            out.open('{').member("type", "thinking").member("thinking", text.get("text").text());
            out.member("signature", text.get("signature").text()).close('}');
        } else if (thought.get("redactedContent").isString()) {
            out.open('{').member("type", "redacted_thinking");
            out.member("data", thought.get("redactedContent").text()).close('}');
        } else {
            for (Value cited : block.get("citationsContent").get("content").items()) {
                text(cited.get("text").text(), out);
            }
        }
    }

    private static void text(String text, Writer out) {
        out.open('{').member("type", "text").member("text", text).close('}');
    }

    /**
     * A {@code stopReason} in Anthropic's words.
     *
     * @throws dev.avow.words.FaultException where the model said what its provider could not read
     */
    static String reason(String stopReason) {
        return switch (stopReason) {
            case "guardrail_intervened", "content_filtered" -> "refusal";
            case "malformed_model_output", "malformed_tool_use" ->
                    throw Faults.invalid(
                            "the model's answer is malformed, says its provider; ask again");
            case "" -> "end_turn";
            default -> stopReason;
        };
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
