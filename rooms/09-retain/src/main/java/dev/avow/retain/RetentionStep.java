package dev.avow.retain;

import dev.avow.words.TenantId;
import java.util.function.BooleanSupplier;

/** Something of a tenant's that goes when its time is over, by a rule of another room's. */
@FunctionalInterface
public interface RetentionStep {

    /** No further step. */
    RetentionStep NONE = (_, _) -> {};

    /**
     * Lets go of what is due; blocks.
     *
     * @param goOn asked between two batches; false ends the step there
     */
    void run(TenantId tenant, BooleanSupplier goOn);

    /** This step, and another after it. */
    default RetentionStep then(RetentionStep next) {
        return (tenant, goOn) -> {
            run(tenant, goOn);
            next.run(tenant, goOn);
        };
    }
}
