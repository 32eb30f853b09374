package dev.avow.app;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the fake provider says as Google Vertex AI
 * (cloud.google.com/vertex-ai/generative-ai/docs/model-reference; Anthropic's "Claude on Vertex
 * AI"), and as the place where Google gives tokens
 * (developers.google.com/identity/protocols/oauth2/service-account). Models do what {@link
 * FakeGemini} and {@link FakeAnthropic} say, the latter's under names with {@code claude-} before.
 */
final class FakeVertex {

    /** What stands in a base URL after the host. */
    static final String PLACE = "/v1/projects/fictitious/locations/europe-west1";

    private static final KeyPair PAIR = pair();
    private static final String EMAIL = "avow@fictitious.iam.gserviceaccount.com";

    /** The key's file, as Google writes it. */
    static final String ACCOUNT =
            JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "service_account")
                    .put("project_id", "fictitious")
                    .put("private_key_id", "0123abcd")
                    .put(
                            "private_key",
                            "-----BEGIN PRIVATE KEY-----\n"
                                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                            .encodeToString(PAIR.getPrivate().getEncoded())
                                    + "\n-----END PRIVATE KEY-----\n")
                    .put("client_email", EMAIL)
                    .put("token_uri", "http://127.0.0.1:1/not-to-be-followed")
                    .toPrettyString();

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PATH =
            Pattern.compile(PLACE + "/publishers/(google|anthropic)/models/([^/:]+):([A-Za-z]+)");

    /** Of Anthropic's API there: the first one, and what its own clients say now. */
    private static final Set<String> VERSIONS = Set.of("vertex-2023-10-16", "2026-10-21");

    private FakeVertex() {}

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            // It guards nothing, and a longer one takes ten times as long to make.
            generator.initialize(1024);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Gives a token for an assertion that is signed, for this place, and not too old. */
    static void token(HttpServerRequest http, String place) {
        http.bodyHandler(body -> {
            String form = URLDecoder.decode(body.toString(), StandardCharsets.UTF_8);
            String grant = "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=";
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            if (form.startsWith(grant) && isValid(form.substring(grant.length()), place)) {
                answer.put("access_token", FakeOpenAi.KEY).put("expires_in", 3_599);
                FakeOpenAi.json(http.response(), 200, answer.put("token_type", "Bearer"));
            } else {
                answer.put("error", "invalid_grant").put("error_description", "Bad signature");
                FakeOpenAi.json(http.response(), 400, answer);
            }
        });
    }

    private static boolean isValid(String assertion, String place) {
        String[] parts = assertion.split("\\.", -1);
        Base64.Decoder base64 = Base64.getUrlDecoder();
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(PAIR.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            JsonNode claims = JSON.readTree(base64.decode(parts[1]));
            long now = Instant.now().getEpochSecond();
            return signature.verify(base64.decode(parts[2]))
                    && JSON.readTree(base64.decode(parts[0])).path("alg").asString().equals("RS256")
                    && claims.path("iss").asString().equals(EMAIL)
                    && claims.path("aud").asString().equals(place)
                    && claims.path("scope").asString().endsWith("/auth/cloud-platform")
                    && Math.abs(claims.path("iat").asLong() - now) < 60
                    && claims.path("exp").asLong() - claims.path("iat").asLong() <= 3_600;
        } catch (GeneralSecurityException | RuntimeException malformed) {
            return false;
        }
    }

    /** Answers a body that came by {@code path}; false where this is no route of Vertex AI's. */
    static boolean answer(Vertx vertx, HttpServerRequest http, String path, byte[] body) {
        Matcher asked = PATH.matcher(path);
        if (!asked.matches()) {
            return false;
        }
        if (asked.group(1).equals("google")) {
            return ofGoogle(vertx, http, asked, body);
        }
        ObjectNode request = (ObjectNode) JSON.readTree(body);
        if (asked.group(2).equals("count-tokens")) {
            count(http, request);
            return true;
        }
        boolean streamed = request.path("stream").asBoolean(false);
        boolean knows =
                VERSIONS.contains(request.path("anthropic_version").asString(""))
                        && !request.has("model")
                        && asked.group(3).equals(streamed ? "streamRawPredict" : "rawPredict");
        if (!knows) {
            refuse(http, "model: Extra inputs are not permitted");
            return true;
        }
        request.remove("anthropic_version");
        request.put("model", asked.group(2).replaceFirst("^claude-", ""));
        FakeAnthropic.answer(vertx, http.response(), request);
        return true;
    }

    private static void count(HttpServerRequest http, JsonNode request) {
        if (VERSIONS.contains(request.path("anthropic_version").asString(""))
                && request.path("model").asString("").startsWith("claude-")) {
            FakeOpenAi.json(
                    http.response(),
                    200,
                    JsonNodeFactory.instance.objectNode().put("input_tokens", 7));
        } else {
            refuse(http, "model: Field required");
        }
    }

    /** It takes no ids of calls, and says none. */
    private static boolean ofGoogle(
            Vertx vertx, HttpServerRequest http, Matcher asked, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.matches("(?s).*\"function(Call|Response)\":\\{\"id\":.*")) {
            refuse(http, "Invalid JSON payload received. Unknown name \"id\"");
            return true;
        }
        switch (asked.group(3)) {
            case "predict" -> predict(http, JSON.readTree(body));
            case "embedContent" -> embed(http, JSON.readTree(body));
            case "batchEmbedContents" -> embedAll(http, JSON.readTree(body));
            default -> {
                return generate(vertx, http, asked, body);
            }
        }
        return true;
    }

    private static boolean generate(
            Vertx vertx, HttpServerRequest http, Matcher asked, byte[] body) {
        String path = "/gemini/v1beta/models/" + asked.group(2) + ":" + asked.group(3);
        return FakeGemini.answer(vertx, http, path, body);
    }

    /** A vector of a text's place and its length for each. */
    private static void predict(HttpServerRequest http, JsonNode request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode predictions = answer.putArray("predictions");
        for (JsonNode each : request.path("instances")) {
            ObjectNode embeddings = predictions.addObject().putObject("embeddings");
            vector(embeddings, predictions.size() - 1, each.path("content").stringValue());
            embeddings
                    .putObject("statistics")
                    .put("truncated", false)
                    .put("token_count", predictions.size() == 1 ? 11 : 0);
        }
        answer.putObject("metadata").put("billableCharacterCount", 5);
        FakeOpenAi.json(http.response(), 200, answer);
    }

    private static void embed(HttpServerRequest http, JsonNode request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        vector(answer.putObject("embedding"), 0, text(request));
        FakeOpenAi.json(http.response(), 200, counted(answer.put("truncated", false)));
    }

    private static void embedAll(HttpServerRequest http, JsonNode request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode embeddings = answer.putArray("embeddings");
        for (JsonNode each : request.path("requests")) {
            vector(embeddings.addObject(), embeddings.size() - 1, text(each));
        }
        FakeOpenAi.json(http.response(), 200, counted(answer));
    }

    private static String text(JsonNode request) {
        return request.at("/content/parts/0/text").stringValue();
    }

    private static void vector(ObjectNode embedding, int place, String text) {
        embedding.putArray("values").add(place).add(text.length());
    }

    private static ObjectNode counted(ObjectNode answer) {
        answer.putObject("usageMetadata").put("promptTokenCount", 11).put("totalTokenCount", 11);
        return answer;
    }

    private static void refuse(HttpServerRequest http, String message) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("error").put("code", 400).put("message", message);
        FakeOpenAi.json(http.response(), 400, answer);
    }
}
