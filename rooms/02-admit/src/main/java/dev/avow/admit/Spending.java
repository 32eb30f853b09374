package dev.avow.admit;

import dev.avow.words.TenantId;
import java.util.Optional;

/**
 * Rates, prices and budgets: what a request may spend. Implemented where budgets are kept. Safe for
 * any thread.
 */
public interface Spending {

    /**
     * Counts one request of this caller. Never waits.
     *
     * @return why it is refused; empty where it may go on
     */
    Optional<Refusal> arrive(Caller caller);

    /** What memory knows of a tenant's, without waiting; empty where the store must be asked. */
    Optional<Terms> recall(TenantId tenant);

    /** Asks the store where need be; blocks. Fails where the store does. */
    Terms of(TenantId tenant);
}
