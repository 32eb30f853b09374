package dev.avow.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a Messages request as one of Converse. */
final class ConverseRequest {

    static final String API = "Bedrock's Converse API";

    private static final Set<String> CARRIED =
            Set.of(
                    "model",
                    "messages",
                    "system",
                    "max_tokens",
                    "stream",
                    "stop_sequences",
                    "temperature",
                    "top_p",
                    "top_k",
                    "thinking",
                    "tools",
                    "tool_choice",
                    "output_config");

    /** Hints about caches, price and diagnosis, and bookkeeping at Anthropic. */
    private static final Set<String> DROPPED =
            Set.of("cache_control", "diagnostics", "metadata", "service_tier", "speed");

    private static final Map<String, Set<String>> IDLE =
            Map.of("mcp_servers", Set.of("[]"), "betas", Set.of("[]"));

    private final Value asked;
    private final ConverseBlocks blocks = new ConverseBlocks();
    private final List<String> system = new ArrayList<>();
    private final Writer out = new Writer();

    ConverseRequest(Value asked) {
        this.asked = asked;
    }

    byte[] write() {
        check();
        system(asked.get("system"));
        out.open('{');
        messages();
        if (!system.isEmpty()) {
            out.name("system").open('[');
            system.forEach(text -> out.open('{').member("text", text).close('}'));
            out.close(']');
        }
        limits();
        new ConverseTools(asked).write(out);
        output(asked.get("output_config"));
        ofTheModel();
        return out.close('}').bytes();
    }

    private void check() {
        asked.members()
                .forEach((name, value) -> {
                    if (!value.isAbsent()
                            && !CARRIED.contains(name)
                            && !DROPPED.contains(name)
                            && !IDLE.getOrDefault(name, Set.of()).contains(value.raw())) {
                        throw Faults.notCarried(value, API);
                    }
                });
    }

    private void system(Value content) {
        String text = MessageBlocks.texts(content);
        if (!text.isEmpty()) {
            system.add(text);
        }
    }

    /** Roles must alternate there, so neighbours of one role become one turn. */
    private void messages() {
        out.name("messages").open('[');
        String role = "";
        for (Value message : asked.get("messages").items()) {
            String next = message.get("role").text();
            Value content = message.get("content");
            if (next.equals("system")) {
                system(content);
                continue;
            }
            if (!next.equals("user") && !next.equals("assistant")) {
                throw Faults.notCarried(message.get("role"), API);
            }
            if (!next.equals(role)) {
                if (!role.isEmpty()) {
                    out.close(']').close('}');
                }
                out.open('{').member("role", next).name("content").open('[');
                role = next;
            }
            blocks.write(content, out);
        }
        if (!role.isEmpty()) {
            out.close(']').close('}');
        }
        out.close(']');
    }

    private void limits() {
        out.name("inferenceConfig").open('{').move("maxTokens", asked.get("max_tokens"));
        out.move("temperature", asked.get("temperature")).move("topP", asked.get("top_p"));
        if (!asked.get("stop_sequences").items().isEmpty()) {
            out.move("stopSequences", asked.get("stop_sequences"));
        }
        out.close('}');
    }

    private void output(Value config) {
        Value format = config.get("format");
        Value effort = config.get("effort");
        if (format.isAbsent() && effort.isAbsent()) {
            return;
        }
        out.name("outputConfig").open('{');
        if (!format.isAbsent()) {
            if (!format.get("type").is("json_schema") || !format.get("schema").isObject()) {
                throw Faults.notCarried(format, API);
            }
            out.name("textFormat").open('{').member("type", "json_schema");
            out.name("structure").open('{').name("jsonSchema").open('{');
            // A schema in a string.
            out.member("schema", format.get("schema").raw()).member("name", "answer");
            out.close('}').close('}').close('}');
        }
        out.move("effort", effort).close('}');
    }

    /** Converse has no words of its own for these; Anthropic's models know them there. */
    private void ofTheModel() {
        Value topK = asked.get("top_k");
        Value thinking = asked.get("thinking");
        if (topK.isAbsent() && (thinking.isAbsent() || thinking.get("type").is("disabled"))) {
            return;
        }
        out.name("additionalModelRequestFields").open('{').move("top_k", topK);
        out.move("thinking", thinking).close('}');
    }
}
