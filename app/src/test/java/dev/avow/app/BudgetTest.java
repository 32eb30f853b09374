package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A budget holds exactly, whoever calls at once, leaves early, or dies. One unit is a millionth of
 * a dollar, which is what one token of an answer costs here; prompts are free.
 */
final class BudgetTest {

    static final int UNITS = 100;
    static final int CALLERS = 200;
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void budget_manyCallersSomeOfWhomLeave_isNeverExceededAndNothingIsLost() throws Exception {
        try (TempHome home = TempHome.fresh();
                BillingUpstream upstream = BillingUpstream.start()) {
            String admin = home.newKey("admin,models");
            String key = home.newKey("models");
            home.newProvider("up", upstream.baseUrl());
            try (AvowHere avow = AvowHere.serve(home.path(), Map.of());
                    HttpClient client = client()) {
                price(avow, admin);
                budget(avow, admin, "0.0001");

                Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
                Set<String> codes = ConcurrentHashMap.newKeySet();
                List<Thread> callers = new ArrayList<>();
                for (int i = 0; i < CALLERS; i++) {
                    int number = i;
                    // No admin key passes by: it is the tenant's budget.
                    String his = number % 2 == 0 ? key : admin;
                    callers.add(
                            Thread.ofVirtual()
                                    .start(() ->
                                            callUntilRefused(
                                                    client, avow, upstream, his, number, statuses,
                                                    codes)));
                }
                for (Thread each : callers) {
                    each.join();
                }
                long afterTheRush = upstream.billed();
                assertThat(afterTheRush).isPositive().isLessThanOrEqualTo(UNITS);
                assertThat(statuses.keySet()).contains(200, 429).isSubsetOf(200, 429, LEFT);
                assertThat(codes).containsOnly("budget_exceeded");
                assertThat(statuses).as("%d requests", upstream.requests()).containsKey(LEFT);

                // What callers that took less than they might have gave back can be spent.
                for (int tries = 0; tries < 2_000 && upstream.billed() < UNITS; tries++) {
                    call(client, avow, key, "m", 1, false, () -> false);
                }
                assertThat(upstream.billed()).isEqualTo(UNITS);
                // Who left is noticed a moment later.
                Eventually.holds(
                        "every use has ended",
                        () -> interactions(avow, admin).stream().allMatch(BudgetTest::hasEnded));
                assertThat(used(avow, admin)).isEqualTo(UNITS);
                assertThat(call(client, avow, key, "m", 1, false, () -> false).status())
                        .isEqualTo(429);
                assertThat(recordedUnits(avow, admin)).isEqualTo(UNITS);
            }
            // Another process counts the same.
            try (AvowProcess again = AvowProcess.serve(home.path(), Map.of());
                    HttpClient client = client()) {
                assertThat(used(again, admin)).isEqualTo(UNITS);
                assertThat(call(client, again, key, "m", 1, false, () -> false).status())
                        .isEqualTo(429);
                assertThat(upstream.billed()).isEqualTo(UNITS);
            }
        }
    }

    @Test
    void budget_processKilledUnderLoad_countsEveryUseThatReachedTheProvider() {
        try (TempHome home = TempHome.fresh();
                SlowUpstream upstream = SlowUpstream.start(7)) {
            String key = home.newKey("admin,models");
            home.newProvider("up", upstream.baseUrl());
            AtomicInteger count = new AtomicInteger();
            for (int round = 0; round < 2; round++) {
                try (AvowProcess avow = AvowProcess.serve(home.path(), Map.of())) {
                    if (round == 0) {
                        price(avow, key);
                        budget(avow, key, "1000");
                    }
                    try (Load load = Load.start(avow.url(), key, count, 24)) {
                        int asked = upstream.asked().size();
                        Eventually.holds(
                                "requests flow", () -> upstream.asked().size() > asked + 40);
                        avow.kill();
                        load.stop();
                    }
                }
            }
            try (AvowHere last = AvowHere.serve(home.path(), Map.of())) {
                Set<String> recorded = new HashSet<>();
                long units = 0;
                for (JsonNode each : interactions(last, key)) {
                    assertThat(recorded.add(each.path("model").stringValue())).isTrue();
                    units += units(each.path("cost").decimalValue());
                }
                assertThat(recorded).containsAll(upstream.asked().keySet());
                // This provider tells no usage, so each use is charged its estimate.
                assertThat(units).isEqualTo(4_096L * recorded.size());
                assertThat(used(last, key)).isEqualTo(units);
            }
        }
    }

