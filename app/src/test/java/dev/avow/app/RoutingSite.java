package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import dev.avow.prove.Actor;
import dev.avow.settings.Settings;
import dev.avow.words.TenantId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An Avow for tests of routing. It knows the fake provider as {@code claude}, by Anthropic's API,
 * and {@code down}, which cannot be reached.
 */
final class RoutingSite implements AutoCloseable {

    private final TempHome home = TempHome.fresh();
    private final FakeOpenAi fake = FakeOpenAi.start();
    private final Server server;
    private final String models;
    private final String admin;

    private RoutingSite(Map<String, String> more, boolean withProviders) throws Exception {
        Settings settings = home.settings(more);
        try (Storage storage = Storage.forCommand(settings);
                Services services = Services.of(storage, settings)) {
            models = key(services, Scope.MODELS);
            admin = key(services, Scope.ADMIN);
        }
        server = Server.start(settings);
        if (!withProviders) {
            return;
        }
        String _ =
                create(
                        "provider-keys",
                        provider("claude", "anthropic", fake.anthropicUrl(), FakeOpenAi.KEY));
        provider("down", "openai", "http://127.0.0.1:" + FreePort.any() + "/v1");
    }

    static RoutingSite start(Map<String, String> settings) throws Exception {
        return new RoutingSite(settings, true);
    }

    /** One that knows no provider. */
    static RoutingSite bare(Map<String, String> settings) throws Exception {
        return new RoutingSite(settings, false);
    }

    private static String key(Services services, Scope scope) {
        return services.apiKeys()
                .create(Actor.operator(TenantId.DEFAULT), "routing", Set.of(scope), null)
                .plaintextKey();
    }

    FakeOpenAi fake() {
        return fake;
    }

    private static ObjectNode provider(String name, String kind, String url, String key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("kind", kind)
                .put("base_url", url)
                .put("key", key);
    }

    private String create(String what, ObjectNode body) {
        return create(what, body.toString()).get("id").stringValue();
    }

    void provider(String name, String kind, String url) {
        String _ = create("provider-keys", provider(name, kind, url, FakeOpenAi.KEY));
    }

    /**
     * @param region empty for none
     */
    void providerIn(String region, String name, String url) {
        ObjectNode body = provider(name, "openai", url, FakeOpenAi.KEY);
        String _ = create("provider-keys", region.isEmpty() ? body : body.put("region", region));
    }

    /** A provider's id. */
    String idOf(String provider) {
        return get("provider-keys?limit=200")
                .json()
                .get("items")
                .valueStream()
                .filter(each -> each.get("name").stringValue().equals(provider))
                .findFirst()
                .orElseThrow()
                .get("id")
                .stringValue();
    }

    /** Says where a provider is. */
    void place(String name, String region, String agreement) {
        change(
                "provider-keys/" + idOf(name),
                "{\"region\":\"%s\",\"agreement\":\"%s\"}".formatted(region, agreement));
    }

    /** Allows these regions; none: any. */
    void regions(String... regions) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var allowed = body.putArray("allowed");
        for (String each : regions) {
            allowed.add(each);
        }
        Http.Answer changed = Http.put(server.url() + "/api/v1/regions", admin, body.toString());
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    /** By Anthropic's API. */
    Http.Answer message(String model, String said) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model).put("max_tokens", 9);
        body.putArray("messages").addObject().put("role", "user").put("content", said);
        return Http.post(server.url() + "/v1/messages", models, body.toString());
    }

    JsonNode create(String what, String body) {
        Http.Answer made = Http.post(server.url() + "/api/v1/" + what, admin, body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    void change(String what, String body) {
        Http.Answer changed = Http.patch(server.url() + "/api/v1/" + what, admin, body);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    Http.Answer get(String what) {
        return Http.get(server.url() + "/api/v1/" + what, admin);
    }

    /** A route to targets, each {@code provider/model}, one after the other; its id. */
    String route(String name, String... targets) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", name);
        var list = body.putArray("targets");
        for (String target : targets) {
            int slash = target.indexOf('/');
            list.addObject()
                    .put("provider", target.substring(0, slash))
                    .put("model", target.substring(slash + 1))
                    .put("priority", list.size());
        }
        return create("routes", body);
    }

    Http.Answer chat(String model, String said, boolean streamed) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model).put("stream", streamed);
        body.putArray("messages").addObject().put("role", "user").put("content", said);
        return Http.post(server.url() + "/v1/chat/completions", models, body.toString());
    }

    Http.Answer chat(String key, String model, int most, boolean streamed) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model).put("stream", streamed).put("max_tokens", most);
        body.putArray("messages").addObject().put("role", "user").put("content", "Hello");
        return Http.post(server.url() + "/v1/chat/completions", key, body.toString());
    }

    JsonNode interaction(String id) {
        return get("interactions/" + id).json();
    }

    JsonNode health(String provider) {
        return get("providers/health")
                .json()
                .get("items")
                .valueStream()
                .filter(each -> each.get("name").stringValue().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    List<String> models() {
        return models(models);
    }

    void delete(String what) {
        assertThat(Http.delete(server.url() + "/api/v1/" + what, admin).status()).isEqualTo(204);
    }

    /** A key that may ask this and nothing else. */
    String keyFor(String model) {
        return create(
                        "api-keys",
                        "{\"name\":\"limited\",\"scopes\":[\"models\"],\"models\":[\""
                                + model
                                + "\"]}")
                .get("key")
                .stringValue();
    }

    /** A key with a budget for the day. */
    String limitedKey(String usd) {
        JsonNode made = create("api-keys", "{\"name\":\"paid\",\"scopes\":[\"models\"]}");
        JsonNode _ =
                create(
                        "budgets",
                        "{\"level\":\"api_key\",\"period\":\"day\",\"usd\":"
                                + usd
                                + ",\"subject_id\":\""
                                + made.get("id").stringValue()
                                + "\"}");
        return made.get("key").stringValue();
    }

    BigDecimal budgetUsed() {
        return get("budgets").json().at("/items/0/usd_used").decimalValue();
    }

    List<String> models(String key) {
        List<String> ids = new ArrayList<>();
        Http.get(server.url() + "/v1/models", key)
                .json()
                .get("data")
                .forEach(each -> ids.add(each.get("id").stringValue()));
        return ids;
    }

    @Override
    public void close() {
        server.close();
        fake.close();
        home.close();
    }
}
