package dev.avow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final Offset<Double> NEAR = within(0.01);

    @Test
    void of_threeRounds_takesMediansAndAddsFailures() {
        List<Round> rounds = List.of(round(10, 5), round(90, 9), round(20, 7));

        Row row = Row.of("json", "ferro", rounds);

        assertThat(row.cpuMicros()).isCloseTo(20, NEAR);
        assertThat(row.addedP50()).isCloseTo(6, NEAR);
        assertThat(row.failed()).containsExactly(Map.entry("status 500", 6L));
        assertThat(row.sawValues()).isCloseTo(0.5, NEAR);
    }

    @Test
    void median_evenNumberOfRounds_isTheMiddle() {
        List<Round> rounds = List.of(round(10, 5), round(90, 9));

        assertThat(Row.median(rounds, Round::cpuMicros)).isCloseTo(50, NEAR);
    }

    private static Round round(double cpuMicros, long steadyMillis) {
        return new Round(
                measured(1),
                cpuMicros * 4 / 1e6,
                measured(steadyMillis),
                630,
                0.7,
                measured(1),
                40,
                new UpstreamStats(8, 0, 4, 2));
    }

    private static Measured measured(long millis) {
        Tally tally = new Tally();
        for (long one : Arrays.asList(millis, millis, millis, millis)) {
            tally.answered(one * 1_000_000, one * 1_000_000, false);
        }
        tally.failed("status 500");
        return tally.over(1_000_000_000);
    }
}
