package dev.avow.sealing;

import dev.avow.words.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps subjects' keys, each wrapped under its tenant's key, and forgets them when told to. Since
 * they do not open without it, the tenant's key is kept here too once it has had a second version:
 * a database that is put back to an earlier day knows none of the later versions.
 */
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

    /** All of a tenant's subjects that have a key. */
    List<UUID> subjects(TenantId tenant);

    /**
     * Keeps a key in the place of a subject's, durable on return; what was there is overwritten.
     * One that was destroyed meanwhile stays so.
     */
    void replace(TenantId tenant, UUID subject, byte[] wrapped);

    /** Where the keys of periods are, by {@link Period#id}, apart from those of people. */
    SubjectKeyStore periods();

    /** The copy of a tenant's key, wrapped under the master key; empty where there is none. */
    Optional<byte[]> tenantKey(TenantId tenant);

    /** Keeps a copy of a tenant's key, durable on return; what was there is overwritten. */
    void keepTenantKey(TenantId tenant, byte[] wrapped);
}
