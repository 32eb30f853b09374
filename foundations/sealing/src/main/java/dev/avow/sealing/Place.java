package dev.avow.sealing;

import dev.avow.words.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a sealed value lives. It is the envelope's associated data, so a ciphertext that is moved
 * to another tenant, table, column or row does not open.
 *
 * <p>Bytes: tenant (16), row (16), then {@code table.column} in UTF-8.
 */
public record Place(TenantId tenant, String table, String column, UUID row) {

    byte[] associatedData() {
        byte[] name = (table + "." + column).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(32 + name.length)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .put(name)
                .array();
    }
}
