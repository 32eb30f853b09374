package dev.avow.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CompactRangeTest {

    private static final List<Hash> LEAVES =
            IntStream.range(0, 40)
                    .mapToObj(n -> Hash.ofLeaf(("n" + n).getBytes(StandardCharsets.UTF_8)))
                    .toList();

    @Test
    void plus_anyRangeOfATree_givesTheRootOfAllLeaves() {
        for (int first = 0; first < LEAVES.size(); first++) {
            for (int next = first + 1; next <= LEAVES.size(); next++) {
                Frontier tree = leaves(Frontier.EMPTY, 0, first);
                tree = tree.plus(CompactRange.of(first, LEAVES.subList(first, next)));
                assertThat(tree.root()).isEqualTo(Proofs.root(LEAVES.subList(0, next)));
                tree = leaves(tree, next, LEAVES.size());
                assertThat(tree.root()).as(first + " to " + next).isEqualTo(Proofs.root(LEAVES));
            }
        }
    }

    private static Frontier leaves(Frontier tree, int from, int to) {
        Frontier grown = tree;
        for (Hash each : LEAVES.subList(from, to)) {
            grown = grown.plus(each);
        }
        return grown;
    }

    @Test
    void of_aFullSubtree_isOneRoot() {
        assertThat(CompactRange.of(16, LEAVES.subList(16, 32)).roots())
                .containsExactly(Proofs.root(LEAVES.subList(16, 32)));
        assertThat(CompactRange.of(0, LEAVES).roots()).hasSize(2);
        assertThat(CompactRange.of(3, LEAVES.subList(3, 8)).roots()).hasSize(2);
    }

    @Test
    void range_withTooFewRootsOrElsewhere_isRefused() {
        CompactRange range = CompactRange.of(3, LEAVES.subList(3, 8));

        assertThatThrownBy(() -> new CompactRange(3, 8, range.roots().subList(0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CompactRange(8, 8, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Frontier.EMPTY.plus(range))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
