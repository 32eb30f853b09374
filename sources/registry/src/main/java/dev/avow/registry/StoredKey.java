package dev.avow.registry;

import dev.avow.ask.Endpoints;
import dev.avow.ask.ProviderKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One of the keys of a provider, still sealed.
 *
 * @param id names it; the one that the provider was added with has the provider's
 * @param createdAt to the microsecond
 */
public record StoredKey(UUID id, SealedKey key, Instant createdAt) {

    /** A sealed key of which can be told whether it opens. */
    public interface SealedKey extends ProviderKey {

        /** Whether it opens: it was sealed for this place, by a key that is there. */
        boolean opens();
    }

    /**
     * The key for a caller: always the same one as long as it is there, so that what the provider
     * keeps of it in a cache is met again; when a key comes or goes, only those move that come to
     * it or had it (Thaler and Ravishankar, "A name-based mapping scheme for rendezvous", 1996).
     *
     * @param affinity a caller's, or {@link Endpoints#OLDEST_KEY}
     * @return empty where there is none
     */
    static Optional<StoredKey> of(List<StoredKey> keys, long affinity) {
        if (affinity == Endpoints.OLDEST_KEY) {
            return keys.stream()
                    .min(Comparator.comparing(StoredKey::createdAt).thenComparing(StoredKey::id));
        }
        return keys.size() < 2
                ? keys.stream().findFirst()
                : keys.stream().max(Comparator.comparingLong(each -> mixed(each.id(), affinity)));
    }

    /** The last step of SplitMix64 (Steele, Lea and Flood, 2014), which spreads every bit. */
    private static long mixed(UUID id, long affinity) {
        long z = id.getMostSignificantBits() * 31 + id.getLeastSignificantBits();
        z = (z ^ affinity) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "StoredKey " + id;
    }
}
