package dev.avow.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * ConverseStream's events as Anthropic's, one by one. Only tools' blocks begin with an event of
 * their own there; what an answer came to is told after its end. For one stream.
 */
final class ConverseEvents {

    /** Bedrock's API reference, "ConverseStreamOutput": how a stream may break off. */
    private static final Set<String> ERRORS =
            Set.of(
                    "internalServerException",
                    "modelStreamErrorException",
                    "serviceUnavailableException",
                    "throttlingException",
                    "validationException");

    private static final int MOST_OPEN = 1_000;

    private final String model;
    private final List<byte[]> told = new ArrayList<>(3);

    /** Blocks under way: their number there, and ours. */
    private final Map<String, Integer> open = new TreeMap<>();

    private int blocks;
    private String reason = "";
    private boolean begun;
    private boolean stopped;

    ConverseEvents(String model) {
        this.model = model;
    }

    /**
     * @param event one member, named after the event's type
     */
    List<byte[]> of(Value event) {
        told.clear();
        event.members().forEach(this::take);
        return List.copyOf(told);
    }

    private void take(String type, Value event) {
        if (type.startsWith("contentBlock") && (!begun || !reason.isEmpty())) {
            throw Faults.invalid("the provider's stream does not begin with messageStart");
        }
        String block = event.get("contentBlockIndex").text();
        switch (type) {
            case "messageStart" -> begin();
            case "contentBlockStart" -> start(block, event.get("start").get("toolUse"));
            case "contentBlockDelta" -> more(block, event.get("delta"));
            case "contentBlockStop" -> close(block);
            case "messageStop" -> {
                List.copyOf(open.keySet()).forEach(this::close);
                reason = ConverseAnswers.reason(event.get("stopReason").text());
            }
            case "metadata" -> stop(Tokens.converse(event.get("usage")));
            default -> {
                if (type.endsWith("Exception") || type.equals("error")) {
                    throw Faults.brokeOff(type, ERRORS);
                }
                // Events that are yet to come.
            }
        }
    }

    private void begin() {
        if (begun) {
            throw Faults.invalid("the provider's stream begins twice");
        }
        begun = true;
        Writer message = ConverseAnswers.begin(model).name("content").open('[').close(']');
        message.name("stop_reason").raw("null").name("stop_sequence").raw("null");
        Tokens.NONE.anthropic(message);
        tell("message_start", out -> out.name("message").raw(message.close('}').json()));
    }

    private void start(String block, Value use) {
        if (use.isObject()) {
            open(
                    block,
                    out -> {
                        out.member("type", "tool_use").member("id", use.get("toolUseId").text());
                        out.member("name", use.get("name").text());
                        out.name("input").open('{').close('}');
                    });
        }
    }

    private void more(String block, Value delta) {
        Value thought = delta.get("reasoningContent");
        if (delta.get("text").isString()) {
            begin(block, "text", "text");
            piece(block, "text_delta", "text", delta.get("text"));
        } else if (delta.get("toolUse").isObject()) {
            piece(block, "input_json_delta", "partial_json", delta.get("toolUse").get("input"));
        } else if (thought.get("text").isString()) {
            begin(block, "thinking", "thinking");
            piece(block, "thinking_delta", "thinking", thought.get("text"));
        } else if (thought.get("signature").isString()) {
            begin(block, "thinking", "thinking");
            piece(block, "signature_delta", "signature", thought.get("signature"));
        } else if (thought.get("redactedContent").isString()) {
            open(
                    block,
                    out ->
                            out.member("type", "redacted_thinking")
                                    .member("data", thought.get("redactedContent").text()));
        }
    }

    private void begin(String block, String type, String member) {
        if (!open.containsKey(block)) {
            open(
                    block,
                    out -> {
                        out.member("type", type).member(member, "");
                        if (type.equals("thinking")) {
                            out.member("signature", "");
                        }
                    });
        }
    }

    private void open(String block, Consumer<Writer> content) {
        if (open.size() >= MOST_OPEN) {
            throw Faults.invalid("the provider's stream has more open blocks than can be held");
        }
        close(block);
        int index = blocks++;
        open.put(block, index);
        tell(
                "content_block_start",
                out -> {
                    out.member("index", index).name("content_block").open('{');
                    content.accept(out);
                    out.close('}');
                });
    }

    private void piece(String block, String type, String member, Value text) {
        Integer index = open.get(block);
        if (index == null) {
            throw Faults.invalid("the provider's stream goes on with what it did not begin");
        }
        tell(
                "content_block_delta",
                out -> {
                    out.member("index", index).name("delta").open('{').member("type", type);
                    out.member(member, text.text()).close('}');
                });
    }

    private void close(String block) {
        Integer index = open.remove(block);
        if (index != null) {
            tell("content_block_stop", out -> out.member("index", index));
        }
    }

    private void stop(Tokens tokens) {
        if (reason.isEmpty() || stopped) {
            throw Faults.invalid("the provider's stream ended without messageStop");
        }
        stopped = true;
        tell(
                "message_delta",
                out -> {
                    out.name("delta").open('{').member("stop_reason", reason);
                    out.name("stop_sequence").raw("null").close('}');
                    tokens.anthropic(out);
                });
        tell("message_stop", _ -> {});
    }

    /** What it came to may be missing; then nothing is known of it. */
    List<byte[]> end() {
        told.clear();
        if (!stopped) {
            stop(Tokens.NONE);
        }
        return List.copyOf(told);
    }

    private void tell(String type, Consumer<Writer> members) {
        Writer out = new Writer().open('{').member("type", type);
        members.accept(out);
        told.add(out.close('}').bytes());
    }
}
