package dev.avow.translation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Anthropic's stream of events as OpenAI's chunks, one by one ("Streaming Messages"; "The chat
 * completion chunk object"). Of the answer nothing is kept but its name, its tokens and which
 * blocks are open. For one stream.
 */
final class ChatChunks {

    /** Anthropic's API reference, "Errors". */
    static final Set<String> ERRORS =
            Set.of(
                    "api_error",
                    "authentication_error",
                    "billing_error",
                    "invalid_request_error",
                    "not_found_error",
                    "overloaded_error",
                    "permission_error",
                    "rate_limit_error",
                    "request_too_large",
                    "timeout_error");

    private static final int MOST_OPEN_CALLS = 1_000;

    private final ChunkWriter chunks;
    private final Map<String, Call> open = new HashMap<>();
    private String reason = "";
    private Tokens tokens = Tokens.NONE;
    private int calls;
    private boolean begun;
    private boolean stopped;

    /** A tool's call under way: its place among the calls, and whether it has any arguments yet. */
    private static final class Call {
        private final int place;
        private boolean hasArguments;

        private Call(int place) {
            this.place = place;
        }
    }

    ChatChunks(long created, boolean includeUsage) {
        this.chunks = new ChunkWriter(created, includeUsage);
    }

    List<byte[]> of(Value event) {
        String type = event.get("type").text();
        if (!begun && type.startsWith("content_block")) {
            throw Faults.invalid("the provider's stream does not begin with message_start");
        }
        switch (type) {
            case "message_start" -> begin(event.get("message"));
            case "content_block_start" -> open(event, event.get("content_block"));
            case "content_block_delta" -> more(event, event.get("delta"));
            case "content_block_stop" -> close(event);
            case "message_delta" -> {
                if (event.get("delta").get("stop_reason").isString()) {
                    reason = event.get("delta").get("stop_reason").text();
                }
                tokens = Tokens.anthropic(event.get("usage"), tokens);
            }
            case "message_stop" -> stop();
            case "error" -> throw Faults.brokeOff(event.get("error").get("type").text(), ERRORS);
            default -> {
                // ping, and events that are yet to come ("Other events").
            }
        }
        return chunks.take();
    }

    private void begin(Value message) {
        begun = true;
        chunks.name(message.get("id").text(), message.get("model").text());
        tokens = Tokens.anthropic(message.get("usage"), tokens);
        chunks.begin();
    }

    private void open(Value event, Value block) {
        switch (block.get("type").text()) {
            case "text" -> chunks.text(block.get("text").text());
            case "tool_use" -> {
                Call call = new Call(calls++);
                if (open.size() >= MOST_OPEN_CALLS) {
                    throw Faults.invalid("the provider's stream calls more tools than can be held");
                }
                open.put(event.get("index").text(), call);
                chunks.tell(delta -> {
                    begin(call, delta).member("id", block.get("id").text());
                    delta.member("type", "function").name("function").open('{');
                    delta.member("name", block.get("name").text()).member("arguments", "");
                    delta.close('}').close('}').close(']');
                });
                if (!block.get("input").members().isEmpty()) {
                    arguments(call, block.get("input").raw());
                }
            }
            default -> {
                // Thinking and what else chat completions have no place for.
            }
        }
    }

    private void more(Value event, Value delta) {
        switch (delta.get("type").text()) {
            case "text_delta" -> chunks.text(delta.get("text").text());
            case "input_json_delta" -> {
                Call call = open.get(event.get("index").text());
                if (call != null) {
                    arguments(call, delta.get("partial_json").text());
                }
            }
            default -> {
                // Thinking, signatures, citations.
            }
        }
    }

    /** A tool without arguments is called with an empty piece, where OpenAI sends an object. */
    private void close(Value event) {
        Call call = open.remove(event.get("index").text());
        if (call != null && !call.hasArguments) {
            arguments(call, "{}");
        }
    }

    private void arguments(Call call, String piece) {
        if (piece.isEmpty()) {
            return;
        }
        call.hasArguments = true;
        chunks.tell(delta -> {
            begin(call, delta).name("function").open('{').member("arguments", piece);
            delta.close('}').close('}').close(']');
        });
    }

    private static Writer begin(Call call, Writer delta) {
        return delta.name("tool_calls").open('[').open('{').member("index", call.place);
    }

    private void stop() {
        if (!begun || stopped) {
            throw Faults.invalid("the provider's stream does not begin with message_start");
        }
        stopped = true;
        chunks.stop(StopReasons.openAi(reason), tokens);
    }

    List<byte[]> end() {
        if (!stopped) {
            throw Faults.invalid("the provider's stream ended before message_stop");
        }
        return List.of();
    }
}
