package dev.avow.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T1: tiles are those of C2SP's tlog-tiles, and make up the tree again. */
final class TileTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1234067, 256, tile/0/x001/x234/067, the specification's own example",
        "0, 273, 112, tile/0/273.p/112, partial of a tree of 70000",
        "2, 0, 1, tile/2/000.p/1, its top",
        "-1, 1000, 256, tile/entries/x001/000, a bundle",
    })
    void path_isTheSpecifications(int level, long index, int width, String path, String why) {
        Tile tile = new Tile(level, index, width);

        assertThat(tile.path()).as(why).isEqualTo(path);
        assertThat(Tile.parse(path)).contains(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/67",
                "tile/00/067",
                "tile/7/067",
                "tile/0/x000/067",
                "tile/0/001/067",
                "tile/0/x001",
                "tile/0/067.p/0",
                "tile/0/067.p/01",
                "tile/0/067.p/256",
                "tile/0/x001/x002/x003/004",
                "tile/6/127",
                "tile/0/067/",
                "tile/0/-01",
                "tile/entry/067"
            })
    void parse_ofWhatNamesNone_isEmpty(String path) {
        assertThat(Tile.parse(path)).isEmpty();
    }

    /** The tree of 70,000 leaves that the specification counts the tiles of. */
    @Test
    void ofTree_ofSeventyThousand_areTheSpecificationsTiles() {
        List<Tile> tiles = new ArrayList<>();
        Tile.ofTree(70_000, tiles::add);

        assertThat(tiles.stream().filter(tile -> tile.level() == 0)).hasSize(274);
        assertThat(tiles.stream().filter(tile -> tile.level() == 1 && tile.width() == 256))
                .hasSize(1);
        assertThat(tiles)
                .contains(
                        new Tile(0, 273, 112),
                        new Tile(1, 1, 17),
                        new Tile(2, 0, 1),
                        new Tile(Tile.ENTRIES, 273, 112));
        assertThat(tiles).hasSize(2 * 274 + 2 + 1);

        List<Tile> least = new ArrayList<>();
        Tile.ofTree(256, least::add);
        assertThat(least)
                .containsExactly(
                        new Tile(Tile.ENTRIES, 0, 256), new Tile(0, 0, 256), new Tile(1, 0, 1));
    }

    private static byte[] entry(int number) {
        return ("entry " + number).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Made as the specification defines them, each hash from its leaves. */
    private static Map<Tile, byte[]> tiles(int size) {
        List<Hash> leaves = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            leaves.add(Hash.ofLeaf(entry(n)));
        }
        Map<Tile, byte[]> tiles = new HashMap<>();
        Tile.ofTree(
                size,
                tile -> {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    for (int at = 0; at < tile.width(); at++) {
                        int first = (int) (tile.first() + at * tile.leavesOfOne());
                        if (tile.isBundle()) {
                            byte[] entry = entry(first);
                            bytes.writeBytes(
                                    ByteBuffer.allocate(2).putShort((short) entry.length).array());
                            bytes.writeBytes(entry);
                        } else {
                            int next = first + (int) tile.leavesOfOne();
                            bytes.writeBytes(Proofs.root(leaves.subList(first, next)).bytes());
                        }
                    }
                    tiles.put(tile, bytes.toByteArray());
                });
        return tiles;
    }

    private static Hash root(int size) {
        Frontier tree = Frontier.EMPTY;
        for (int n = 0; n < size; n++) {
            tree = tree.plus(Hash.ofLeaf(entry(n)));
        }
        return tree.root();
    }

    private static void check(Map<Tile, byte[]> tiles, int size) throws TileTree.Broken {
        TileTree tree = new TileTree(tile -> Optional.ofNullable(tiles.get(tile)), size);
        assertThat(tree.root()).isEqualTo(root(size));
        for (Map.Entry<Tile, byte[]> each : tiles.entrySet()) {
            if (each.getKey().isBundle()) {
                tree.requireEntries(each.getKey(), each.getValue());
            } else {
                tree.requireInPlace(each.getKey());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 1_000, 65_535, 65_536, 66_000})
    void T1_root_ofTilesAlone_isTheTreesRoot(int size) throws TileTree.Broken {
        check(tiles(size), size);
    }

    @Test
    void T1_tiles_alteredMissingOrCutOff_areNamed() {
        Map<Tile, byte[]> whole = tiles(600);
        for (Map.Entry<Tile, byte[]> each : whole.entrySet()) {
            Tile tile = each.getKey();
            Map<Tile, byte[]> altered = new HashMap<>(whole);
            byte[] other = each.getValue().clone();
            other[other.length - 1] ^= 1;
            altered.put(tile, other);
            assertThatThrownBy(() -> check(altered, 600))
                    .isInstanceOfAny(TileTree.Broken.class, AssertionError.class);

            altered.put(tile, java.util.Arrays.copyOf(other, other.length - 1));
            assertThatThrownBy(() -> check(altered, 600))
                    .isInstanceOf(TileTree.Broken.class)
                    .hasMessageContaining(tile.path());

            altered.remove(tile);
            if (!tile.isBundle()) {
                assertThatThrownBy(() -> check(altered, 600))
                        .isInstanceOf(TileTree.Broken.class)
                        .hasMessageContaining(tile.path());
            }
        }
    }
}
