package dev.avow.translation;

import static dev.avow.translation.GenerateMembers.API;

/** Writes a chat request as one of {@code generateContent}. */
final class GenerateRequest {

    private final Value chat;
    private final GenerateDialect dialect;
    private final Writer out = new Writer();

    GenerateRequest(Value chat, GenerateDialect dialect) {
        this.chat = chat;
        this.dialect = dialect;
    }

    byte[] write() {
        GenerateMembers.check(chat);
        out.open('{');
        boolean mustSign = !GeminiModel.isBeforeThree(chat.get("model").text());
        new GenerateTurns(chat.get("messages"), mustSign, dialect).write(out);
        new GenerateTools(chat).write(out);
        out.move("safetySettings", chat.get("safety_settings"));
        out.name("generationConfig").open('{');
        limits();
        format(chat.get("response_format"));
        effort(chat.get("reasoning_effort"));
        return out.close('}').close('}').bytes();
    }

    private void limits() {
        Value limit = chat.get("max_completion_tokens");
        out.move("maxOutputTokens", limit.isAbsent() ? chat.get("max_tokens") : limit);
        out.move("temperature", chat.get("temperature")).move("topP", chat.get("top_p"));
        out.move("topK", chat.get("top_k")).move("seed", chat.get("seed"));
        penalty("presencePenalty", chat.get("presence_penalty"));
        penalty("frequencyPenalty", chat.get("frequency_penalty"));
        Value stop = chat.get("stop");
        if (stop.isString()) {
            out.name("stopSequences").open('[').text(stop.text()).close(']');
        } else if (!stop.items().isEmpty()) {
            out.move("stopSequences", stop);
        }
    }

    /** Some models take none, not even the one that they would have anyway. */
    private void penalty(String name, Value penalty) {
        if (!penalty.raw().equals("0") && !penalty.raw().equals("0.0")) {
            out.move(name, penalty);
        }
    }

    private void format(Value format) {
        switch (format.get("type").text()) {
            case "", "text" -> {}
            case "json_object" -> out.member("responseMimeType", "application/json");
            case "json_schema" -> {
                Value schema = format.get("json_schema").get("schema");
                if (!schema.isObject()) {
                    throw Faults.wrong(
                            format,
                            "the provider of this model is asked by "
                                    + API
                                    + ", which takes response_format with type json_schema and a"
                                    + " schema");
                }
                out.member("responseMimeType", "application/json");
                out.move("responseJsonSchema", schema);
            }
            default -> throw Faults.notCarried(format.get("type"), API);
        }
    }

    /**
     * Older models think within a number of tokens, newer ones to a level; the numbers are those of
     * Google's own layer for OpenAI's clients (ai.google.dev/gemini-api/docs/openai, "Thinking").
     */
    private void effort(Value effort) {
        if (effort.isAbsent()) {
            return;
        }
        out.name("thinkingConfig").open('{');
        if (GeminiModel.isBeforeThree(chat.get("model").text())) {
            out.member("thinkingBudget", budget(effort.text()));
        } else {
            out.member("thinkingLevel", level(effort.text()));
        }
        out.close('}');
    }

    private static long budget(String effort) {
        return switch (effort) {
            case "none" -> 0;
            case "minimal", "low" -> 1_024;
            case "medium" -> 8_192;
            default -> 24_576;
        };
    }

    private static String level(String effort) {
        return switch (effort) {
            case "none", "minimal" -> "MINIMAL";
            case "low" -> "LOW";
            case "medium" -> "MEDIUM";
            default -> "HIGH";
        };
    }
}
