package dev.avow.rotation;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.SealingException;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The keys of single people and of days, which the tenant's wraps; what these seal stays as it is.
 */
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
        return "keys of people and days";
    }

    @Override
    public Moved sealAnew(TenantId tenant, BooleanSupplier goOn) {
        List<BooleanSupplier> all = rewrappings(tenant);
        Moved done = new Moved(0, 0, true);
        for (int from = 0; from < all.size(); from += batch) {
            if (!goOn.getAsBoolean()) {
                return done.plus(new Moved(0, 0, false));
            }
            done = done.plus(some(tenant, all.subList(from, Math.min(all.size(), from + batch))));
        }
        return done;
    }

    private List<BooleanSupplier> rewrappings(TenantId tenant) {
        Stream<BooleanSupplier> people =
                keyring.subjects().subjects(tenant).stream()
                        .map(person -> () -> keyring.subjects().rewrap(tenant, person));
        Stream<BooleanSupplier> days =
                keyring.periods().periods(tenant).stream()
                        .map(period -> () -> keyring.periods().rewrap(tenant, period));
        return Stream.concat(people, days).toList();
    }

    private Moved some(TenantId tenant, List<BooleanSupplier> rewrappings) {
        long moved = 0;
        long unreadable = 0;
        for (BooleanSupplier rewrapping : rewrappings) {
            try {
                moved += rewrapping.getAsBoolean() ? 1 : 0;
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
