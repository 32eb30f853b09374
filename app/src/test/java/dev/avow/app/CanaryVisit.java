package dev.avow.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person and a program that use every route and leave a distinctive value in each of them, also
 * by mistake. Keeps what they were answered where it was an error.
 */
final class CanaryVisit {

    static final String ANSWER = "Verlaine-Murmeltier-60417";
    static final String PROVIDER_KEY = "sk-kanarienvogel-Qz81LmW0aTt5";
    static final String EMAIL = "irmgard.zaunkoenig-7712@example.org";
    static final String PASSWORD = "Rotkehlchen+Goldammer 5519";

    /** Configuration, which is kept as it is: to be found, or the search is blind. */
    static final String POLICY = "Control Heckenbraunelle 3381";

    private static final String PROMPT = "Weltraumhafen-Blaumeise-29846";

    /** In a list and in a recognizer; sealed. */
    private static final String DENIED = "Habichtskauz-Nussknacker 70931";

    private static final String WRONG_PASSWORD = "Fitislaubsaenger 40021";
    private static final String FIRST_NAME = "Kunigunde-Zilpzalp";
    private static final String LAST_NAME = "Wintergoldhaehnchen";
    private static final String AGENT = "Seidenschwanz-Browser-88142/7.3";
    private static final String WRONG_KEY = "avow_Gartenrotschwanz00000000000000000000007";
    private static final String MESSAGE =
            ",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"" + PROMPT + "\"}]";
    private static final JsonMapper JSON = new JsonMapper();

    private final String url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> values = new LinkedHashMap<>(PersonalData.VALUES);
    private final List<String> errors = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();
    private String cookie = "";
    private String key = "";
    private String restored = "";

    CanaryVisit(String url) {
        this.url = url;
        values.put("prompt", PROMPT);
        values.put("answer", ANSWER);
        values.put("provider key", PROVIDER_KEY);
        values.put("password", PASSWORD);
        values.put("wrong password", WRONG_PASSWORD);
        values.put("account's e-mail", EMAIL);
        values.put("first name", FIRST_NAME);
        values.put("last name", LAST_NAME);
        values.put("user agent", AGENT);
        values.put("wrong key", WRONG_KEY);
        values.put("denied word", DENIED);
    }

    /** All that must not be found, by what it is. */
    Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** Head and body of every answer whose status was 400 or above. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    /** Of every answer, in the order of the requests. */
    List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    void asPerson() throws IOException, InterruptedException {
        signIn(WRONG_PASSWORD);
        HttpResponse<String> in = signIn(PASSWORD);
        cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        values.put("session", cookie.substring(cookie.indexOf('=') + 1));
        send("PATCH", "/api/v1/users/me", json("first_name", FIRST_NAME, "last_name", LAST_NAME));
        send("PATCH", "/api/v1/users/me", json("first_name", FIRST_NAME, "nickname", LAST_NAME));
        send("GET", "/api/v1/users/me", "");
        send("POST", "/api/v1/users/me", json("first_name", FIRST_NAME));
        policy(POLICY, "unused", "Log");
        policy("blocked", "blocked", "Block");
        policy("coached", "coached", "Coach");
        send("POST", "/api/v1/policies", json("name", PROMPT, "action", "Dream"));
        send("POST", "/api/v1/policies", "{\"name\": " + PROMPT);
        String secret =
                send("POST", "/api/v1/api-keys", "{\"name\":\"c\",\"scopes\":[\"models\"]}");
        key = JSON.readTree(secret).path("key").asString("");
        values.put("caller's key", key);
        send("GET", "/api/v1/api-keys", "");
        dryRuns();
        looks();
    }

    void addProvider(String baseUrl) throws IOException, InterruptedException {
        send("POST", "/api/v1/provider-keys", provider("up", "openai", baseUrl));
        send("POST", "/api/v1/provider-keys", provider("up", "openai", baseUrl));
        String host = baseUrl.substring(0, baseUrl.length() - "/v1".length());
        send("POST", "/api/v1/provider-keys", provider("cl", "anthropic", host));
        send("POST", "/api/v1/provider-keys", provider("x", "telepathy", baseUrl));
        send("POST", "/api/v1/provider-keys", provider("x", "openai", PROVIDER_KEY));
        send("POST", "/api/v1/provider-keys", "[\"" + PROVIDER_KEY);
        send("GET", "/api/v1/provider-keys", "");
    }

    private void dryRuns() throws IOException, InterruptedException {
        send("POST", "/api/v1/policies/dry-run", json("text", everything()));
        send("POST", "/api/v1/policies/dry-run", json("text", everything(), "odd", PROMPT));
        send("POST", "/api/v1/policies/dry-run", "{\"text\":\"" + everything());
        detection();
    }

