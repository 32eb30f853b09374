package dev.avow.training.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.names.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SwappedTest {

    private final Swapped swapped = new Swapped(Lists.load(), 7);

    @Test
    void of_person_isAnotherInTheSameSentence() {
        Example known =
                new Example(
                        "Please ask Laura Bennett about it.",
                        List.of(new Example.Label(11, 24, Tag.PERSON)));
        Example other = swapped.of(List.of(known), "en").getFirst();
        assertThat(other.text()).startsWith("Please ask ").endsWith(" about it.");
        assertThat(other.text()).doesNotContain("Laura Bennett");
        assertThat(other.labels())
                .containsExactly(new Example.Label(11, other.text().length() - 10, Tag.PERSON));
    }

    @Test
    void of_nothingToSwap_isLeftOut() {
        Example plain = new Example("Nobody is here.", List.of());
        assertThat(swapped.of(List.of(plain), "en")).isEmpty();
    }
}
