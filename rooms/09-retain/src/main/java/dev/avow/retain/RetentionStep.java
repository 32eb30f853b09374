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

    /** This step, and another after it, also where this one fails. */
    default RetentionStep then(RetentionStep next) {
        return (tenant, goOn) -> {
            try {
                run(tenant, goOn);
            } catch (RuntimeException failed) {
                throw next.inSpiteOf(failed, tenant, goOn);
            }
            next.run(tenant, goOn);
        };
    }

    /** Does this step where one before it failed; returns that failure, to be thrown. */
    default RuntimeException inSpiteOf(
            RuntimeException failed, TenantId tenant, BooleanSupplier goOn) {
        try {
            run(tenant, goOn);
        } catch (RuntimeException too) {
            failed.addSuppressed(too);
        }
        return failed;
    }
}
