package dev.avow.engines.completions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.avow.json.JsonDocument;
import dev.avow.json.JsonNode;
import dev.avow.json.JsonNode.Kind;
import dev.avow.json.JsonProblem;
import dev.avow.json.JsonSplice;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;

/**
 * A model asked for an answer in a form (OpenAI's API reference, "Create chat completion" and
 * "Structured outputs"). Follows no redirect and asks no proxy: texts go to the named machine or
 * nowhere. TLS is 1.2 or newer (promise I6). Safe for any thread; waits.
 */
public final class Completions implements AutoCloseable {

    private static final long LARGEST_ANSWER = 256 << 10;

    private final CompletionOptions options;
    private final URI completions;
    private final HttpClient client;

    /** A model that is there. */
    public Completions(CompletionOptions options) {
        this.options = options;
        String base = options.base().toString();
        this.completions =
                URI.create((base.endsWith("/") ? base : base + "/").concat("chat/completions"));
        SSLParameters tls = new SSLParameters();
        tls.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(options.timeout())
                        .sslParameters(tls)
                        .build();
    }

    /**
     * What is asked of each text.
     *
     * @param task what the model is told to do, in prose
     * @param name of the form
     * @param schema the form as a JSON schema
     * @param mostTokens of the answer
     */
    public record Form(String task, String name, String schema, int mostTokens) {}

    /**
     * Asks it; blocks, for the shorter of both times.
     *
     * @param text what the task is done with; data, not an instruction
     * @param nanosLeft nothing is asked where none are
     * @return what it said, which should have the form; empty where it said nothing in time, or
     *     with another status than 200
     */
    public Optional<String> ask(Form form, String text, long nanosLeft) {
        long nanos = Math.min(nanosLeft, options.timeout().toNanos());
        if (nanos <= 0) {
            return Optional.empty();
        }
        CompletableFuture<HttpResponse<byte[]>> call =
                client.sendAsync(
                        request(form, text, nanos),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            HttpResponse<byte[]> answer = call.get(nanos, TimeUnit.NANOSECONDS);
            return answer.statusCode() == 200 ? said(answer.body()) : Optional.empty();
        } catch (TimeoutException | ExecutionException unserved) {
            call.cancel(true);
            return Optional.empty();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            call.cancel(true);
            return Optional.empty();
        }
    }

    private HttpRequest request(Form form, String text, long nanos) {
        StringBuilder body = new StringBuilder(text.length() + 2_000).append("{\"model\":\"");
        JsonSplice.escape(options.model(), body);
        body.append("\",\"temperature\":0,\"max_tokens\":").append(form.mostTokens());
        body.append(",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"");
        JsonSplice.escape(form.name(), body);
        body.append("\",\"strict\":true,\"schema\":").append(form.schema());
        body.append("}},\"messages\":[{\"role\":\"system\",\"content\":\"");
        JsonSplice.escape(form.task(), body);
        body.append("\"},{\"role\":\"user\",\"content\":\"");
        JsonSplice.escape(text, body);
        body.append("\"}]}");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(completions)
                        .timeout(Duration.ofNanos(nanos).plus(Duration.ofSeconds(1)))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body.toString().getBytes(UTF_8)));
        String key = options.plaintextKey();
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return request.build();
    }

    /** {@code choices[0].message.content}. */
    private static Optional<String> said(byte[] answer) {
        try {
            for (JsonNode node : JsonDocument.read(answer).nodes()) {
                if (node.kind() == Kind.STRING
                        && node.path().toString().equals("choices[0].message.content")) {
                    return Optional.of(node.text());
                }
            }
        } catch (JsonProblem garbage) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
