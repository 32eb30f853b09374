package dev.avow.app;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** OpenAI's own client for Java, and what tests ask it with. */
final class Clients {

    /** An image of one pixel, PNG in base64. */
    static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private Clients() {}

    /** A client that does not try again by itself. */
    static OpenAIClient of(String baseUrl, String key) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(baseUrl)
                .apiKey(key)
                .maxRetries(0)
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    /** A tool with one string parameter. */
    static ChatCompletionFunctionTool tool(String name, String parameter) {
        return ChatCompletionFunctionTool.builder()
                .function(
                        FunctionDefinition.builder()
                                .name(name)
                                .parameters(
                                        FunctionParameters.builder()
                                                .putAdditionalProperty(
                                                        "type", JsonValue.from("object"))
                                                .putAdditionalProperty(
                                                        "properties",
                                                        JsonValue.from(
                                                                Map.of(
                                                                        parameter,
                                                                        Map.of("type", "string"))))
                                                .putAdditionalProperty(
                                                        "required",
                                                        JsonValue.from(List.of(parameter)))
                                                .build())
                                .build())
                .build();
    }
}
