package dev.avow.detector.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClustersTest {

    private static final Clusters CLUSTERS =
            new Clusters(
                    new int[] {
                        Clusters.key(Hash.word("alt"), false),
                        Clusters.key(Hash.word("Alt"), true),
                        Clusters.key(Hash.word("Merkel"), true),
                    },
                    new int[] {7, 40, 62_460});

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "small, alt, false, 7",
        "with a capital, alt, true, 40",
        "known with a capital alone, merkel, false, 62460",
        "known as it is, Merkel, true, 62460",
        "unknown, Zabel, true, 0",
    })
    void path(String reason, String word, boolean capital, int expected) {
        assertThat(CLUSTERS.path(Hash.word(word), capital)).as(reason).isEqualTo(expected);
    }
}
