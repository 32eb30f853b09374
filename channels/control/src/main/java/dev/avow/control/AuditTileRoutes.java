package dev.avow.control;

import dev.avow.merkle.Tile;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.prove.AuditTiles;
import dev.avow.prove.Checkpoints;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The audit log as a tiled transparency log (C2SP {@code tlog-tiles}, promise T1): its prefix is
 * {@code /api/v1/audit-logs/tlog}. Hashes are for whoever may read; entries, for administrators,
 * and that they were fetched stands in the log.
 */
public final class AuditTileRoutes implements Routes {

    private static final String PREFIX = "/api/v1/audit-logs/tlog";

    /** A tile's index has three parts at most, and its width is one more. */
    private static final int PARTS = 4;

    /** Clients ask for many at once; each may read some thousand leaves. */
    private static final int AT_ONCE = 4;

    private static final int PATIENCE_SECONDS = 30;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final AuditLog audit;
    private final Checkpoints checkpoints;
    private final AuditTiles tiles;

    public AuditTileRoutes(AuditLog audit, Checkpoints checkpoints, AuditTiles tiles) {
        this.audit = audit;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PREFIX + "/checkpoint", this::checkpoint);
        StringBuilder path = new StringBuilder(PREFIX + "/tile/{level}");
        for (int part = 1; part <= PARTS; part++) {
            int parts = part;
            path.append("/{part").append((char) ('a' + part - 1)).append('}');
            table.get(path.toString(), request -> tile(request, parts));
        }
    }

    @Override
    public String description() {
        return "audit-tiles.json";
    }

    /** The newest that a witness outside cosigned, where one does: its clients want to see that. */
    private ControlAnswer checkpoint(ControlRequest request) {
        Checkpoints.Signed signed = checkpoints.sign(request.tenant());
        String note =
                checkpoints.cosigned(request.tenant(), signed).stream()
                        .findFirst()
                        .orElse(signed.note());
        return ControlAnswer.ok(note.getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "text/plain; charset=utf-8");
    }

    private ControlAnswer tile(ControlRequest request, int parts) {
        List<String> path = new ArrayList<>(List.of("tile", request.path("level")));
        for (int part = 0; part < parts; part++) {
            path.add(request.path("part" + (char) ('a' + part)));
        }
        Tile tile = Tile.parse(String.join("/", path)).orElseThrow(AuditTileRoutes::none);
        if (tile.isBundle()) {
            Access.ADMIN.check(request.caller());
            audit.append(
                    request.actor(),
                    AuditEntry.viewed("audit_log_bundle_viewed", "audit_log", tile.path()));
        }
        ControlAnswer answer =
                ControlAnswer.ok(read(request, tile))
                        .with("Content-Type", "application/octet-stream");
        return tile.isBundle()
                ? answer // its entries will be closed one day
                : answer.with("Cache-Control", "private, max-age=31536000, immutable");
    }

    private byte[] read(ControlRequest request, Tile tile) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Fault.of(FaultCode.OVERLOADED, "too many tiles are being made; try again")
                        .asException();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopping);
        }
        try {
            return tiles.read(request.tenant(), tile).orElseThrow(AuditTileRoutes::none);
        } finally {
            places.release();
        }
    }

    private static RuntimeException none() {
        return Fault.of(
                        FaultCode.NOT_FOUND,
                        "there is no such tile; the log is not that long, or entries in it were"
                                + " closed, see docs/audit.md")
                .asException();
    }
}
