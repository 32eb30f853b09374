package dev.avow.decide;

import dev.avow.words.TenantId;
import java.util.Optional;

/** Gives a tenant's policies. Implemented where policies are kept. Safe for any thread. */
public interface PolicySource {

    /** What memory knows, without waiting; empty where the store must be asked. */
    Optional<PolicySet> recall(TenantId tenant);

    /** Asks the store where need be; blocks. */
    PolicySet of(TenantId tenant);
}
