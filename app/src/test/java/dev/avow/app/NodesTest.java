package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes with homes of their own, on one external database and one folder of keys. */
final class NodesTest {

    /** Far less than what memory is good for where nobody tells of a change. */
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private static TwoNodes nodes;

    @BeforeAll
    static void twoNodes() throws SQLException {
        nodes = TwoNodes.start();
    }

    @AfterAll
    static void end() {
        nodes.close();
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
                json(
                        post(nodes.first(), "api-keys", "{\"name\":\"d\",\"scopes\":[\"models\"]}"),
                        "key");
        String id =
                Http.get(nodes.first().url() + "/api/v1/api-keys", nodes.admin())
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
        for (String each : List.of(doomed, nodes.person())) {
            assertThat(chat(nodes.second(), each, "avow/mirror").status()).isEqualTo(200);
        }

        assertThat(
                        Http.delete(nodes.first().url() + "/api/v1/api-keys/" + id, nodes.admin())
                                .status())
                .isBetween(200, 204);
        soon("a revoked key", () -> chat(nodes.second(), doomed, "avow/mirror").status() == 401);

        assertThat(
                        Http.put(
                                        nodes.first().url() + "/api/v1/users/me/restriction",
                                        nodes.person(),
                                        "{\"restricted\":true}")
                                .status())
                .isEqualTo(200);
        soon(
                "a restriction",
                () -> chat(nodes.second(), nodes.person(), "avow/mirror").status() == 403);

        var _ =
                post(
                        nodes.first(),
                        "policies",
                        "{\"name\":\"no\",\"enabled\":true,\"priority\":10,\"action\":\"Block\","
                                + "\"conditions\":{\"model\":[\"forbidden\"]}}");
        soon("a policy", () -> chat(nodes.second(), nodes.key(), "up/forbidden").status() == 403);

        var _ =
                post(
                        nodes.first(),
                        "provider-keys",
                        "{\"name\":\"new\",\"kind\":\"openai\",\"base_url\":\"%s\"}"
                                .formatted(nodes.upstream().baseUrl()));
        soon("a provider", () -> chat(nodes.second(), nodes.key(), "new/m").status() == 200);
    }

    private static Http.Answer post(AvowProcess node, String what, String body) {
        Http.Answer made = Http.post(node.url() + "/api/v1/" + what, nodes.admin(), body);
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
            AvowProcess node = i % 2 == 0 ? nodes.first() : nodes.second();
            String tag = "{\"name\":\"k" + i + "\",\"scopes\":[\"models\"]}";
            writers.add(Thread.ofVirtual().start(() -> post(node, "api-keys", tag)));
        }
        for (Thread each : writers) {
            each.join();
        }
        for (AvowProcess node : List.of(nodes.first(), nodes.second())) {
            Path export = nodes.shared().resolve("log.ndjson");
            Files.writeString(
                    export,
                    Http.get(node.url() + "/api/v1/audit-logs/export", nodes.admin()).body());
            assertThat(AvowHere.run(nodes.shared(), Map.of(), "verify", export.toString()).status())
                    .isZero();
        }
    }

    /** B11: as {@link BudgetTest} has it for one node. */
    @Test
    void budget_manyCallersOnTwoNodesOneOfWhichIsKilled_isNeverExceededAndNothingIsLost()
            throws Exception {
        try (HttpClient client = BudgetTest.client()) {
            BudgetTest.price(nodes.first(), nodes.admin());
            BudgetTest.budget(nodes.first(), nodes.admin(), "0.0001");
            Eventually.holds(
                    "both know", () -> BudgetTest.used(nodes.second(), nodes.admin()) == 0);
            long before = nodes.upstream().billed();
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
                                                number % 2 == 0 ? nodes.first() : nodes.second(),
                                                nodes.upstream(),
                                                number % 3 == 0 ? nodes.key() : nodes.admin(),
                                                number,
                                                statuses,
                                                codes)));
            }
            for (Thread each : callers) {
                each.join();
            }
            assertThat(nodes.upstream().billed() - before)
                    .isPositive()
                    .isLessThanOrEqualTo(BudgetTest.UNITS);
            assertThat(statuses.keySet()).contains(200, 429).isSubsetOf(200, 429, BudgetTest.LEFT);
            assertThat(codes).containsOnly("budget_exceeded");
            spendTheRest(client, nodes.second(), BudgetTest.UNITS + before);
            assertThat(call(client, nodes.first(), "m")).isEqualTo(429);

            // More to spend, and a node that dies while it spends.
            String id =
                    Http.get(nodes.first().url() + "/api/v1/budgets", nodes.admin())
                            .json()
                            .at("/items/0/id")
                            .asString();
            assertThat(
                            Http.patch(
                                            nodes.first().url() + "/api/v1/budgets/" + id,
                                            nodes.admin(),
                                            "{\"usd\":0.0002}")
                                    .status())
                    .isEqualTo(200);
            List<Thread> cutOff = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                String model = "slow-kill-" + i;
                cutOff.add(
                        Thread.ofVirtual()
                                .start(() -> tolerant(() -> call(client, nodes.second(), model))));
                Eventually.holds("it arrived", () -> nodes.upstream().hasArrived(model));
            }
            nodes.second().kill();
            for (Thread each : cutOff) {
                each.join();
            }
            spendTheRest(client, nodes.first(), 2 * BudgetTest.UNITS + before);
            assertThat(call(client, nodes.first(), "m")).isEqualTo(429);

            nodes.startSecond();
            for (AvowProcess node : List.of(nodes.first(), nodes.second())) {
                assertThat(BudgetTest.used(node, nodes.admin())).isEqualTo(2 * BudgetTest.UNITS);
                assertThat(call(client, node, "m")).isEqualTo(429);
            }
            assertThat(
                            Http.delete(
                                            nodes.first().url() + "/api/v1/budgets/" + id,
                                            nodes.admin())
                                    .status())
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
        for (int tries = 0; tries < 2_000 && nodes.upstream().billed() < until; tries++) {
            int _ = call(client, node, "m");
        }
        assertThat(nodes.upstream().billed()).isEqualTo(until);
    }

    private static int call(HttpClient client, AvowProcess node, String model) {
        return BudgetTest.call(client, node, nodes.key(), model, 1, false, () -> false).status();
    }

    @Test
    void start_withKeysOfItsOwn_isRefused() {
        try (TempHome other = TempHome.none()) {
            Map<String, String> settings = nodes.with();
            var _ = settings.remove("AVOW_KEYS_DIR");

            AvowProcess.Ended ended = AvowHere.run(other.path(), settings, "start");

            assertThat(ended.status()).isNotZero();
            assertThat(ended.err().strip())
                    .contains("AVOW_KEYS_DIR is not the folder that this database belongs to")
                    .doesNotContain("\n");
        }
    }
}
