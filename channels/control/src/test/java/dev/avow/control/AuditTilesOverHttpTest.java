package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.SignedNote;
import dev.avow.merkle.Tile;
import dev.avow.merkle.TileTree;
import dev.avow.merkle.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T1: the audit log as a tiled log, over HTTP. */
final class AuditTilesOverHttpTest {

    private static final String LOGS = "/api/v1/audit-logs";

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    private Site.Answer get(String path) {
        return site.asAdmin("GET", LOGS + "/tlog/" + path, null);
    }

    @Test
    void T1_checkpointAndTiles_proveWithNothingElse() throws TileTree.Broken {
        VerifierKey key =
                VerifierKey.parse(
                                site.asAdmin("GET", LOGS + "/checkpoint", null)
                                        .json()
                                        .path("verifier_key")
                                        .asString())
                        .orElseThrow();
        Site.Answer answer = get("checkpoint");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        Checkpoint signed =
                SignedNote.verified(new String(answer.http().body(), StandardCharsets.UTF_8), key)
                        .flatMap(Checkpoint::parse)
                        .orElseThrow();

        TileTree tree =
                new TileTree(tile -> Optional.of(get(tile.path()).http().body()), signed.size());

        assertThat(tree.root()).isEqualTo(signed.root());
        Tile bundle = new Tile(Tile.ENTRIES, 0, (int) signed.size());
        tree.requireEntries(bundle, get(bundle.path()).http().body());
        assertThat(site.actions()).startsWith("audit_log_bundle_viewed");
        assertThat(get("tile/0/000.p/1").header("Cache-Control")).contains("immutable");
        assertThat(get("tile/entries/000.p/1").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void tile_ofNothing_isNotThere() {
        for (String path :
                new String[] {
                    "tile/0/000",
                    "tile/0/x001/x234/067.p/12",
                    "tile/0/x001/x234",
                    "tile/9/000",
                    "tile/0/000.p/0",
                    "tile/entries/001"
                }) {
            assertThat(get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void bundle_withAKeyThatOnlyReads_isRefused() {
        String reader = site.key(Set.of(Scope.READ), null);

        assertThat(
                        site.send(
                                        "GET",
                                        LOGS + "/tlog/tile/0/000.p/1",
                                        null,
                                        "Authorization",
                                        reader)
                                .status())
                .isEqualTo(200);
        assertThat(
                        site.send(
                                        "GET",
                                        LOGS + "/tlog/tile/entries/000.p/1",
                                        null,
                                        "Authorization",
                                        reader)
                                .status())
                .isEqualTo(403);
    }
}
