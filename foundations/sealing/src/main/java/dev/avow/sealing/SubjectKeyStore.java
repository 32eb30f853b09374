package dev.avow.sealing;

import dev.avow.words.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps subjects' keys, each wrapped under its tenant's key, and forgets them when told to. */
public interface SubjectKeyStore {

    /** A key; empty where the subject has none, or none any more. */
    Optional<byte[]> find(TenantId tenant, UUID subject);

    /**
     * Keeps a key unless there is one already.
     *
     * @return the one that is kept; empty where the subject's key was destroyed
     */
    Optional<byte[]> keepFirst(TenantId tenant, UUID subject, byte[] wrapped);

    /** Destroys a key and remembers that, whether or not there was one. Durable on return. */
    void destroy(TenantId tenant, UUID subject);

    /** Whether a subject's key was destroyed. */
    boolean isDestroyed(TenantId tenant, UUID subject);

    /** All of a tenant's subjects whose keys were destroyed. */
    List<UUID> destroyed(TenantId tenant);
}
