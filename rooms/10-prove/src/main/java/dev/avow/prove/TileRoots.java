package dev.avow.prove;

import dev.avow.merkle.Hash;
import dev.avow.merkle.Tile;
import dev.avow.words.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers what full tiles come to, since that never changes: the last that were used, some ten
 * megabytes at most, which are a log of 16 million entries. Safe for any thread.
 */
final class TileRoots {

    private static final int MOST = 65_536;

    private record Place(TenantId tenant, int level, long index) {

        static Place of(TenantId tenant, Tile full) {
            return new Place(tenant, full.level(), full.index());
        }
    }

    private final Map<Place, Hash> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Place, Hash> eldest) {
                    return size() > MOST;
                }
            };

    synchronized Optional<Hash> find(TenantId tenant, Tile full) {
        return Optional.ofNullable(kept.get(Place.of(tenant, full)));
    }

    synchronized void keep(TenantId tenant, Tile full, Hash root) {
        kept.put(Place.of(tenant, full), root);
    }
}
