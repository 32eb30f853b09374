package dev.avow.budgets;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the prices that a tenant entered (promise B11). Each change and its audit entry are one
 * transaction, and the next request meets the new price; what was recorded keeps its cost. Safe for
 * any thread; blocks.
 */
public final class PriceStore {

    private final Tenancy tenancy;
    private final AuditLog audit;
    private final TenantSpending spending;
    private final InstantSource clock;

    public PriceStore(
            Tenancy tenancy, AuditLog audit, TenantSpending spending, InstantSource clock) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.spending = spending;
        this.clock = clock;
    }

    /** The prices that came with the program. */
    public static List<Price> builtIn() {
        return BuiltInPrices.list();
    }

    /** Some of those that a tenant entered, newest first. */
    public Page<StoredPrice> page(TenantId tenant, PageRequest wanted) {
        List<StoredPrice> all = tenancy.within(tenant, PriceRows::all);
        return wanted.pageOf(Pages.after(all, wanted, PriceStore::cursor), PriceStore::cursor);
    }

    /** The price of that id; empty where the tenant has none. */
    public Optional<StoredPrice> find(TenantId tenant, UUID id) {
        return tenancy.within(tenant, handle -> PriceRows.lock(handle, id));
    }

    /**
     * Enters a price.
     *
     * @throws dev.avow.words.FaultException {@code invalid_value} naming the field, or {@code
     *     conflict} where there is one for the provider, model and day
     */
    public StoredPrice create(Actor actor, PriceDraft draft) {
        Instant now = now();
        StoredPrice stored =
                new StoredPrice(Ids.next(), draft.checked(today()), actor.id(), now, now);
        return changing(
                actor,
                handle -> {
                    PriceRows.insert(handle, actor.tenant().value(), stored);
                    return audited(handle, actor, "price_created", null, stored);
                });
    }

    /**
     * Replaces a price. What was recorded before keeps its cost.
     *
     * @throws dev.avow.words.FaultException {@code not_found}, {@code invalid_value} naming the
     *     field, or {@code conflict}
     */
    public StoredPrice replace(Actor actor, UUID id, PriceDraft draft) {
        Price price = draft.checked(today());
        return changing(
                actor,
                handle -> {
                    StoredPrice before = lock(handle, id);
                    StoredPrice after =
                            new StoredPrice(
                                    id, price, before.createdBy(), before.createdAt(), now());
                    PriceRows.replace(handle, after);
                    return audited(handle, actor, "price_changed", before, after);
                });
    }

    /**
     * Removes a price.
     *
     * @throws dev.avow.words.FaultException {@code not_found}
     */
    public void delete(Actor actor, UUID id) {
        StoredPrice _ =
                changing(
                        actor,
                        handle -> {
                            StoredPrice before = lock(handle, id);
                            PriceRows.delete(handle, id);
                            return audited(handle, actor, "price_deleted", before, null);
                        });
    }

    private StoredPrice changing(Actor actor, Function<Handle, StoredPrice> change) {
        try {
            return tenancy.within(
                    actor.tenant(),
                    handle -> {
                        try {
                            return change.apply(handle);
                        } catch (UnableToExecuteStatementException failed) {
                            throw Rules.told(failed, "price");
                        }
                    });
        } finally {
            // Also after a failure: a commit whose answer was lost may have happened.
            spending.forget(actor.tenant());
        }
    }

    private static StoredPrice lock(Handle handle, UUID id) {
        return PriceRows.lock(handle, id)
                .orElseThrow(() ->
                        Fault.of(FaultCode.NOT_FOUND, "there is no such price").asException());
    }

    private StoredPrice audited(
            Handle handle,
            Actor actor,
            String action,
            @Nullable StoredPrice before,
            @Nullable StoredPrice after) {
        StoredPrice one = after != null ? after : java.util.Objects.requireNonNull(before);
        audit.append(
                handle,
                actor,
                new AuditEntry(
                        action, "price", one.id().toString(), values(before), values(after)));
        return one;
    }

    private static @Nullable Map<String, Object> values(@Nullable StoredPrice stored) {
        if (stored == null) {
            return null;
        }
        Price price = stored.price();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("provider", price.provider());
        values.put("model", price.model());
        values.put("valid_from", price.validFrom().toString());
        values.put("input", Dollars.ofMicros(price.inputMicros()).toPlainString());
        values.put("output", Dollars.ofMicros(price.outputMicros()).toPlainString());
        putIfKnown(values, "cached_input", price.cachedMicros());
        putIfKnown(values, "cache_write", price.cacheWriteMicros());
        values.put("source", price.source());
        return values;
    }

    private static void putIfKnown(Map<String, Object> values, String name, @Nullable Long micros) {
        if (micros != null) {
            values.put(name, Dollars.ofMicros(micros).toPlainString());
        }
    }

    private static Cursor cursor(StoredPrice price) {
        return new Cursor(price.createdAt(), price.id());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
