package dev.avow.rotation;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.SealingException;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column. They are gone through in batches of a transaction each, so that locks
 * are short and a process that dies loses one batch; what is done already does not show any more.
 */
final class SealedRows implements Sealed {

    private static final OffsetDateTime EVER = OffsetDateTime.parse("0001-01-01T00:00:00Z");

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final SealedColumn column;
    private final int batch;

    SealedRows(Tenancy tenancy, Keyring keyring, SealedColumn column, int batch) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.column = column;
        this.batch = batch;
    }

    /** A row, by the table's key and by what stands for it in associated data. */
    private record At(UUID id, @Nullable OffsetDateTime time, long position) {
        static final At BEGINNING = new At(new UUID(0, 0), EVER, -1);
    }

    /** A value where it stands. Not a record: it would print, or compare by, its bytes. */
    private static final class Value {
        private final At at;
        private final byte[] sealed;

        Value(At at, byte[] sealed) {
            this.at = at;
            this.sealed = sealed;
        }
    }

    /** What one batch came to. */
    private record Batch(Moved moved, @Nullable At last) {}

    @Override
    public String name() {
        return column.table() + "." + column.column();
    }

    @Override
    public Moved sealAnew(TenantId tenant, BooleanSupplier goOn) {
        TenantKeys keys = keyring.of(tenant);
        Moved all = new Moved(0, 0, true);
        At after = At.BEGINNING;
        while (after != null) {
            if (!goOn.getAsBoolean()) {
                return all.plus(new Moved(0, 0, false));
            }
            At from = after;
            Batch done = tenancy.within(tenant, handle -> batch(handle, tenant, keys, from));
            all = all.plus(done.moved());
            after = done.last();
        }
        return all;
    }

    private Batch batch(Handle handle, TenantId tenant, TenantKeys keys, At after) {
        List<Value> values =
                handle.createQuery(column.select())
                        .bind("newest", keys.newestPrefix())
                        .bind("id", after.id())
                        .bind("at", after.time())
                        .bind("position", after.position())
                        .bind("rows", batch)
                        .map((row, _) ->
                                new Value(
                                        new At(
                                                row.getObject("id", UUID.class),
                                                row.getObject("at", OffsetDateTime.class),
                                                row.getLong("position")),
                                        row.getBytes("sealed")))
                        .list();
        if (values.isEmpty()) {
            return new Batch(new Moved(0, 0, true), null);
        }
        PreparedBatch updates = handle.prepareBatch(column.update());
        int unreadable = 0;
        for (Value value : values) {
            byte[] anew = anew(keys, tenant, value);
            if (anew == null) {
                unreadable++;
            } else {
                updates.bind("id", value.at.id())
                        .bind("at", value.at.time())
                        .bind("position", value.at.position())
                        .bind("before", value.sealed)
                        .bind("after", anew)
                        .add();
            }
        }
        long moved = 0;
        if (updates.size() > 0) {
            for (int each : updates.execute()) {
                moved += each;
            }
            KeyRotationRows.moved(handle, moved);
        }
        return new Batch(new Moved(moved, unreadable, true), values.getLast().at);
    }

    /**
     * Null where it opens under no version: it was lost before, and destroying one loses no more.
     */
    private byte @Nullable [] anew(TenantKeys keys, TenantId tenant, Value value) {
        try {
            Place place = new Place(tenant, column.table(), column.place(), value.at.id());
            return keys.sealedAnew(value.sealed, place).orElse(null);
        } catch (SealingException lost) {
            return null;
        }
    }
}
