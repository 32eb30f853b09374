package dev.avow.app;

import dev.avow.words.Route;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** A file that is uploaded for requests to name, for tests. */
final class Named {

    private final Installation avow;
    private final String key;
    private final Http.Answer uploaded;

    private Named(Installation avow, String key, Http.Answer uploaded) {
        this.avow = avow;
        this.key = key;
        this.uploaded = uploaded;
    }

    /**
     * Uploads one.
     *
     * @param model which is to read it; empty for none
     */
    static Named upload(
            Installation avow, String purpose, String name, byte[] content, String model) {
        Form form = new Form().field("purpose", purpose);
        if (!model.isEmpty()) {
            form.field("model", model);
        }
        Http.Answer answer =
                form.file("file", name, "application/octet-stream", content)
                        .post(avow.baseUrl() + "/files", avow.modelsKey());
        return new Named(avow, avow.modelsKey(), answer);
    }

    static Named text(Installation avow, String content) {
        return upload(
                avow,
                "user_data",
                "letter.txt",
                content.getBytes(StandardCharsets.UTF_8),
                "fake/parrot-files");
    }

    Http.Answer uploaded() {
        return uploaded;
    }

    String id() {
        return uploaded.json().path("id").asString("");
    }

    Http.Answer content() {
        return Http.get(avow.baseUrl() + "/files/" + id() + "/content", key);
    }

    /** A request to a route that names it, and says something more. */
    Http.Answer named(Route route, String model, String more) {
        return named(avow, key, route, model, id(), more);
    }

    static Http.Answer named(
            Installation avow, String key, Route route, String model, String id, String more) {
        String body =
                route == Route.RESPONSES
                        ? """
                        {"model":"%s","input":[{"role":"user","content":[
                         {"type":"input_file","file_id":"%s"},{"type":"input_text","text":"%s"}]}]}
                        """
                        : """
                        {"model":"%s","messages":[{"role":"user","content":[
                         {"type":"file","file":{"file_id":"%s"}},{"type":"text","text":"%s"}]}]}
                        """;
        return Http.post(
                avow.url() + "/v1" + route.path(),
                key,
                HttpRequest.BodyPublishers.ofString(body.formatted(model, id, more)),
                "Avow-Receipt",
                "full");
    }
}
