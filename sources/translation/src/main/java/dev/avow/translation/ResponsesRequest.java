package dev.avow.translation;

/** Writes a Responses request as one of {@code /v1/chat/completions}. */
final class ResponsesRequest {

    private static final String API = "/v1/chat/completions";

    private final Value asked;
    private final ChatDialect dialect;
    private final Writer out = new Writer();

    ResponsesRequest(Value asked, ChatDialect dialect) {
        this.asked = asked;
        this.dialect = dialect;
    }

    byte[] write() {
        ResponsesMembers.check(asked);
        out.open('{').move("model", asked.get("model"));
        new ResponsesItems(asked).write(out);
        out.move(dialect.limit(), asked.get("max_output_tokens"));
        out.move("stream", asked.get("stream"));
        if (asked.get("stream").isTrue() && dialect.streamOptions()) {
            out.name("stream_options").raw("{\"include_usage\":true}");
        }
        out.move("temperature", asked.get("temperature")).move("top_p", asked.get("top_p"));
        tools();
        format(asked.get("text").get("format"));
        out.move("reasoning_effort", asked.get("reasoning").get("effort"));
        if (dialect.user()) {
            Value user = asked.get("user");
            out.move("user", user.isAbsent() ? asked.get("safety_identifier") : user);
        }
        return out.close('}').bytes();
    }

    private void tools() {
        if (asked.get("tools").items().isEmpty()) {
            return;
        }
        out.name("tools").open('[');
        for (Value tool : asked.get("tools").items()) {
            if (!tool.get("type").is("function")) {
                throw Faults.notCarried(tool.get("type"), API); // one that OpenAI runs itself
            }
            out.open('{').member("type", "function").name("function").open('{');
            for (String name : new String[] {"name", "description", "parameters", "strict"}) {
                out.move(name, tool.get(name));
            }
            out.close('}').close('}');
        }
        out.close(']');
        Value choice = asked.get("tool_choice");
        if (choice.isString()) {
            out.member("tool_choice", choice.text());
        } else if (choice.get("type").is("function")) {
            out.name("tool_choice").open('{').member("type", "function");
            out.name("function").open('{').move("name", choice.get("name")).close('}').close('}');
        } else if (!choice.isAbsent()) {
            throw Faults.notCarried(choice, API);
        }
        out.move("parallel_tool_calls", asked.get("parallel_tool_calls"));
    }

    private void format(Value format) {
        switch (format.get("type").text()) {
            case "json_schema" -> {
                out.name("response_format").open('{').member("type", "json_schema");
                out.name("json_schema").open('{');
                for (String name : new String[] {"name", "description", "strict", "schema"}) {
                    out.move(name, format.get(name));
                }
                out.close('}').close('}');
            }
            case "json_object" -> out.move("response_format", format);
            case "", "text" -> {}
            default -> throw Faults.notCarried(format.get("type"), API);
        }
    }
}
