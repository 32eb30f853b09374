package dev.avow.prove;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.SignedNote;
import dev.avow.merkle.Tile;
import dev.avow.merkle.TileTree;
import dev.avow.retain.Profile;
import dev.avow.retain.Schedule;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T1: the log as tiles, which make up the signed checkpoint's root with nothing else. */
final class AuditTilesTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Instant DAY = Instant.parse("2025-03-01T00:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final UUID ada = Ids.next();
    private Instant now = DAY;

    @TempDir private @Nullable Path folder;

    private final StoredAuditLog log =
            new StoredAuditLog(database.tenancy(), database.keyring(), () -> now, false);

    @AfterEach
    void close() {
        database.close();
    }

    private void append(int entries) {
        for (int n = 0; n < entries; n++) {
            now = now.plusSeconds(1);
            log.append(
                    new Actor(TENANT, ada, "ada@example.org", "203.0.113.7", null),
                    new AuditEntry("policy_updated", "policy", "p" + n, null, Map.of("n", n)));
        }
    }

    private Checkpoints checkpoints() {
        return new Checkpoints(
                database.tenancy(),
                database.keyring(),
                new FileWitness(Objects.requireNonNull(folder).resolve("witness")));
    }

    private AuditTiles tiles() {
        return new AuditTiles(database.tenancy(), database.keyring(), checkpoints());
    }

    /** What the log's key has signed, as somebody outside reads it. */
    private Checkpoint signed() {
        Checkpoints.Signed signed = checkpoints().sign(TENANT);
        return Checkpoint.parse(SignedNote.verified(signed.note(), signed.key()).orElseThrow())
                .orElseThrow();
    }

    /** How many bundles are there, after all that is there was held against the checkpoint. */
    private int proven() throws TileTree.Broken {
        Checkpoint signed = signed();
        AuditTiles tiles = tiles();
        TileTree tree = new TileTree(tile -> tiles.read(TENANT, tile), signed.size());
        assertThat(tree.root()).isEqualTo(signed.root());
        List<Tile> all = new ArrayList<>();
        Tile.ofTree(signed.size(), all::add);
        int bundles = 0;
        for (Tile each : all) {
            Optional<byte[]> bytes = tiles.read(TENANT, each);
            if (!each.isBundle()) {
                tree.requireInPlace(each);
            } else if (bytes.isPresent()) {
                tree.requireEntries(each, bytes.get());
                bundles++;
            }
        }
        return bundles;
    }

    @Test
    void T1_tiles_ofEachSize_makeUpTheSignedRoot() throws TileTree.Broken {
        append(255);
        assertThat(proven()).isEqualTo(1);
        append(1);
        assertThat(proven()).isEqualTo(1);
        append(300);
        assertThat(proven()).isEqualTo(3);

        AuditTiles tiles = tiles();
        assertThat(tiles.read(TENANT, new Tile(0, 2, 44))).isPresent();
        assertThat(tiles.read(TENANT, new Tile(0, 2, 43)).orElseThrow()).hasSize(43 * 32);
        assertThat(tiles.read(TENANT, new Tile(0, 2, 45))).isEmpty();
        assertThat(tiles.read(TENANT, new Tile(1, 0, 3))).isEmpty();
    }

    @Test
    void T1_bundles_holdNoSealedValue_andProveAfterAnErasure() throws TileTree.Broken {
        append(3);
        byte[] before = tiles().read(TENANT, new Tile(Tile.ENTRIES, 0, 3)).orElseThrow();
        assertThat(new String(before, UTF_8))
                .contains("policy_updated", ada.toString())
                .doesNotContain("ada@example.org", "203.0.113");

        database.keyring().subjects().destroy(TENANT, ada);

        assertThat(tiles().read(TENANT, new Tile(Tile.ENTRIES, 0, 3))).contains(before);
        assertThat(proven()).isEqualTo(1);
    }

    private void closeAll() {
        new AuditClosing(
                        database.tenancy(),
                        database.keyring(),
                        checkpoints(),
                        Schedule.of(Profile.GOVERNANCE),
                        InstantSource.fixed(now.plus(Duration.ofDays(366))),
                        100)
                .run(TENANT, () -> true);
    }

    @Test
    void R1_T1_tilesOfClosedEntries_stayAndTheirBundlesGo() throws TileTree.Broken {
        append(300);
        byte[] before = tiles().read(TENANT, new Tile(0, 0, 256)).orElseThrow();
        closeAll();
        now = now.plus(Duration.ofDays(400));
        append(260);

        assertThat(tiles().read(TENANT, new Tile(0, 0, 256))).contains(before);
        assertThat(tiles().read(TENANT, new Tile(Tile.ENTRIES, 0, 256))).isEmpty();
        assertThat(tiles().read(TENANT, new Tile(Tile.ENTRIES, 1, 256))).isEmpty();
        assertThat(proven()).isEqualTo(1);
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement()) {
            for (String table : List.of("audit_logs", "audit_leaves", "audit_stubs")) {
                statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER ALL");
            }
            statement.execute(sql);
        }
    }

    @Test
    void T1_tiles_ofWhatWasTamperedWith_areRefusedOrDoNotProve() throws SQLException {
        append(10);
        Tile tile = new Tile(0, 0, 10);
        Tile bundle = new Tile(Tile.ENTRIES, 0, 10);

        asOwner("UPDATE audit_logs SET action = 'nothing' WHERE resource_id = 'p3'");
        assertThatThrownBy(this::proven)
                .isInstanceOf(TileTree.Broken.class)
                .hasMessage(bundle.path() + " has other entries than the tree");

        asOwner("DELETE FROM audit_logs WHERE resource_id = 'p3'");
        assertThatThrownBy(() -> tiles().read(TENANT, bundle))
                .isInstanceOf(BrokenLog.class)
                .hasMessage("entry 3 was deleted");

        asOwner("DELETE FROM audit_leaves WHERE position = 3");
        for (Tile each : List.of(tile, bundle)) {
            assertThatThrownBy(() -> tiles().read(TENANT, each))
                    .isInstanceOf(BrokenLog.class)
                    .hasMessageStartingWith("entry 3 is missing");
        }
    }

    @Test
    void T1_hashesOfClosedEntries_altered_areFoundOut() throws SQLException {
        append(10);
        closeAll();
        asOwner(
                "UPDATE audit_stubs SET leaf_hashes = set_byte(leaf_hashes, 39, 255 -"
                        + " get_byte(leaf_hashes, 39))");

        assertThatThrownBy(() -> tiles().read(TENANT, new Tile(0, 0, 10)))
                .isInstanceOf(BrokenLog.class)
                .hasMessageContaining("from 0 on were altered");

        asOwner("UPDATE audit_stubs SET leaf_hashes = NULL");
        assertThat(tiles().read(TENANT, new Tile(0, 0, 10))).isEmpty();
    }
}
