package dev.avow.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RouteOrderTest {

    private static final int DRAWS = 20_000;

    private final Random random = new Random(42);

    private static RouteTarget target(String model, int weight, int priority) {
        return new RouteTarget("p", model, weight, priority);
    }

    private List<String> draw(List<RouteTarget> targets) {
        return RouteOrder.draw(targets, random::nextDouble).stream()
                .map(RouteTarget::model)
                .toList();
    }

    @Test
    void draw_severalWeights_putsEachFirstAsOftenAsItsWeightSays() {
        List<RouteTarget> targets =
                List.of(target("a", 7, 1), target("b", 2, 1), target("c", 1, 1));
        Map<String, Integer> firsts = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            firsts.merge(draw(targets).getFirst(), 1, Integer::sum);
        }

        assertThat(share(firsts, "a")).isCloseTo(0.7, within(0.02));
        assertThat(share(firsts, "b")).isCloseTo(0.2, within(0.02));
        assertThat(share(firsts, "c")).isCloseTo(0.1, within(0.02));
    }

    private static double share(Map<String, Integer> firsts, String model) {
        return firsts.getOrDefault(model, 0) / (double) DRAWS;
    }

    @Test
    void draw_severalPriorities_neverPutsALaterOneBeforeAnEarlier() {
        List<RouteTarget> targets =
                List.of(
                        target("last", 1_000_000, 3),
                        target("b", 1, 1),
                        target("mid", 9, 2),
                        target("a", 1, 1));
        for (int i = 0; i < 200; i++) {
            List<String> order = draw(targets);

            assertThat(order.subList(0, 2)).containsExactlyInAnyOrder("a", "b");
            assertThat(order.subList(2, 4)).containsExactly("mid", "last");
        }
    }

    @Test
    void draw_sameChance_isTheSameOrder() {
        List<RouteTarget> targets = List.of(target("a", 1, 1), target("b", 1, 1));

        assertThat(RouteOrder.draw(targets, new Random(7)::nextDouble))
                .isEqualTo(RouteOrder.draw(targets, new Random(7)::nextDouble));
    }
}
