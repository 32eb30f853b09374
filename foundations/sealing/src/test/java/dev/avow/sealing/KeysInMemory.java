package dev.avow.sealing;

import dev.avow.words.TenantId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps wrapped keys in a map. */
final class KeysInMemory implements WrappedKeyStore {

    final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> find(TenantId tenant, Purpose purpose) {
        return Optional.ofNullable(kept.get(tenant + "/" + purpose)).map(byte[]::clone);
    }

    @Override
    public byte[] keepFirst(TenantId tenant, Purpose purpose, byte[] wrapped) {
        byte[] before = kept.putIfAbsent(tenant + "/" + purpose, wrapped);
        return before == null ? wrapped : before;
    }

    @Override
    public boolean replace(TenantId tenant, Purpose purpose, byte[] before, byte[] after) {
        return Arrays.equals(kept.get(tenant + "/" + purpose), before)
                && kept.put(tenant + "/" + purpose, after) != null;
    }
}
