package dev.avow.auditor;

import dev.avow.disk.PrivateFiles;
import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.Hash;
import dev.avow.merkle.SignedNote;
import dev.avow.merkle.Tile;
import dev.avow.merkle.TileTree;
import dev.avow.merkle.VerifierKey;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An audit log as tiles in a folder, as C2SP's {@code tlog-tiles} lays them out, with its {@code
 * checkpoint}; a static web server can serve it as it is. For one thread.
 */
final class TileFolder {

    private static final String CHECKPOINT = "checkpoint";
    private static final String KEY = "verifier-key";

    /**
     * What was proven.
     *
     * @param checkpoint of the whole log
     * @param bundles whose entries are those of the tree
     * @param missing bundles that are not there, since entries in them were closed
     */
    record Proven(Checkpoint checkpoint, int bundles, int missing) {}

    private final Path folder;

    TileFolder(Path folder) {
        this.folder = folder;
    }

    /** The signed note that was kept last; null for none. */
    @Nullable String checkpoint() {
        return text(CHECKPOINT);
    }

    /** The verifier key that was kept; empty for none. */
    Optional<VerifierKey> key() {
        return Optional.ofNullable(text(KEY)).flatMap(text -> VerifierKey.parse(text.strip()));
    }

    private @Nullable String text(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keeps what was proven. */
    void keep(String note, VerifierKey key) throws IOException {
        PrivateFiles.replace(folder.resolve(KEY), bytes(key.text() + "\n"));
        PrivateFiles.replace(folder.resolve(CHECKPOINT), bytes(note));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    boolean has(Tile tile) {
        return Files.exists(folder.resolve(tile.path()));
    }

    void write(Tile tile, byte[] content) throws IOException {
        PrivateFiles.replace(folder.resolve(tile.path()), content);
    }

    /** A tile, also where it has grown since. */
    private Optional<byte[]> read(Tile tile) {
        try {
            Path file = folder.resolve(tile.path());
            if (Files.exists(file)) {
                return Optional.of(Files.readAllBytes(file));
            }
            if (tile.isBundle()) {
                return Optional.empty();
            }
            for (int width = Tile.WIDTH; width > tile.width(); width--) {
                Path wider = folder.resolve(new Tile(tile.level(), tile.index(), width).path());
                if (Files.exists(wider)) {
                    return Optional.of(
                            Arrays.copyOf(Files.readAllBytes(wider), tile.width() * Hash.BYTES));
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a tile cannot be read", unreadable);
        }
    }

    /** What a signed note says, by this key. */
    static Checkpoint signed(@Nullable String note, VerifierKey key) {
        return Optional.ofNullable(note)
                .flatMap(each -> SignedNote.verified(each, key))
                .flatMap(Checkpoint::parse)
                .filter(checkpoint -> checkpoint.origin().equals(key.name()))
                .orElseThrow(() -> failed("a checkpoint is not signed by the key " + key.text()));
    }

    /**
     * Holds every tile and bundle against a checkpoint.
     *
     * @param earlier a checkpoint that the log must continue; null for none
     */
    Proven prove(Checkpoint signed, @Nullable Checkpoint earlier) {
        try {
            TileTree tree = new TileTree(this::read, signed.size());
            if (!tree.root().equals(signed.root())) {
                throw failed("the tiles are not those that the checkpoint was signed of");
            }
            if (earlier != null && earlier.size() > signed.size()) {
                throw failed("the log is shorter than the earlier checkpoint says");
            }
            if (earlier != null
                    && !new TileTree(this::read, earlier.size()).root().equals(earlier.root())) {
                throw failed(
                        "the first " + earlier.size() + " entries are not those of the checkpoint");
            }
            return proven(tree, signed);
        } catch (TileTree.Broken broken) {
            throw failed(broken.getMessage());
        }
    }

    private Proven proven(TileTree tree, Checkpoint signed) throws TileTree.Broken {
        List<Tile> bundles = new ArrayList<>();
        List<Tile> tiles = new ArrayList<>();
        Tile.ofTree(signed.size(), each -> (each.isBundle() ? bundles : tiles).add(each));
        for (Tile each : tiles) {
            tree.requireInPlace(each);
        }
        int missing = 0;
        for (Tile each : bundles) {
            Optional<byte[]> bytes = read(each);
            if (bytes.isPresent()) {
                tree.requireEntries(each, bytes.get());
            } else {
                missing++;
            }
        }
        return new Proven(signed, bundles.size() - missing, missing);
    }

    /** One line for whoever asked. */
    static void print(PrintStream out, Proven proven) {
        out.println(
                "proven: "
                        + proven.checkpoint().size()
                        + " entries of "
                        + proven.checkpoint().origin()
                        + ", with the entries of "
                        + proven.bundles()
                        + " bundles"
                        + (proven.missing() == 0
                                ? ""
                                : "; "
                                        + proven.missing()
                                        + " bundles are not there, since entries in them were"
                                        + " closed"));
        out.println("root " + proven.checkpoint().root().base64());
    }

    private static RuntimeException failed(@Nullable String why) {
        return Fault.of(FaultCode.INVALID_VALUE, "it does not prove: " + why).asException();
    }
}
