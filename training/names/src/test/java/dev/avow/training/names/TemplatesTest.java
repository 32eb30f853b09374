package dev.avow.training.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TemplatesTest {

    private static final Lists LISTS = Lists.load();

    @Test
    void all_sameSeed_givesTheSameTexts() {
        List<Example> once = new Templates(LISTS, 7).all(1);
        assertThat(new Templates(LISTS, 7).all(1)).isEqualTo(once);
        assertThat(new Templates(LISTS, 8).all(1)).isNotEqualTo(once);
    }

    @Test
    void all_labels_areInBoundsAndOrdered() {
        for (Example example : new Templates(LISTS, 7).all(1)) {
            int end = 0;
            for (Example.Label label : example.labels()) {
                assertThat(label.start()).isGreaterThanOrEqualTo(end);
                assertThat(label.end()).isBetween(label.start() + 1, example.text().length());
                end = label.end();
            }
        }
    }
}
