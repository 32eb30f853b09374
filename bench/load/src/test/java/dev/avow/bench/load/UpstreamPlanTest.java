package dev.avow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamPlanTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/chat/completions, 0, 0, 50",
        "/d200/v1/chat/completions, 200, 0, 50",
        "/d200p4/v1/models, 200, 4, 50",
        "/d0p5000n40/v1/chat/completions, 0, 5000, 40",
        "/d0n0/v1, 0, 0, 1",
        "/drip/v1, 0, 0, 50",
        "/d9999999/v1, 0, 0, 50",
    })
    void of_path_readsThePlan(String path, long delay, long pace, int chunks) {
        assertThat(UpstreamPlan.of(path)).isEqualTo(new UpstreamPlan(delay, pace, chunks));
    }

    @Test
    void prefix_anyPlan_isReadBack() {
        UpstreamPlan plan = new UpstreamPlan(7, 8, 9);

        assertThat(UpstreamPlan.of(plan.prefix() + "/v1/chat/completions")).isEqualTo(plan);
        assertThat(UpstreamPlan.AT_ONCE.prefix()).isEmpty();
    }
}
