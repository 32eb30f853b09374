package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Two nodes whose database is away for some seconds while requests under a budget come. */
final class NodesOutageTest {

    private static final int CALLERS = 8;
    private static final long AWAY_NANOS = 3_000_000_000L;

    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ended = new AtomicBoolean();

    /** B11: nothing is asked that was not counted, and both nodes go on by themselves. */
    @Test
    void budget_databaseAwayUnderLoad_isNeverExceededAndBothNodesGoOn() throws Exception {
        try (TwoNodes nodes = TwoNodes.start();
                HttpClient client = BudgetTest.client()) {
            BudgetTest.price(nodes.first(), nodes.admin());
            BudgetTest.budget(nodes.first(), nodes.admin(), "1");
            List<AvowProcess> both = List.of(nodes.first(), nodes.second());
            for (AvowProcess node : both) {
                Eventually.holds("it knows", () -> used(nodes, node) == 0);
            }
            List<Thread> callers = load(nodes, client, both);
            Eventually.holds("both answer", () -> answered() > 10 * CALLERS);

            nodes.database()
                    .beAwayFor(() -> {
                        statuses.clear();
                        LockSupport.parkNanos(AWAY_NANOS);
                    });
            for (AvowProcess node : both) {
                Eventually.holds("it goes on", () -> call(nodes, client, node) == 200);
            }
            ended.set(true);
            for (Thread each : callers) {
                each.join();
            }
            assertThat(statuses.keySet())
                    .as("%s%s", nodes.first().err(), nodes.second().err())
                    .contains(503)
                    .isSubsetOf(200, 503);
            assertThat(codes).isSubsetOf("store_unavailable", "record_unavailable");

            // What is left can be spent to the last unit, and not beyond.
            long used = settled(nodes, both);
            assertThat(nodes.upstream().billed()).isLessThanOrEqualTo(used);
            limit(nodes, used + 20);
            Eventually.holds(
                    "all of it is spent",
                    () ->
                            both.stream().allMatch(node -> call(nodes, client, node) == 429)
                                    && both.stream()
                                            .allMatch(node -> used(nodes, node) == used + 20));
            assertThat(nodes.upstream().billed()).isLessThanOrEqualTo(used + 20);
        }
    }

    private static long used(TwoNodes nodes, AvowProcess node) {
        return BudgetTest.used(node, nodes.admin());
    }

    private int answered() {
        return statuses.getOrDefault(200, 0);
    }

    private List<Thread> load(TwoNodes nodes, HttpClient client, List<AvowProcess> both) {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            AvowProcess node = both.get(i % 2);
            callers.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                while (!ended.get()) {
                                    BudgetTest.Called called =
                                            BudgetTest.call(
                                                    client,
                                                    node,
                                                    nodes.key(),
                                                    "m",
                                                    3,
                                                    false,
                                                    () -> false);
                                    statuses.merge(called.status(), 1, Integer::sum);
                                    if (called.status() != 200) {
                                        codes.add(BudgetTest.code(called));
                                    }
                                }
                            }));
        }
        return callers;
    }

    private static int call(TwoNodes nodes, HttpClient client, AvowProcess node) {
        return BudgetTest.call(client, node, nodes.key(), "m", 1, false, () -> false).status();
    }

    /** What both say that was used, once they say the same twice. */
    private static long settled(TwoNodes nodes, List<AvowProcess> both) {
        long[] last = {-1};
        Eventually.holds(
                "what was used is settled",
                () -> {
                    long before = last[0];
                    last[0] = used(nodes, both.getFirst());
                    LockSupport.parkNanos(1_200_000_000L);
                    return before == last[0] && used(nodes, both.getLast()) == before;
                });
        return last[0];
    }

    private static void limit(TwoNodes nodes, long units) {
        String budgets = nodes.first().url() + "/api/v1/budgets";
        String id = Http.get(budgets, nodes.admin()).json().at("/items/0/id").asString();
        assertThat(
                        Http.patch(
                                        budgets + "/" + id,
                                        nodes.admin(),
                                        "{\"usd\":%s}"
                                                .formatted(
                                                        BigDecimal.valueOf(units, 6)
                                                                .toPlainString()))
                                .status())
                .isEqualTo(200);
    }
}
