package dev.avow.classify;

import dev.avow.detector.api.Detector;
import dev.avow.words.TenantId;
import java.util.Optional;

/** Gives a tenant's detector. Implemented where definitions are kept. Safe for any thread. */
public interface DetectorSource {

    /**
     * What memory knows and what holds nobody up; empty where the store must be asked, or where
     * looking may take long.
     */
    Optional<Detector> recall(TenantId tenant);

    /** Asks the store where need be; blocks. Fails where it cannot be asked. */
    Detector of(TenantId tenant);

    /** One detector for every tenant. */
    static DetectorSource same(Detector detector) {
        return new DetectorSource() {
            @Override
            public Optional<Detector> recall(TenantId tenant) {
                return Optional.of(detector);
            }

            @Override
            public Detector of(TenantId tenant) {
                return detector;
            }
        };
    }
}
