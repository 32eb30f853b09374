package dev.avow.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateWindowTest {

    private final RateWindow window = new RateWindow();

    @Test
    void tryAdd_atRandomMoments_neverLetsMoreThanTheLimitIntoAnySixtySeconds() {
        Random random = new Random(7);
        List<Long> let = new ArrayList<>();
        long now = 1_000;
        for (int i = 0; i < 5_000; i++) {
            now += random.nextInt(3);
            if (window.tryAdd(now, 1, 25) == 0) {
                let.add(now);
            }
        }

        assertThat(let).hasSizeGreaterThan(1_000);
        for (int i = 0; i + 25 < let.size(); i++) {
            assertThat(let.get(i + 25) - let.get(i)).isGreaterThan(60);
        }
    }

    @Test
    void tryAdd_whereThereIsNoRoom_saysWhenThereWillBe() {
        assertThat(window.tryAdd(100, 2, 3)).isZero();
        assertThat(window.tryAdd(130, 1, 3)).isZero();

        int wait = window.tryAdd(140, 2, 3);

        assertThat(wait).isEqualTo(21);
        assertThat(window.tryAdd(140 + wait - 1, 2, 3)).isPositive();
        assertThat(window.tryAdd(140 + wait, 2, 3)).isZero();
    }

    @Test
    void tryAdd_moreThanEverFits_isNever() {
        assertThat(window.tryAdd(100, 4, 3)).isEqualTo(RateWindow.NEVER);
    }

    @Test
    void correct_whatCameToLess_makesRoom() {
        assertThat(window.tryAdd(100, 10, 10)).isZero();
        window.correct(100, -9);

        assertThat(window.tryAdd(101, 9, 10)).isZero();
        assertThat(window.tryAdd(101, 1, 10)).isPositive();
    }
}
