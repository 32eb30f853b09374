package dev.avow.training.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SplitTest {

    private static final List<Example> TEN =
            IntStream.range(0, 10).mapToObj(i -> new Example("text " + i, List.of())).toList();

    @Test
    void of_withTuning_keepsTwoFifthsApart() {
        Split split = Split.of(TEN, 1, true);
        assertThat(split.training()).hasSize(6);
        assertThat(split.tuning()).containsExactly(TEN.get(3), TEN.get(8));
        assertThat(split.last()).containsExactly(TEN.get(4), TEN.get(9));
    }

    @Test
    void of_blocks_keepsNeighboursTogether() {
        Split split = Split.of(TEN, 2, false);
        assertThat(split.tuning()).isEmpty();
        assertThat(split.last()).containsExactly(TEN.get(8), TEN.get(9));
    }
}
