package dev.avow.classify;

import dev.avow.words.TenantId;
import java.time.Duration;
import java.util.Optional;

/**
 * Gives a tenant's {@link Classifier}. Safe for any thread.
 *
 * @param detectors what each tenant's text is looked at with
 * @param budget how long one request may be looked at
 */
public record Classifiers(DetectorSource detectors, Duration budget) {

    /** What memory knows, without waiting; empty where the store must be asked. */
    public Optional<Classifier> recall(TenantId tenant) {
        return detectors.recall(tenant).map(detector -> new Classifier(detector, budget));
    }

    /** Asks the store where need be; blocks. Fails where it cannot be asked. */
    public Classifier of(TenantId tenant) {
        return new Classifier(detectors.of(tenant), budget);
    }
}
