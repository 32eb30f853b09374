package dev.avow.translation;

/** Writes a Messages request as one of {@code /v1/chat/completions}. */
final class ChatRequest {

    /** OpenAI's bound for {@code user}. */
    private static final int LONGEST_USER = 64;

    private final Value asked;
    private final ChatDialect dialect;
    private final Writer out = new Writer();

    ChatRequest(Value asked, ChatDialect dialect) {
        this.asked = asked;
        this.dialect = dialect;
    }

    byte[] write() {
        MessageMembers.check(asked);
        out.open('{').move("model", asked.get("model"));
        out.name("messages").open('[');
        system();
        for (Value message : asked.get("messages").items()) {
            new ChatMessages(message).write(out);
        }
        out.close(']').move(dialect.limit(), asked.get("max_tokens"));
        out.move("stream", asked.get("stream"));
        if (asked.get("stream").isTrue() && dialect.streamOptions()) {
            out.name("stream_options").raw("{\"include_usage\":true}");
        }
        out.move("temperature", asked.get("temperature")).move("top_p", asked.get("top_p"));
        if (!asked.get("stop_sequences").items().isEmpty()) {
            out.move("stop", asked.get("stop_sequences"));
        }
        new MessageTools(asked).write(out);
        Value user = asked.get("metadata").get("user_id");
        if (dialect.user() && user.isString() && user.text().length() <= LONGEST_USER) {
            out.member("user", user.text());
        }
        output(asked.get("output_config"));
        return out.close('}').bytes();
    }

    private void system() {
        String system = MessageBlocks.texts(asked.get("system"));
        if (!system.isEmpty()) {
            out.open('{').member("role", "system").member("content", system).close('}');
        }
    }

    private void output(Value config) {
        Value effort = config.get("effort");
        if (effort.isString()) {
            out.member("reasoning_effort", effort.is("max") ? "xhigh" : effort.text());
        }
        Value format = config.get("format");
        if (format.isAbsent()) {
            return;
        }
        if (!format.get("type").is("json_schema") || !format.get("schema").isObject()) {
            throw Faults.notCarried(format, "OpenAI's API");
        }
        out.name("response_format").open('{').member("type", "json_schema");
        out.name("json_schema").open('{').member("name", "answer").name("strict").raw("true");
        out.move("schema", format.get("schema")).close('}').close('}');
    }
}
