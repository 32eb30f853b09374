package dev.avow.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * OpenAI's chunks as Anthropic's stream of events, one by one ("The chat completion chunk object";
 * "Streaming Messages"). One block is open at a time; of the answer nothing is kept but its tokens
 * and which block that is. For one stream.
 */
final class MessageEvents {

    /** OpenAI's API reference, "Errors". */
    static final Set<String> ERRORS =
            Set.of(
                    "invalid_request_error",
                    "insufficient_quota",
                    "rate_limit_exceeded",
                    "server_error",
                    "tokens");

    private final List<byte[]> told = new ArrayList<>(4);
    private boolean begun;
    private boolean called;
    private boolean refused;
    private String reason = "";
    private Tokens tokens = Tokens.NONE;

    /** The number of the block that is open, or of the next one. */
    private int block;

    /** What is open: empty for nothing, {@code text}, or a tool call's index. */
    private String open = "";

    private String openId = "";

    List<byte[]> of(Value chunk) {
        told.clear();
        if (!chunk.get("error").isAbsent()) {
            throw Faults.brokeOff(chunk.get("error").get("type").text(), ERRORS);
        }
        List<Value> choices = chunk.get("choices").items();
        if (!begun && !choices.isEmpty()) {
            begin(chunk);
        }
        if (!choices.isEmpty()) {
            Value choice = choices.getFirst();
            delta(choice.get("delta"));
            if (!choice.get("finish_reason").text().isEmpty()) {
                reason = choice.get("finish_reason").text();
            }
        }
        tokens = Tokens.openAi(chunk.get("usage"), tokens);
        return List.copyOf(told);
    }

    private void begin(Value chunk) {
        begun = true;
        tell(
                "message_start",
                event -> {
                    event.name("message").open('{').member("id", chunk.get("id").text());
                    event.member("type", "message").member("role", "assistant");
                    event.member("model", chunk.get("model").text());
                    event.name("content").open('[').close(']');
                    event.name("stop_reason").raw("null").name("stop_sequence").raw("null");
                    Tokens.NONE.anthropic(event);
                    event.close('}');
                });
    }

    private void delta(Value delta) {
        text(delta.get("content").text());
        String refusal = delta.get("refusal").text();
        refused |= !refusal.isEmpty();
        text(refusal);
        int place = 0;
        for (Value call : delta.get("tool_calls").items()) {
            Value index = call.get("index");
            call(call, index.isNumber() ? index.text() : "at " + place);
            place++;
        }
    }

    private void text(String piece) {
        if (piece.isEmpty()) {
            return;
        }
        if (!open.equals("text")) {
            begin("text", "", block -> block.member("type", "text").member("text", ""));
        }
        more(delta -> delta.member("type", "text_delta").member("text", piece));
    }

    /** Another id is another call, also where a server numbers all of them alike. */
    private void call(Value call, String index) {
        String id = call.get("id").text();
        Value function = call.get("function");
        if (!open.equals(index) || !(id.isEmpty() || id.equals(openId))) {
            String name = function.get("name").text();
            if (name.isEmpty()) {
                throw Faults.invalid(
                        "the provider's stream goes on with a tool call that it ended");
            }
            called = true;
            begin(
                    index,
                    id,
                    block ->
                            block.member("type", "tool_use")
                                    .member("id", id)
                                    .member("name", name)
                                    .name("input")
                                    .open('{')
                                    .close('}'));
        }
        Value arguments = function.get("arguments");
        String piece = arguments.isObject() ? arguments.raw() : arguments.text();
        if (!piece.isEmpty()) {
            more(delta -> delta.member("type", "input_json_delta").member("partial_json", piece));
        }
    }

    private void begin(String what, String id, Consumer<Writer> contentBlock) {
        close();
        open = what;
        openId = id;
        tell(
                "content_block_start",
                event -> {
                    event.member("index", block).name("content_block").open('{');
                    contentBlock.accept(event);
                    event.close('}');
                });
    }

    private void more(Consumer<Writer> delta) {
        tell(
                "content_block_delta",
                event -> {
                    event.member("index", block).name("delta").open('{');
                    delta.accept(event);
                    event.close('}');
                });
    }

    private void close() {
        if (!open.isEmpty()) {
            tell("content_block_stop", event -> event.member("index", block));
            block++;
            open = "";
        }
    }

    List<byte[]> end() {
        told.clear();
        if (!begun) {
            throw Faults.invalid("the provider's stream ended before it held a choice");
        }
        close();
        tell(
                "message_delta",
                event -> {
                    event.name("delta").open('{');
                    String stop = refused ? "refusal" : StopReasons.anthropic(reason, called);
                    event.member("stop_reason", stop).name("stop_sequence").raw("null").close('}');
                    tokens.anthropic(event);
                });
        tell("message_stop", event -> {});
        return List.copyOf(told);
    }

    private void tell(String type, Consumer<Writer> more) {
        Writer event = new Writer().open('{').member("type", type);
        more.accept(event);
        told.add(event.close('}').bytes());
    }
}
