package dev.avow.prove;

import dev.avow.merkle.Hash;
import dev.avow.merkle.Proofs;
import dev.avow.merkle.RangeRoots;
import dev.avow.merkle.RangeRoots.Range;
import dev.avow.merkle.VerifierKey;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Proofs of RFC 6962 of a tenant's log, as documents that can be taken away and checked without
 * Avow: that an entry is in it, and that it continues an earlier checkpoint. Each reads every leaf
 * once, in constant memory. Safe for any thread; blocks.
 *
 * @see ProofCheck
 */
public final class AuditProofs {

    /** In a proof that an entry is in the log. */
    public static final String INCLUSION = "avow-audit-proof/1";

    /** In a proof that the log continues a smaller one. */
    public static final String CONSISTENCY = "avow-audit-consistency/1";

    private static final String POSITION =
            "SELECT position FROM audit_leaves WHERE entry_id = :entry";

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final Checkpoints checkpoints;
    private final AuditExport export;

    public AuditProofs(
            Tenancy tenancy, Keyring keyring, Checkpoints checkpoints, AuditExport export) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.checkpoints = checkpoints;
        this.export = export;
    }

    /**
     * That an entry is in the log as its newest checkpoint has it: the entry as an export has it,
     * the checkpoint, and the audit path from the leaf up.
     *
     * @return empty where there is no such entry, or none any more
     * @throws BrokenLog where the log does not prove
     */
    public Optional<Map<String, @Nullable Object>> inclusion(TenantId tenant, UUID entry) {
        Checkpoints.Signed signed = checkpoints.sign(tenant);
        TenantKeys _ = keyring.of(tenant); // before the transaction: it may take a connection
        return tenancy.within(
                tenant,
                handle ->
                        handle.createQuery(POSITION)
                                .bind("entry", entry)
                                .mapTo(Long.class)
                                .findOne()
                                .filter(position -> position < signed.checkpoint().size())
                                .map(position -> inclusion(handle, tenant, signed, position)));
    }

    private Map<String, @Nullable Object> inclusion(
            Handle handle, TenantId tenant, Checkpoints.Signed signed, long position) {
        Map<String, @Nullable Object> document = head(INCLUSION, signed);
        document.putAll(export.entry(handle, tenant, position));
        document.put(
                "path",
                roots(
                        handle,
                        signed.key(),
                        Proofs.inclusionRanges(position, signed.checkpoint().size())));
        return document;
    }

    /**
     * That the log continues what it was at an earlier size.
     *
     * @param from the earlier size, 1 at least
     * @param to the later one; null for that of the newest checkpoint
     * @throws BrokenLog where the log does not prove
     */
    public Map<String, @Nullable Object> consistency(
            TenantId tenant, long from, @Nullable Long to) {
        Checkpoints.Signed signed = checkpoints.sign(tenant);
        long size = signed.checkpoint().size();
        long end = to == null ? size : to;
        if (end > size) {
            throw Fault.wrong("to", "to is at most the " + size + " entries that there are");
        }
        if (from < 1 || from > end) {
            throw Fault.wrong("from", "from is a number of entries from 1 to " + end);
        }
        Map<String, @Nullable Object> document = head(CONSISTENCY, signed);
        document.put("from", from);
        document.put("to", end);
        document.put(
                "proof",
                tenancy.within(
                        tenant,
                        handle ->
                                roots(handle, signed.key(), Proofs.consistencyRanges(from, end))));
        return document;
    }

    private static Map<String, @Nullable Object> head(String format, Checkpoints.Signed signed) {
        Map<String, @Nullable Object> head = new LinkedHashMap<>();
        head.put("format", format);
        head.put("origin", signed.checkpoint().origin());
        head.put("verifier_key", signed.key().text());
        head.put("checkpoint", signed.note());
        return head;
    }

    private static List<String> roots(Handle handle, VerifierKey key, List<Range> ranges) {
        long to = ranges.stream().mapToLong(Range::to).max().orElse(0);
        RangeRoots roots = new RangeRoots(ranges);
        AuditGrowth.walk(handle, key, to, new Parts(roots));
        return roots
                .roots()
                .orElseThrow(() ->
                        Fault.of(
                                        FaultCode.NOT_FOUND,
                                        "this size lies in the middle of entries that were closed;"
                                                + " there is no proof of it any more")
                                .asException())
                .stream()
                .map(Hash::base64)
                .toList();
    }

    /** Where {@link AuditGrowth} gives leaves and spans to. */
    private record Parts(RangeRoots roots) implements AuditGrowth.Sink {

        @Override
        public long at() {
            return roots.at();
        }

        @Override
        public void leaf(Hash hash) {
            roots.add(hash);
        }

        @Override
        public boolean closed(AuditStub stub) {
            roots.add(stub.range());
            return true;
        }
    }
}
