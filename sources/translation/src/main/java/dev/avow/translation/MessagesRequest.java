package dev.avow.translation;

/** Writes a chat request as one of {@code /v1/messages}. */
final class MessagesRequest {

    private final Value chat;
    private final int maxTokens;
    private final Writer out = new Writer();

    MessagesRequest(Value chat, int maxTokens) {
        this.chat = chat;
        this.maxTokens = maxTokens;
    }

    byte[] write() {
        ChatMembers.check(chat);
        out.open('{').move("model", chat.get("model"));
        limit();
        new Turns(chat.get("messages")).write(out);
        out.move("stream", chat.get("stream"));
        sampling();
        stop();
        new ChatTools(chat).write(out);
        user();
        output();
        out.move("thinking", chat.get("thinking"));
        return out.close('}').bytes();
    }

    private void limit() {
        Value limit = chat.get("max_completion_tokens");
        Value given = limit.isAbsent() ? chat.get("max_tokens") : limit;
        if (given.isAbsent()) {
            out.member("max_tokens", maxTokens);
        } else {
            out.move("max_tokens", given);
        }
    }

    /**
     * Newer models take none of these, not even the value that they would have anyway, so that one
     * is left out. Anthropic's temperatures end at 1, OpenAI's at 2; above 1 it becomes 1, as
     * Anthropic's own layer for OpenAI's clients does.
     */
    private void sampling() {
        Value temperature = chat.get("temperature");
        double heat = number(temperature, 1);
        if (heat < 1) {
            out.move("temperature", temperature);
        } else if (heat > 1) {
            out.name("temperature").raw("1");
        }
        if (number(chat.get("top_p"), 1) != 1) {
            out.move("top_p", chat.get("top_p"));
        }
        out.move("top_k", chat.get("top_k"));
    }

    private static double number(Value value, double otherwise) {
        if (value.isAbsent()) {
            return otherwise;
        }
        if (!value.isNumber()) {
            throw Faults.wrong(value, "this is a number");
        }
        return Double.parseDouble(value.text());
    }

    private void stop() {
        Value stop = chat.get("stop");
        if (stop.isString()) {
            out.name("stop_sequences").open('[').text(stop.text()).close(']');
        } else if (!stop.items().isEmpty()) {
            out.move("stop_sequences", stop);
        }
    }

    private void user() {
        Value user = chat.get("user");
        Value who = user.isAbsent() ? chat.get("safety_identifier") : user;
        if (who.isString()) {
            out.name("metadata").open('{').member("user_id", who.text()).close('}');
        }
    }

    private void output() {
        Value effort = chat.get("reasoning_effort");
        Value format = chat.get("response_format");
        boolean hasEffort = !effort.isAbsent() && !effort.is("none");
        boolean hasFormat = !format.isAbsent() && !format.get("type").is("text");
        if (!hasEffort && !hasFormat) {
            return;
        }
        out.name("output_config").open('{');
        if (hasEffort) {
            out.member("effort", effort.is("minimal") ? "low" : effort.text());
        }
        if (hasFormat) {
            Value schema = format.get("json_schema").get("schema");
            if (!format.get("type").is("json_schema") || !schema.isObject()) {
                throw Faults.wrong(
                        format,
                        "the provider of this model is asked by Anthropic's API, which takes"
                                + " response_format with type json_schema and a schema");
            }
            out.name("format").open('{').member("type", "json_schema").move("schema", schema);
            out.close('}');
        }
        out.close('}');
    }
}