    private void looks() throws IOException, InterruptedException {
        send("GET", "/api/v1/interactions", "");
        send("GET", "/api/v1/interactions?since=" + PROMPT, "");
        send("GET", "/api/v1/interactions/" + PROMPT, "");
        send("GET", "/api/v1/audit-logs", "");
        send("GET", "/api/v1/" + PROMPT, "");
        send("POST", "/api/v1/interactions", json("prompt", everything()));
        send("DELETE", "/api/v1/policies/" + PROMPT, "");
    }

    void asProgram() throws IOException, InterruptedException {
        for (String model :
                List.of(
                        "avow/mirror",
                        "up/fine",
                        "up/refuses",
                        "up/forbids",
                        "up/fails",
                        "up/garbage",
                        "up/breaks",
                        "blocked",
                        "coached",
                        "of-the-default-provider")) {
            chat(model, false);
            chat(model, true);
        }
        send("POST", "/v1/chat/completions", "{\"model\":\"up/fine\",\"" + everything());
        send("POST", "/v1/chat/completions", json("model", "up/fine", "messages", everything()));
        send("POST", "/v1/chat/completions", json("model", everything()));
        send("POST", "/v1/" + PROMPT, json("input", everything()));
        send("GET", "/v1/models", "");
        otherRoutes();
        files();
        String right = key;
        key = WRONG_KEY;
        chat("up/fine", false);
        key = right;
    }

    /** Each well and badly answered, refused, and misused. */
    private void otherRoutes() throws IOException, InterruptedException {
        for (String rest : List.of("", ",\"stream\":true")) {
            post("/v1/responses", "avow/mirror", "input", rest);
            post("/v1/responses", "up/fine", "input", rest);
            post("/v1/messages", "avow/mirror", "system", MESSAGE + rest);
            post("/v1/messages", "cl/fine", "system", MESSAGE + rest);
        }
        post("/v1/responses", "up/refuses", "input", "");
        post("/v1/responses", "up/garbage", "input", "");
        post("/v1/responses", "up/fine", "previous_response_id", "");
        post("/v1/responses", "blocked", "input", "");
        post("/v1/embeddings", "up/fine", "input", "");
        post("/v1/embeddings", "cl/fine", "input", "");
        post("/v1/messages", "cl/refuses", "system", MESSAGE);
        post("/v1/messages", "cl/fails", "system", MESSAGE);
        post("/v1/messages", "cl/fine", "messages", MESSAGE);
        post("/v1/messages/count_tokens", "cl/fine", "system", MESSAGE);
        String documents = ",\"documents\":[\"" + everything() + "\"],\"return_documents\":true";
        post("/v1/rerank", "up/fine", "query", documents);
        post("/v1/rerank", "up/refuses", "query", documents);
        post("/v1/rerank", "blocked", "query", documents);
        send("POST", "/presidio/analyze", json("text", everything(), "language", "en"));
        send("POST", "/presidio/analyze", json("text", everything(), "language", PROMPT));
    }

    private static final String FILE_ID =
            ",\"tools\":[{\"type\":\"x\",\"container\":{\"file_ids\":[\"%s\"]}}]";

    /**
     * A batch that is answered, a file that is named, and files that are not taken for one reason
     * each.
     */
    private void files() throws IOException, InterruptedException {
        JsonNode file = JSON.readTree(upload("batch", line("up/fine", PROMPT)));
        String id = file.path("id").asString("");
        String wanted =
                "{\"input_file_id\":\"%s\",\"endpoint\":\"/v1/chat/completions\",\"completion_window\":\"24h\",\"metadata\":{\"a\":\"%s\"}%s}";
        send("POST", "/v1/batches", wanted.formatted(id, PROMPT, ",\"odd\":\"" + PROMPT + "\""));
        JsonNode batch =
                JSON.readTree(send("POST", "/v1/batches", wanted.formatted(id, PROMPT, "")));
        String output = batch.path("output_file_id").asString("");
        restored = send("GET", "/v1/files/" + output + "/content", "");
        send("GET", "/v1/batches/" + batch.path("id").asString(""), "");
        send("GET", "/v1/files", "");
        send("GET", "/v1/files/" + PROMPT, "");
        upload("batch", line("up/refuses", PROMPT));
        upload("batch", line("blocked", PROMPT));
        upload("batch", line("up/fine", PROMPT).replace("POST", PROMPT));
        upload("batch", everything());
        upload(PROMPT, line("up/fine", PROMPT));
        send("POST", "/v1/batches", everything());
        String named = JSON.readTree(upload("user_data", everything())).path("id").asString("");
        send("GET", "/v1/files/" + named + "/content", "");
        post("/v1/responses", "up/fine", "input", FILE_ID.formatted(named));
        post("/v1/responses", "up/fine", "input", FILE_ID.formatted(PROMPT));
        send("DELETE", "/v1/files/" + named, "");
    }

