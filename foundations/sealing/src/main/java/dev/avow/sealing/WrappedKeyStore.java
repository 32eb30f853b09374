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
}
