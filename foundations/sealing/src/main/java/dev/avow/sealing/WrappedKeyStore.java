package dev.avow.sealing;

import dev.avow.words.TenantId;
import java.util.Optional;

/** Keeps tenants' keys, each wrapped under the master key. */
public interface WrappedKeyStore {

    /** What a tenant's key is for. */
    enum Purpose {
        /** Seals fields: AES-256-GCM. */
        SEAL,
        /** Fingerprints texts: HMAC-SHA-256. */
        FINGERPRINT,
        /** Signs what others are to trust: Ed25519. */
        SIGN
    }

    Optional<byte[]> find(TenantId tenant, Purpose purpose);

    /** Keeps a key unless there is one already, and returns the one that is kept. */
    byte[] keepFirst(TenantId tenant, Purpose purpose, byte[] wrapped);

    /**
     * Keeps a key in the place of another.
     *
     * @param before what is expected to be kept now
     * @return whether it was, and is replaced; a store that can only be read replaces nothing
     */
    default boolean replace(TenantId tenant, Purpose purpose, byte[] before, byte[] after) {
        return false;
    }
}