    /** What the fetched answers of the batch were. */
    String restored() {
        return restored;
    }

    private static String line(String model, String id) {
        return "{\"custom_id\":\"%s\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}}"
                .formatted(id, model, everything());
    }

    private String upload(String purpose, String lines) throws IOException, InterruptedException {
        String form =
                """
                --canary\r
                Content-Disposition: form-data; name="purpose"\r
                \r
                %s\r
                --canary\r
                Content-Disposition: form-data; name="file"; filename="%s.jsonl"\r
                Content-Type: application/jsonl\r
                \r
                %s\r
                --canary--\r
                """
                        .formatted(purpose, PROMPT, lines);
        return exchange("POST", "/v1/files", form, "multipart/form-data; boundary=canary").body();
    }

    /** A body whose one member holds everything; what follows it is JSON. */
    private void post(String path, String model, String member, String rest)
            throws IOException, InterruptedException {
        String body = json("model", model, member, everything());
        send("POST", path, body.substring(0, body.length() - 1) + rest + "}");
    }

    private HttpResponse<String> signIn(String password) throws IOException, InterruptedException {
        return exchange("POST", "/api/v1/sessions", json("email", EMAIL, "password", password));
    }

    private void policy(String name, String model, String action)
            throws IOException, InterruptedException {
        send(
                "POST",
                "/api/v1/policies",
                """
                {"name":"%s","enabled":true,"priority":10,"action":"%s",
                 "conditions":{"model":["%s"]}}
                """
                        .formatted(name, action, model));
    }

    private static String provider(String name, String kind, String baseUrl) {
        return json("name", name, "kind", kind, "base_url", baseUrl, "key", PROVIDER_KEY);
    }

    private void chat(String model, boolean streamed) throws IOException, InterruptedException {
        send(
                "POST",
                "/v1/chat/completions",
                """
                {"model":"%s","stream":%s,"user":"%s",
                 "messages":[{"role":"user","content":"%s"}]}
                """
                        .formatted(model, streamed, PROMPT, everything()));
    }

    private static String everything() {
        return PROMPT + " " + PersonalData.EVERYTHING;
    }

    private static String json(String... namesAndValues) {
        Map<String, String> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return JSON.writeValueAsString(object);
    }

    /** Words, values, examples and samples may be anybody's; so may be what is refused. */
    private void detection() throws IOException, InterruptedException {
        String words = "[" + JSON.writeValueAsString(DENIED) + "]";
        send("POST", "/api/v1/recognizers/test", json("text", everything()));
        send("POST", "/api/v1/recognizers/test", json("text", everything(), "odd", PROMPT));
        send("POST", "/api/v1/recognizers", "{\"name\":\"bird_word\",\"words\":" + words + "}");
        send("POST", "/api/v1/recognizers", "{\"name\":" + words + "}");
        send("POST", "/api/v1/recognizers", json("name", "bird_a", "patterns", DENIED));
        send(
                "POST",
                "/api/v1/recognizers",
                "{\"name\":\"bird_b\",\"patterns\":[\"(\"],\"examples\":{\"match\":"
                        + words
                        + "}}");
        send(
                "POST",
                "/api/v1/recognizers",
                "{\"name\":\"bird_c\",\"words\":[\"x\"],\"examples\":{\"match\":" + words + "}}");
        send(
                "POST",
                "/api/v1/detection-lists",
                "{\"name\":\"birds\",\"kind\":\"deny\",\"type\":\"person\",\"values\":"
                        + words
                        + "}");
        send("POST", "/api/v1/detection-lists", json("name", DENIED, "kind", DENIED));
    }

    private String send(String method, String path, String body)
            throws IOException, InterruptedException {
        return exchange(method, path, body).body();
    }

    private HttpResponse<String> exchange(String method, String path, String body)
            throws IOException, InterruptedException {
        return exchange(method, path, body, "application/json");
    }

    private HttpResponse<String> exchange(String method, String path, String body, String type)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("User-Agent", AGENT)
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (path.startsWith("/v1/") || path.startsWith("/presidio/")) {
            request.header("Authorization", "Bearer " + key);
        } else {
            request.header("Origin", url);
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie);
            }
        }
        HttpResponse<String> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        statuses.add(answer.statusCode());
        if (answer.statusCode() >= 400) {
            errors.add(method + " " + answer.headers().map() + answer.body());
        }
        return answer;
    }

    JsonNode interactions() throws IOException, InterruptedException {
        return JSON.readTree(send("GET", "/api/v1/interactions?limit=200", ""));
    }
}
