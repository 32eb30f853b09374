package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.accounts.KeyRules;
import dev.avow.admit.Scope;
import dev.avow.auditor.VerifyCommand;
import dev.avow.prove.Actor;
import dev.avow.registry.ProviderDraft;
import dev.avow.settings.Settings;
import dev.avow.words.TenantId;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Two nodes with homes of their own, on one external database and one folder of keys. */
final class NodesTest {

    /** Far less than what memory is good for where nobody tells of a change. */
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private static final Actor OPERATOR = Actor.operator(TenantId.DEFAULT);

    private static ExternalDatabase database;
    private static Path shared;
    private static TempHome firstHome;
    private static TempHome secondHome;
    private static BillingUpstream upstream;
    private static String admin;
    private static String key;
    private static String person;
    private static AvowProcess first;
    private static AvowProcess second;

    @BeforeAll
    static void twoNodes() throws SQLException {
        database = ExternalDatabase.start();
        firstHome = TempHome.none();
        shared = firstHome.path().resolveSibling("shared");
        secondHome = TempHome.none();
        upstream = BillingUpstream.start();
        Settings settings = Settings.from(with("AVOW_HOME", firstHome.path().toString()));
        try (Storage storage = Storage.forCommand(settings);
                Services services = Services.of(storage, settings)) {
            admin = newKey(services, Scope.ADMIN, null);
            key = newKey(services, Scope.MODELS, null);
            person = newKey(services, Scope.MODELS, "rita@example.org");
            var _ =
                    services.providers()
                            .create(
                                    OPERATOR,
                                    new ProviderDraft("up", "openai", upstream.baseUrl(), null));
        }
        first = AvowProcess.serve(firstHome.path(), with());
        second = AvowProcess.serve(secondHome.path(), with());
    }

    private static String newKey(Services services, Scope scope, @Nullable String whose) {
        return services.apiKeys()
                .create(OPERATOR, "a test's", EnumSet.of(scope, Scope.MODELS), whose, KeyRules.NONE)
                .plaintextKey();
    }

