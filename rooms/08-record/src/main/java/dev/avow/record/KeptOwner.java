package dev.avow.record;

import dev.avow.words.TenantId;
import java.util.UUID;

/**
 * Who may name a file or a batch: the person who gave it, by whatever key, or the key that acts for
 * itself.
 *
 * @param id the person's, else the key's
 */
public record KeptOwner(TenantId tenant, UUID id) {}
