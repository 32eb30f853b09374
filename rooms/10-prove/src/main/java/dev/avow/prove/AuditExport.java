package dev.avow.prove;

import dev.avow.merkle.Hash;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.SealingException;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tenant's whole log as it can be taken away and checked without Avow, one JSON document a line:
 * first what log it is and its signed checkpoint, then each entry in its order, or the stub of
 * those that were closed. Memory is that of one page. Safe for any thread; blocks.
 *
 * @see AuditCheck
 */
public final class AuditExport {

    /** In the first line. */
    public static final String FORMAT = "avow-audit-export/1";

    private static final int PAGE = 500;

    private static final String ENTRIES =
            """
            SELECT l.position, l.entry_id, l.commitments, l.leaf_hash, l.nonce_sealed, a.*
            FROM audit_leaves l
            LEFT JOIN audit_logs a
                ON a.tenant_id = l.tenant_id AND a.occurred_at = l.occurred_at AND a.id = l.entry_id
            WHERE l.position >= :from AND l.position < :to ORDER BY l.position LIMIT :rows
            """;

    /** Each entry and its leaf are written at once, so none is without, at any time. */
    private static final String WITHOUT_LEAF =
            """
            SELECT count(*) AS many, min(a.id::text) AS first FROM audit_logs a
            WHERE NOT EXISTS (
                SELECT FROM audit_leaves l
                WHERE l.tenant_id = a.tenant_id AND l.entry_id = a.id AND l.occurred_at = a.occurred_at)
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final Checkpoints checkpoints;
    private final InstantSource clock;

    public AuditExport(
            Tenancy tenancy, Keyring keyring, Checkpoints checkpoints, InstantSource clock) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /**
     * Writes the export. A log that does not prove is exported too: its first line says why, and no
     * checkpoint is signed.
     *
     * @param sink takes some lines at a time, each ended by a line feed
     */
    public void write(TenantId tenant, Consumer<byte[]> sink) {
        Map<String, @Nullable Object> head = new LinkedHashMap<>();
        head.put("format", FORMAT);
        head.put("origin", Checkpoints.origin(tenant));
        head.put("exported_at", clock.instant().toString());
        head.put("verifier_key", checkpoints.key(tenant).text());
        long size;
        try {
            requireLeaves(tenant);
            Checkpoints.Signed signed = checkpoints.sign(tenant);
            size = signed.checkpoint().size();
            head.put("checkpoint", signed.note());
            List<String> cosigned = checkpoints.cosigned(tenant, signed);
            if (!cosigned.isEmpty()) {
                head.put("cosigned", cosigned);
            }
        } catch (BrokenLog broken) {
            size = Long.MAX_VALUE;
            head.put("checkpoint", null);
            head.put("broken", broken.getMessage());
        }
        sink.accept(line(head));
        long from = 0;
        while (from < size) {
            long next = page(tenant, from, size, sink);
            if (next == from) {
                return;
            }
            from = next;
        }
    }

    private void requireLeaves(TenantId tenant) {
        tenancy.within(
                tenant,
                handle ->
                        handle.createQuery(WITHOUT_LEAF)
                                .map((row, _) -> {
                                    long many = row.getLong("many");
                                    if (many > 0) {
                                        throw new BrokenLog(
                                                "entries stand in the log that are not of its tree:"
                                                        + " "
                                                        + many
                                                        + ", among them "
                                                        + row.getString("first"));
                                    }
                                    return many;
                                })
                                .one());
    }

    /**
     * A page of entries and closed spans.
     *
     * @return where the next begins; the same place where there is nothing more
     * @throws IllegalStateException where a span was closed while the export was in its middle; it
     *     is cut off there, and the next one is whole
     */
    private long page(TenantId tenant, long from, long size, Consumer<byte[]> sink) {
        TenantKeys _ = keyring.of(tenant); // before the transaction: it may take a connection
        Page page = tenancy.within(tenant, handle -> page(handle, tenant, from, size));
        if (page.bytes().size() > 0) {
            sink.accept(page.bytes().toByteArray());
        }
        return page.next();
    }

    private record Page(ByteArrayOutputStream bytes, long next) {}

    private record Entry(long position, Map<String, @Nullable Object> line) {}

    private Page page(Handle handle, TenantId tenant, long from, long size) {
        // The entries first: what is closed after this was asked is still among them.
        List<Entry> entries =
                handle.createQuery(ENTRIES)
                        .bind("from", from)
                        .bind("to", size)
                        .bind("rows", PAGE)
                        .map((row, _) -> new Entry(row.getLong("position"), entry(row, tenant)))
                        .list();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long next = from;
        for (Entry each : entries) {
            if (each.position() > next) {
                long _ = closed(handle, next, bytes);
            }
            bytes.writeBytes(line(each.line()));
            next = each.position() + 1;
        }
        if (entries.size() < PAGE) {
            next = closed(handle, next, bytes);
        }
        return new Page(bytes, next);
    }

    /**
     * Writes the spans that were closed from here on, as they stand, and gives where they end. Who
     * reads it checks them.
     */
    private static long closed(Handle handle, long from, ByteArrayOutputStream bytes) {
        long next = from;
        Optional<AuditStubs.Kept> stub = AuditStubs.covering(handle, next);
        while (stub.isPresent() && stub.get().next() > next) {
            if (stub.get().first() != next) {
                throw new IllegalStateException("a span was closed while it was exported");
            }
            bytes.writeBytes(line(closed(next, stub.get().note())));
            next = stub.get().next();
            stub = AuditStubs.covering(handle, next);
        }
        return next;
    }

    private static Map<String, @Nullable Object> closed(long first, String note) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("index", first);
        line.put("closed", note);
        return line;
    }

    /** One entry, as its line has it; it must be there. */
    Map<String, @Nullable Object> entry(Handle handle, TenantId tenant, long position) {
        return handle.createQuery(ENTRIES)
                .bind("from", position)
                .bind("to", position + 1)
                .bind("rows", 1)
                .map((row, _) -> entry(row, tenant))
                .one();
    }

    private Map<String, @Nullable Object> entry(ResultSet row, TenantId tenant)
            throws SQLException {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("index", row.getLong("position"));
        line.put("leaf_hash", Hash.of(row.getBytes("leaf_hash")).base64());
        if (row.getObject("id") == null) {
            line.put("leaf", null);
            return line;
        }
        List<@Nullable String> commitments = AuditLeaves.commitments(row.getBytes("commitments"));
        AuditRecord entry = AuditLogReader.open(row, tenant);
        line.put("leaf", AuditLeaves.leaf(entry, commitments).values());
        EntryKeys keys = EntryKeys.toRead(keyring, entry);
        SealedColumns columns = SealedColumns.of(row, tenant, keys);
        byte[] sealed = row.getBytes("nonce_sealed");
        try {
            Optional<String> nonce =
                    sealed == null
                            ? Optional.empty()
                            : keys.nonce(sealed, AuditLeaves.nonceOf(tenant, entry.id()));
            boolean proves = nonce.isPresent() && columns.isWhole() && !columns.isErased();
            line.put("nonce", proves ? nonce.get() : null);
            if (proves) {
                for (String field : AuditLeaf.SEALED) {
                    line.put(field, columns.values().of(field));
                }
            } else if (nonce.isPresent()
                    || (sealed == null ? !columns.isUnread(commitments) : !columns.isWhole())) {
                line.put("damaged", true); // only what is null, or whose key is gone, was erased
            }
        } catch (SealingException altered) {
            line.put("nonce", null);
            line.put("damaged", true);
        }
        return line;
    }

    private static byte[] line(Map<String, @Nullable Object> document) {
        byte[] json = JSON.writeValueAsBytes(document);
        byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
