package dev.avow.budgets;

import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The ledgers of all tenants, each made when it is first asked for. Safe for any thread. */
final class TenantCounts {

    private final Tenancy tenancy;
    private final UUID node;
    private final BooleanSupplier mayCountHere;
    private final BooleanSupplier shared;
    private final ConcurrentMap<TenantId, Entry> entries = new ConcurrentHashMap<>();

    /** A tenant's ledger and its shared side. */
    record Entry(Ledger ledger, SharedLedger shared) {}

    /**
     * @param mayCountHere whether no other node can count just now; asked often
     * @param shared whether a ledger that is made now is shared
     */
    TenantCounts(Tenancy tenancy, UUID node, BooleanSupplier mayCountHere, BooleanSupplier shared) {
        this.tenancy = tenancy;
        this.node = node;
        this.mayCountHere = mayCountHere;
        this.shared = shared;
    }

    Entry of(TenantId tenant) {
        Entry entry = entries.get(tenant);
        return entry != null ? entry : make(tenant);
    }

    private synchronized Entry make(TenantId tenant) {
        return entries.computeIfAbsent(
                tenant,
                _ -> {
                    Ledger ledger = new Ledger(mayCountHere, shared.getAsBoolean());
                    return new Entry(ledger, new SharedLedger(tenancy, tenant, node, ledger));
                });
    }

    /** Runs a change of what {@code shared} says: no ledger is made by what it said before. */
    synchronized void whileNoneIsMade(Runnable change) {
        change.run();
    }

    /** Makes those of all tenants. */
    void makeAll() {
        tenancy.tenants().forEach(this::of);
    }

    /** Tells other nodes what there is to tell of these tenants. */
    void flush(Predicate<TenantId> which) {
        entries.forEach((tenant, entry) -> {
            if (entry.ledger().hasNews() && which.test(tenant)) {
                entry.shared().flush();
            }
        });
    }

    /**
     * Puts what is counted in memory into the database.
     *
     * @param still whether this node goes on to count alone; asked before each tenant
     * @return false where it does not
     */
    boolean put(BooleanSupplier still) {
        for (Entry each : entries.values()) {
            if (!still.getAsBoolean() || !each.shared().put()) {
                return false;
            }
        }
        return true;
    }

    /** Takes the counts back to memory. */
    void takeBack() {
        entries.values().forEach(each -> each.shared().takeBack());
    }

    /** Forgets what is here: others counted without this node. */
    void lose() {
        entries.values().forEach(each -> each.shared().lose());
    }

    /** Goes on beside others who counted without this node while it handed its counts over. */
    void rejoin() {
        entries.values().forEach(each -> each.shared().rejoin());
    }

    /**
     * Adds up what was recorded until then, in memory.
     *
     * @param still whether this node is still the one that does; asked before each tenant
     * @return false where it is not
     */
    boolean restart(Instant at, BooleanSupplier still) {
        for (TenantId tenant : tenancy.tenants()) {
            if (!still.getAsBoolean()) {
                return false;
            }
            List<Ledger.Before> before =
                    tenancy.within(
                            tenant, handle -> SpentRows.before(handle, tenant, at, Instant.MAX));
            of(tenant).shared().restart(before, at);
        }
        return still.getAsBoolean();
    }
}
