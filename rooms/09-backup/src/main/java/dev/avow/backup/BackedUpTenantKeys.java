package dev.avow.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.avow.backup.Manifest.Part;
import dev.avow.sealing.WrappedKeyStore;
import dev.avow.words.TenantId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tenants' keys as a backup has them, each wrapped under the master key. */
final class BackedUpTenantKeys implements WrappedKeyStore {

    static final String TABLE = "tenant_keys";

    /** How COPY writes bytes: a backslash, doubled, and x. */
    private static final String HEX = "\\\\x";

    private final Map<String, byte[]> wrapped = new HashMap<>();

    /** Takes them from the table's rows. */
    BackupReader.Sink reading(Part table) {
        List<String> columns = table.columns();
        int tenant = columns.indexOf("tenant_id");
        int purpose = columns.indexOf("purpose");
        int key = columns.indexOf("wrapped");
        return new BackupReader.Sink() {
            @Override
            public void content(byte[] bytes, int rows) {
                for (String row : new String(bytes, UTF_8).lines().toList()) {
                    String[] fields = row.split("\t", -1);
                    if (fields[key].startsWith(HEX)) {
                        wrapped.put(
                                fields[tenant] + "/" + fields[purpose],
                                HexFormat.of().parseHex(fields[key].substring(HEX.length())));
                    }
                }
            }

            @Override
            public void erased(TenantId ofTenant, UUID person, int rows) {
                throw new IllegalStateException("a tenant's key is about nobody");
            }
        };
    }

    @Override
    public Optional<byte[]> find(TenantId tenant, Purpose purpose) {
        return Optional.ofNullable(wrapped.get(tenant + "/" + purpose.name()));
    }

    /** What the backup lacks is not kept: nothing can be sealed under it. */
    @Override
    public byte[] keepFirst(TenantId tenant, Purpose purpose, byte[] fresh) {
        return fresh;
    }
}
