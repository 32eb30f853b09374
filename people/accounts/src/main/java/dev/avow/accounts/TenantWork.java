package dev.avow.accounts;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/**
 * Work for a tenant that seals or opens. The keys are fetched before the transaction begins: the
 * first use of a tenant takes a connection of its own, and to hold one while waiting for another
 * can exhaust the pool.
 */
record TenantWork(Tenancy tenancy, Keyring keyring) {

    <T> T within(TenantId tenant, BiFunction<Handle, TenantKeys, T> work) {
        TenantKeys keys = keyring.of(tenant);
        return tenancy.within(tenant, handle -> work.apply(handle, keys));
    }
}