    private static Map<String, String> with(String... more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("AVOW_DATABASE_URL", database.url());
        settings.put("AVOW_KEYS_DIR", shared.resolve("keys").toString());
        settings.put("AVOW_MASTER_KEY_FILE", shared.resolve("master.json").toString());
        settings.put("AVOW_NODE_LEASE_SECONDS", "2");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    @AfterAll
    static void end() {
        first.close();
        second.close();
        upstream.close();
        firstHome.close();
        secondHome.close();
        database.close();
    }

    private static Http.Answer chat(AvowProcess node, String by, String model) {
        return Http.post(
                node.url() + "/v1/chat/completions",
                by,
                "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"
                        .formatted(model));
    }

    private static void soon(String what, BooleanSupplier condition) {
        Eventually.holds(what, condition, A_MOMENT);
    }

    @Test
    void change_onOneNode_holdsOnTheOtherAMomentLater() {
        String doomed =
                json(post(first, "api-keys", "{\"name\":\"d\",\"scopes\":[\"models\"]}"), "key");
        String id =
                Http.get(first.url() + "/api/v1/api-keys", admin)
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
        for (String each : List.of(doomed, person)) {
            assertThat(chat(second, each, "avow/mirror").status()).isEqualTo(200);
        }

        assertThat(Http.delete(first.url() + "/api/v1/api-keys/" + id, admin).status())
                .isBetween(200, 204);
        soon("a revoked key", () -> chat(second, doomed, "avow/mirror").status() == 401);

        assertThat(
                        Http.put(
                                        first.url() + "/api/v1/users/me/restriction",
                                        person,
                                        "{\"restricted\":true}")
                                .status())
                .isEqualTo(200);
        soon("a restriction", () -> chat(second, person, "avow/mirror").status() == 403);

        var _ =
                post(
                        first,
                        "policies",
                        "{\"name\":\"no\",\"enabled\":true,\"priority\":10,\"action\":\"Block\","
                                + "\"conditions\":{\"model\":[\"forbidden\"]}}");
        soon("a policy", () -> chat(second, key, "up/forbidden").status() == 403);

        var _ =
                post(
                        first,
                        "provider-keys",
                        "{\"name\":\"new\",\"kind\":\"openai\",\"base_url\":\"%s\"}"
                                .formatted(upstream.baseUrl()));
        soon("a provider", () -> chat(second, key, "new/m").status() == 200);
    }

    private static Http.Answer post(AvowProcess node, String what, String body) {
        Http.Answer made = Http.post(node.url() + "/api/v1/" + what, admin, body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made;
    }

    private static String json(Http.Answer answer, String field) {
        return answer.json().path(field).asString();
    }

    /** T1: entries of both stand in one log. */
    @Test
    void auditLog_writtenByBothNodesAtOnce_proves() throws Exception {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            AvowProcess node = i % 2 == 0 ? first : second;
            String tag = "{\"name\":\"k" + i + "\",\"scopes\":[\"models\"]}";
            writers.add(Thread.ofVirtual().start(() -> post(node, "api-keys", tag)));
        }
        for (Thread each : writers) {
            each.join();
        }
        for (AvowProcess node : List.of(first, second)) {
            Path export = shared.resolve("log.ndjson");
            Files.writeString(
                    export, Http.get(node.url() + "/api/v1/audit-logs/export", admin).body());
            assertThat(new CommandLine(new VerifyCommand()).execute(export.toString())).isZero();
        }
    }

    /** B11: as {@link BudgetTest} has it for one node. */
    @Test
    void budget_manyCallersOnTwoNodesOneOfWhichIsKilled_isNeverExceededAndNothingIsLost()
            throws Exception {
        try (HttpClient client = BudgetTest.client()) {
            BudgetTest.price(first, admin);
            BudgetTest.budget(first, admin, "0.0001");
            Eventually.holds("both know", () -> BudgetTest.used(second, admin) == 0);
            long before = upstream.billed();
            Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
            Set<String> codes = ConcurrentHashMap.newKeySet();
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < BudgetTest.CALLERS; i++) {
                int number = i;
                callers.add(
                        Thread.ofVirtual()
                                .start(() ->
                                        BudgetTest.callUntilRefused(
                                                client,
                                                number % 2 == 0 ? first : second,
                                                upstream,
                                                number % 3 == 0 ? key : admin,
                                                number,
                                                statuses,
                                                codes)));
            }
            for (Thread each : callers) {
                each.join();
            }
            assertThat(upstream.billed() - before)
                    .isPositive()
                    .isLessThanOrEqualTo(BudgetTest.UNITS);
            assertThat(statuses.keySet()).contains(200, 429).isSubsetOf(200, 429, BudgetTest.LEFT);
            assertThat(codes).containsOnly("budget_exceeded");
            spendTheRest(client, second, BudgetTest.UNITS + before);
            assertThat(call(client, first, "m")).isEqualTo(429);

            // More to spend, and a node that dies while it spends.
            String id =
                    Http.get(first.url() + "/api/v1/budgets", admin)
                            .json()
                            .at("/items/0/id")
                            .asString();
            assertThat(
                            Http.patch(
                                            first.url() + "/api/v1/budgets/" + id,
                                            admin,
                                            "{\"usd\":0.0002}")
                                    .status())
                    .isEqualTo(200);
            List<Thread> cutOff = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                String model = "slow-kill-" + i;
                cutOff.add(
                        Thread.ofVirtual()
                                .start(() -> tolerant(() -> call(client, second, model))));
                Eventually.holds("it arrived", () -> upstream.hasArrived(model));
            }
            second.kill();
            for (Thread each : cutOff) {
                each.join();
            }
            spendTheRest(client, first, 2 * BudgetTest.UNITS + before);
            assertThat(call(client, first, "m")).isEqualTo(429);

            second = AvowProcess.serve(secondHome.path(), with());
            for (AvowProcess node : List.of(first, second)) {
                assertThat(BudgetTest.used(node, admin)).isEqualTo(2 * BudgetTest.UNITS);
                assertThat(call(client, node, "m")).isEqualTo(429);
            }
            assertThat(Http.delete(first.url() + "/api/v1/budgets/" + id, admin).status())
                    .isBetween(200, 204);
        }
    }

    private static void tolerant(Runnable call) {
        try {
            call.run();
        } catch (AssertionError cutOff) {
            // Its node was killed.
        }
    }

    private static void spendTheRest(HttpClient client, AvowProcess node, long until) {
        for (int tries = 0; tries < 2_000 && upstream.billed() < until; tries++) {
            int _ = call(client, node, "m");
        }
        assertThat(upstream.billed()).isEqualTo(until);
    }

    private static int call(HttpClient client, AvowProcess node, String model) {
        return BudgetTest.call(client, node, key, model, 1, false, () -> false).status();
    }

    @Test
    void start_withKeysOfItsOwn_isRefused() {
        try (TempHome other = TempHome.none()) {
            Map<String, String> settings = with();
            var _ = settings.remove("AVOW_KEYS_DIR");

            AvowProcess.Ended ended = AvowProcess.run(other.path(), settings, "start");

            assertThat(ended.status()).isNotZero();
            assertThat(ended.err().strip())
                    .contains("AVOW_KEYS_DIR is not the folder that this database belongs to")
                    .doesNotContain("\n");
        }
    }
}
