package dev.avow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Measured MOST = measured(1_000);

    @Test
    void rate_share_isThatOfTheMost() {
        assertThat(Pace.share(0.7).rate("ferro", MOST)).isEqualTo(700);
        assertThat(Pace.share(0.7).rate("ferro", measured(0))).isEqualTo(1);
    }

    @Test
    void rate_fixed_isTheSameWhateverWasSeen() {
        Pace pace = Pace.fixed(20);
        pace.saw("ferro", 20, 0.1);

        assertThat(pace.rate("ferro", MOST)).isEqualTo(20);
    }

    @Test
    void rate_busy_goesToWhereTheMachineIsThatBusy() {
        Pace pace = Pace.busy(0.7);
        double rate = pace.rate("ferro", MOST);
        for (int step = 0; step < 20; step++) {
            pace.saw("ferro", rate, 0.3 + rate / 1_000); // 30 % for nothing
            rate = pace.rate("ferro", MOST);
        }

        assertThat(rate).isBetween(399.0, 401.0);
        assertThat(pace.rate("avow", MOST)).as("each has its own").isEqualTo(700);
    }

    /** One of a single thread was once sent more and more, until it answered after seconds. */
    @Test
    void rate_busyMachineOutOfReach_isTheShareOfItsOwnMost() {
        Pace pace = Pace.busy(0.7);
        pace.saw("litellm", 700, 0.5);

        assertThat(pace.rate("litellm", MOST)).isEqualTo(700);
    }

    private static Measured measured(long answers) {
        return new Measured(answers, 0, Map.of(), 1, new Histogram(2), new Histogram(2));
    }
}
