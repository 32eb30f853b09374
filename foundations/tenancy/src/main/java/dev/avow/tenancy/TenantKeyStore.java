package dev.avow.tenancy;

import dev.avow.sealing.WrappedKeyStore;
import dev.avow.words.TenantId;
import java.util.Optional;

/** Keeps tenants' wrapped keys in {@code tenant_keys}. Safe for any thread; blocks. */
public final class TenantKeyStore implements WrappedKeyStore {

    private static final String FIND = "SELECT wrapped FROM tenant_keys WHERE purpose = :purpose";

    private static final String KEEP =
            """
            INSERT INTO tenant_keys (tenant_id, purpose, wrapped)
            VALUES (:tenant, :purpose, :wrapped) ON CONFLICT DO NOTHING
            """;

    private static final String REPLACE =
            """
            UPDATE tenant_keys SET wrapped = :after
            WHERE purpose = :purpose AND wrapped = :before
            """;

    private final Tenancy tenancy;

    public TenantKeyStore(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public Optional<byte[]> find(TenantId tenant, Purpose purpose) {
        return tenancy.within(
                tenant,
                handle ->
                        handle.createQuery(FIND)
                                .bind("purpose", purpose.name())
                                .mapTo(byte[].class)
                                .findOne());
    }

    @Override
    public byte[] keepFirst(TenantId tenant, Purpose purpose, byte[] wrapped) {
        return tenancy.within(
                tenant,
                handle -> {
                    handle.createUpdate(KEEP)
                            .bind("tenant", tenant.value())
                            .bind("purpose", purpose.name())
                            .bind("wrapped", wrapped)
                            .execute();
                    return handle.createQuery(FIND)
                            .bind("purpose", purpose.name())
                            .mapTo(byte[].class)
                            .one();
                });
    }

    @Override
    public boolean replace(TenantId tenant, Purpose purpose, byte[] before, byte[] after) {
        return tenancy.within(
                tenant,
                handle ->
                        handle.createUpdate(REPLACE)
                                        .bind("purpose", purpose.name())
                                        .bind("before", before)
                                        .bind("after", after)
                                        .execute()
                                == 1);
    }
}