    /** Not a status of HTTP: the caller left before the answer. */
    static final int LEFT = 0;

    static void callUntilRefused(
            HttpClient client,
            Avow avow,
            BillingUpstream upstream,
            String key,
            int number,
            Map<Integer, Integer> statuses,
            Set<String> codes) {
        for (int n = 0; n < 40; n++) {
            boolean leaves = (number + n) % 5 == 0;
            String model = leaves ? "slow-" + number + "-" + n : "m";
            Called called =
                    call(
                            client,
                            avow,
                            key,
                            model,
                            1 + ThreadLocalRandom.current().nextInt(3),
                            number % 3 == 0,
                            leaves ? () -> upstream.hasArrived(model) : () -> false);
            statuses.merge(called.status(), 1, Integer::sum);
            if (called.status() == 429) {
                codes.add(code(called));
                return;
            }
        }
    }

    record Called(int status, String body) {}

    /** The code of a refusal. */
    static String code(Called called) {
        return JSON.readTree(called.body()).at("/error/code").asString();
    }

    static Called call(
            HttpClient client,
            Avow avow,
            String key,
            String model,
            int most,
            boolean streamed,
            BooleanSupplier leaveWhen) {
        String body =
                """
                {"model":"up/%s","max_tokens":%d,"stream":%s,
                 "messages":[{"role":"user","content":"Hello"}]}
                """
                        .formatted(model, most, streamed);
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(
                        HttpRequest.newBuilder(URI.create(avow.url() + "/v1/chat/completions"))
                                .header("Authorization", "Bearer " + key)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        try {
            while (!answer.isDone() && !leaveWhen.getAsBoolean()) {
                LockSupport.parkNanos(5_000_000);
            }
            if (!answer.isDone()) {
                answer.cancel(true);
                return new Called(LEFT, "");
            }
            return new Called(answer.get().statusCode(), answer.get().body());
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError("no answer came", failed);
        }
    }

    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    static void price(Avow avow, String admin) {
        created(
                avow,
                admin,
                "prices",
                """
                {"provider":"up","model":"*","input":0,"output":1,"source":"a test"}
                """);
    }

    static void budget(Avow avow, String admin, String usd) {
        created(
                avow,
                admin,
                "budgets",
                "{\"level\":\"tenant\",\"period\":\"month\",\"usd\":" + usd + "}");
    }

    private static void created(Avow avow, String admin, String what, String body) {
        Http.Answer made = Http.post(avow.url() + "/api/v1/" + what, admin, body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    /** As the budget says, once all that was cancelled has been noticed. */
    static long used(Avow avow, String admin) {
        JsonNode budget =
                Http.get(avow.url() + "/api/v1/budgets", admin).json().path("items").path(0);
        return units(budget.path("usd_used").decimalValue());
    }

    static boolean hasEnded(JsonNode interaction) {
        return !interaction.path("status").asString().equals("started");
    }

    static long recordedUnits(Avow avow, String admin) {
        long units = 0;
        for (JsonNode each : interactions(avow, admin)) {
            units += units(each.path("cost").decimalValue());
        }
        return units;
    }

    static List<JsonNode> interactions(Avow avow, String key) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    Http.get(avow.url() + "/api/v1/interactions?limit=200" + cursor, key).json();
            page.path("items").forEach(all::add);
            JsonNode next = page.path("next_cursor");
            cursor = next.isString() ? "&cursor=" + next.stringValue() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private static long units(BigDecimal usd) {
        return usd.movePointRight(6).longValueExact();
    }
}
