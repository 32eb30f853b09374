package dev.avow.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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

    /** The same proofs in one pass, also where leaves are gone that need not be divided. */
    @Test
    void rangeRoots_ofAProof_areThoseOfTheProofOverAllLeaves() {
        for (int size = 1; size <= LEAVES.size(); size++) {
            List<Hash> tree = LEAVES.subList(0, size);
            for (int at = 0; at < size; at++) {
                assertThat(roots(Proofs.inclusionRanges(at, size), tree, 0))
                        .contains(Proofs.inclusion(at, tree));
                if (at > 0) {
                    assertThat(roots(Proofs.inclusionRanges(at, size), tree, at))
                            .contains(Proofs.inclusion(at, tree));
                    assertThat(roots(Proofs.consistencyRanges(at, size), tree, at))
                            .contains(Proofs.consistency(at, tree));
                }
            }
        }
        assertThat(roots(Proofs.consistencyRanges(5, 12), LEAVES.subList(0, 12), 8)).isEmpty();
    }

    private static Optional<List<Hash>> roots(
            List<RangeRoots.Range> ranges, List<Hash> leaves, int closed) {
        RangeRoots roots = new RangeRoots(ranges);
        if (closed > 0) {
            roots.add(CompactRange.of(0, leaves.subList(0, closed)));
        }
        leaves.subList(closed, leaves.size()).forEach(roots::add);
        return roots.roots();
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
