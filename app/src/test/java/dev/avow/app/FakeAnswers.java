package dev.avow.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A script in the shape of OpenAI's answers, whole or as chunks. */
final class FakeAnswers {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final String ID = "chatcmpl-Fake0123456789abcdef";
    private static final int CREATED = 1_767_225_600;

    private final FakeRequest request;
    private final FakeScript script;

    FakeAnswers(FakeRequest request, FakeScript script) {
        this.request = request;
        this.script = script;
    }

    ObjectNode whole() {
        ObjectNode answer = envelope("chat.completion");
        ArrayNode choices = answer.putArray("choices");
        for (int i = 0; i < request.choices(); i++) {
            ObjectNode choice = choices.addObject().put("index", i);
            ObjectNode message = choice.putObject("message").put("role", "assistant");
            message.put("content", script.content()).put("refusal", script.refusal());
            message.putArray("annotations");
            if (!script.calls().isEmpty()) {
                ArrayNode calls = message.putArray("tool_calls");
                script.calls().forEach(each -> call(calls.addObject(), each, each.arguments()));
            }
            choice.putNull("logprobs").put("finish_reason", script.finishReason());
        }
        answer.set("usage", usage());
        return answer;
    }

    private static void call(ObjectNode into, FakeScript.ToolCall call, String arguments) {
        into.put("id", call.id()).put("type", "function");
        into.putObject("function").put("name", call.name()).put("arguments", arguments);
    }

    /**
     * The stream's documents, without its end mark.
     *
     * @param cut cuts a text into the pieces that chunks bring
     */
    List<ObjectNode> chunks(Function<String, List<String>> cut) {
        List<ObjectNode> chunks = new ArrayList<>();
        for (int i = 0; i < request.choices(); i++) {
            ObjectNode first = MAKE.objectNode().put("role", "assistant");
            first.put("content", script.content() == null ? null : "").putNull("refusal");
            chunks.add(chunk(i, first, null));
        }
        text("content", script.content(), cut, chunks);
        text("refusal", script.refusal(), cut, chunks);
        for (int at = 0; at < script.calls().size(); at++) {
            calls(at, cut, chunks);
        }
        for (int i = 0; i < request.choices(); i++) {
            chunks.add(chunk(i, MAKE.objectNode(), script.finishReason()));
        }
        if (request.wantsUsage()) {
            ObjectNode last = envelope("chat.completion.chunk");
            last.putArray("choices");
            last.set("usage", usage());
            chunks.add(last);
        }
        return chunks;
    }

    private void text(
            String member,
            @Nullable String text,
            Function<String, List<String>> cut,
            List<ObjectNode> into) {
        if (text == null) {
            return;
        }
        for (String piece : cut.apply(text)) {
            for (int i = 0; i < request.choices(); i++) {
                into.add(chunk(i, MAKE.objectNode().put(member, piece), null));
            }
        }
    }

    private void calls(int at, Function<String, List<String>> cut, List<ObjectNode> into) {
        FakeScript.ToolCall call = script.calls().get(at);
        for (int i = 0; i < request.choices(); i++) {
            ObjectNode begun = MAKE.objectNode();
            call(begun.putArray("tool_calls").addObject().put("index", at), call, "");
            into.add(chunk(i, begun, null));
        }
        for (String piece : cut.apply(call.arguments())) {
            for (int i = 0; i < request.choices(); i++) {
                ObjectNode more = MAKE.objectNode();
                ObjectNode part = more.putArray("tool_calls").addObject().put("index", at);
                part.putObject("function").put("arguments", piece);
                into.add(chunk(i, more, null));
            }
        }
    }

    private ObjectNode chunk(int choice, ObjectNode delta, @Nullable String finished) {
        ObjectNode chunk = envelope("chat.completion.chunk");
        ObjectNode only = chunk.putArray("choices").addObject().put("index", choice);
        only.set("delta", delta);
        only.putNull("logprobs").put("finish_reason", finished);
        if (request.wantsUsage()) {
            chunk.putNull("usage");
        }
        return chunk.put("obfuscation", "qW3kZ");
    }

    private ObjectNode envelope(String object) {
        return MAKE.objectNode()
                .put("id", ID)
                .put("object", object)
                .put("created", CREATED)
                .put("model", request.model())
                .put("service_tier", "default")
                .put("system_fingerprint", "fp_fake");
    }

    private ObjectNode usage() {
        int in = FakeScript.count(request.transcript());
        int out = script.tokens() * request.choices();
        ObjectNode usage = MAKE.objectNode();
        usage.put("prompt_tokens", in).put("completion_tokens", out).put("total_tokens", in + out);
        usage.putObject("prompt_tokens_details").put("cached_tokens", 0).put("audio_tokens", 0);
        usage.putObject("completion_tokens_details")
                .put("reasoning_tokens", 0)
                .put("audio_tokens", 0)
                .put("accepted_prediction_tokens", 0)
                .put("rejected_prediction_tokens", 0);
        return usage;
    }
}
