package dev.avow.translation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Anthropic's stream of events as OpenAI's chunks, one by one ("Streaming Messages"; "The chat
 * completion chunk object"). Of the answer nothing is kept but its name, its tokens and which
 * blocks are open. For one stream.
 */
final class ChatChunks {

    /** Anthropic's API reference, "Errors". */
    private static final Set<String> ERRORS =
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

    private final long created;
    private final boolean includeUsage;
    private final Map<String, Call> open = new HashMap<>();
    private final List<byte[]> told = new ArrayList<>(2);
    private String id = "";
    private String model = "";
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
        this.created = created;
        this.includeUsage = includeUsage;
    }

    List<byte[]> of(Value event) {
        told.clear();
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
        return List.copyOf(told);
    }

    private void begin(Value message) {
        begun = true;
        id = message.get("id").text();
        model = message.get("model").text();
        tokens = Tokens.anthropic(message.get("usage"), tokens);
        tell(delta ->
                delta.member("role", "assistant")
                        .member("content", "")
                        .name("refusal")
                        .raw("null"));
    }

    private void open(Value event, Value block) {
        switch (block.get("type").text()) {
            case "text" -> text(block.get("text").text());
            case "tool_use" -> {
                Call call = new Call(calls++);
                if (open.size() >= MOST_OPEN_CALLS) {
                    throw Faults.invalid("the provider's stream calls more tools than can be held");
                }
                open.put(event.get("index").text(), call);
                tell(delta -> {
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
            case "text_delta" -> text(delta.get("text").text());
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

    private void text(String text) {
        if (!text.isEmpty()) {
            tell(delta -> delta.member("content", text));
        }
    }

    private void arguments(Call call, String piece) {
        if (piece.isEmpty()) {
            return;
        }
        call.hasArguments = true;
        tell(delta -> {
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
        Writer last = chunk().open('[').open('{').member("index", 0);
        last.name("delta").open('{').close('}').name("logprobs").raw("null");
        last.member("finish_reason", StopReasons.openAi(reason)).close('}').close(']');
        if (includeUsage) {
            told.add(last.name("usage").raw("null").close('}').bytes());
            last = chunk().open('[').close(']');
            tokens.openAi(last);
            told.add(last.close('}').bytes());
        } else {
            // The interaction's record wants it all the same. In the place of OpenAI's own usage a
            // client would take it for the chunk without choices, which it did not ask for.
            tokens.openAi(last.name("x_avow").open('{'));
            told.add(last.close('}').close('}').bytes());
        }
    }

    List<byte[]> end() {
        if (!stopped) {
            throw Faults.invalid("the provider's stream ended before message_stop");
        }
        return List.of();
    }

    private void tell(Consumer<Writer> delta) {
        Writer out = chunk().open('[').open('{').member("index", 0).name("delta").open('{');
        delta.accept(out);
        out.close('}').name("logprobs").raw("null").name("finish_reason").raw("null");
        out.close('}').close(']');
        if (includeUsage) {
            out.name("usage").raw("null");
        }
        told.add(out.close('}').bytes());
    }

    /** Up to the choices. */
    private Writer chunk() {
        return new Writer()
                .open('{')
                .member("id", id)
                .member("object", "chat.completion.chunk")
                .member("created", created)
                .member("model", model)
                .name("choices");
    }
}
