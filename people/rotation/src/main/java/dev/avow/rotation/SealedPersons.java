package dev.avow.rotation;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.SealingException;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** The keys of single people, which the tenant's wraps; what these seal stays as it is. */
final class SealedPersons implements Sealed {

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final int batch;

    SealedPersons(Tenancy tenancy, Keyring keyring, int batch) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.batch = batch;
    }

    @Override
    public String name() {
        return "keys of people";
    }

    @Override
    public Moved sealAnew(TenantId tenant, BooleanSupplier goOn) {
        List<UUID> all = keyring.subjects().subjects(tenant);
        Moved done = new Moved(0, 0, true);
        for (int from = 0; from < all.size(); from += batch) {
            if (!goOn.getAsBoolean()) {
                return done.plus(new Moved(0, 0, false));
            }
            done = done.plus(some(tenant, all.subList(from, Math.min(all.size(), from + batch))));
        }
        return done;
    }

    private Moved some(TenantId tenant, List<UUID> people) {
        long moved = 0;
        long unreadable = 0;
        for (UUID person : people) {
            try {
                moved += keyring.subjects().rewrap(tenant, person) ? 1 : 0;
            } catch (SealingException damaged) {
                unreadable++;
            }
        }
        long now = moved;
        if (now > 0) {
            tenancy.within(
                    tenant,
                    handle -> {
                        KeyRotationRows.moved(handle, now);
                        return tenant;
                    });
        }
        return new Moved(moved, unreadable, true);
    }
}
