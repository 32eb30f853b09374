package dev.avow.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T1: trees and proofs are RFC 6962's, by the test vectors of Certificate Transparency. */
final class Rfc6962Test {

    private static final HexFormat HEX = HexFormat.of();
    private static final List<Hash> LEAVES =
            List.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .stream()
                    .map(hex -> Hash.ofLeaf(HEX.parseHex(hex)))
                    .toList();

    private static Hash hash(String hex) {
        return Hash.of(HEX.parseHex(hex));
    }

    private static Frontier grown(List<Hash> leaves) {
        Frontier tree = Frontier.EMPTY;
        for (Hash leaf : leaves) {
            tree = tree.plus(leaf);
        }
        return tree;
    }

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    })
    void root_ofTheFirstLeaves_isThePublishedOne(int size, String root) {
        assertThat(Proofs.root(LEAVES.subList(0, size))).isEqualTo(hash(root));
        assertThat(grown(LEAVES.subList(0, size)).root()).isEqualTo(hash(root));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 "
                + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                + "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "5, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b "
                + "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 "
                + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    })
    void inclusion_inEight_isThePublishedPath(int index, String path) {
        assertThat(Proofs.inclusion(index, LEAVES)).isEqualTo(hashes(path));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 "
                + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                + "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "6, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a "
                + "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 "
                + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    })
    void consistency_withEight_isThePublishedProof(int first, String proof) {
        assertThat(Proofs.consistency(first, LEAVES)).isEqualTo(hashes(proof));
    }

    private static List<Hash> hashes(String hex) {
        return Arrays.stream(hex.split(" ")).map(Rfc6962Test::hash).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 32, 33})
    void proofs_ofEveryLeafAndEveryEarlierTree_hold(int size) {
        List<Hash> leaves = numbered(size);
        Hash root = Proofs.root(leaves);
        for (int i = 0; i < size; i++) {
            List<Hash> path = Proofs.inclusion(i, leaves);
            assertThat(Proofs.isIncluded(leaves.get(i), i, size, path, root)).isTrue();
            List<Hash> earlier = leaves.subList(0, i + 1);
            assertThat(
                            Proofs.isContinued(
                                    i + 1,
                                    Proofs.root(earlier),
                                    size,
                                    root,
                                    Proofs.consistency(i + 1, leaves)))
                    .isTrue();
        }
    }

    @Test
    void proofs_forAnythingElse_fail() {
        List<Hash> leaves = numbered(13);
        Hash root = Proofs.root(leaves);
        List<Hash> path = Proofs.inclusion(5, leaves);
        List<Hash> proof = Proofs.consistency(6, leaves);
        Hash earlier = Proofs.root(leaves.subList(0, 6));
        Hash leaf = leaves.get(5);
        assertThat(Proofs.isIncluded(leaf, 4, 13, path, root)).isFalse();
        assertThat(Proofs.isIncluded(leaf, 5, 12, path.subList(1, 4), root)).isFalse();
        assertThat(Proofs.isIncluded(leaves.get(6), 5, 13, path, root)).isFalse();
        assertThat(Proofs.isIncluded(leaf, 13, 13, path, root)).isFalse();
        assertThat(Proofs.isContinued(6, root, 13, root, proof)).isFalse();
        assertThat(Proofs.isContinued(5, earlier, 13, root, proof)).isFalse();
        assertThat(Proofs.isContinued(6, earlier, 13, earlier, proof)).isFalse();
        assertThat(Proofs.isContinued(6, earlier, 13, root, proof.subList(0, 2))).isFalse();
        List<Hash> longer = new ArrayList<>(path);
        longer.add(root);
        assertThat(Proofs.isIncluded(leaf, 5, 13, longer, root)).isFalse();
    }

    @Test
    void frontier_keptAndReadAgain_growsOn() {
        List<Hash> leaves = numbered(100);
        Frontier tree = Frontier.EMPTY;
        for (Hash leaf : leaves) {
            tree = Frontier.of(tree.size(), tree.peaks()).plus(leaf);
        }
        assertThat(tree.root()).isEqualTo(Proofs.root(leaves));
    }

    private static List<Hash> numbered(int count) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(Hash.ofLeaf(new byte[] {(byte) i}));
        }
        return leaves;
    }
}
