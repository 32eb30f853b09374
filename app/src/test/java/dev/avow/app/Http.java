package dev.avow.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain HTTP, as a program without any client library would speak it. */
final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private Http() {}

    /** An answer, read to its end. */
    record Answer(int status, HttpHeaders headers, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** What a streamed answer's chunks say for its first choice. */
        String streamedText() {
            StringBuilder text = new StringBuilder();
            for (String line : body.split("\n", -1)) {
                if (line.startsWith("data: {")) {
                    JsonNode delta =
                            JSON.readTree(line.substring(6)).at("/choices/0/delta/content");
                    text.append(delta.asString(""));
                }
            }
            return text.toString();
        }
    }

    static Answer post(String url, String key, String body) {
        return post(url, key, body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer post(String url, String key, byte[] body) {
        return post(url, key, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /**
     * Sends a body of any kind.
     *
     * @param more further headers, names and values in turn
     */
    static Answer post(String url, String key, HttpRequest.BodyPublisher body, String... more) {
        return post(url, key, "application/json", body, more);
    }

    /** The same with a body that is no JSON. */
    static Answer post(
            String url, String key, String type, HttpRequest.BodyPublisher body, String... more) {
        HttpRequest.Builder request = request(url, key).header("Content-Type", type).POST(body);
        return send((more.length == 0 ? request : request.headers(more)).build());
    }

    static Answer delete(String url, String key) {
        return send(request(url, key).DELETE().build());
    }

    static Answer patch(String url, String key, String body) {
        return send("PATCH", url, key, body);
    }

    static Answer put(String url, String key, String body) {
        return send("PUT", url, key, body);
    }

    static Answer send(String method, String url, String key, String body) {
        return send(
                request(url, key)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    static Answer get(String url, String key) {
        return send(request(url, key).GET().build());
    }

    private static HttpRequest.Builder request(String url, String key) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key);
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(
                            request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new AssertionError("no answer came", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
