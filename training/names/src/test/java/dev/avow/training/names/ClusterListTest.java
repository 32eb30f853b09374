package dev.avow.training.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.names.Clusters;
import dev.avow.detector.names.Hash;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ClusterListTest {

    private static final Map<Integer, Integer> PATHS = ClusterList.read();

    private static int path(String word) {
        return PATHS.getOrDefault(Clusters.key(Hash.word(word), true), 0);
    }

    @Test
    void read_familyNames_areInOneCluster() {
        assertThat(path("Steinmeier")).isPositive().isEqualTo(path("Rummenigge"));
    }

    @Test
    void read_nameAndNoun_areInTwo() {
        assertThat(path("Steinmeier")).isNotEqualTo(path("Haus"));
    }
}
