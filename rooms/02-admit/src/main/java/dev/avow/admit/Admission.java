package dev.avow.admit;

import dev.avow.arrive.Arrived;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Room 02: gives a request its tenant, its destination and its interaction. Safe for any thread.
 */
public final class Admission {

    private final InstantSource clock;

    public Admission(InstantSource clock) {
        this.clock = clock;
    }

    /** The fault of a caller that may not use models; empty where it may. */
    public static Optional<Fault> refuseModels(Caller caller) {
        return caller.may(Scope.MODELS)
                ? Optional.empty()
                : Optional.of(
                        Fault.of(
                                FaultCode.NOT_ALLOWED,
                                "this key may not use models; make one with the scope models"));
    }

    /** The fault of a model that the tenant does not have. */
    public static Fault unknownModel() {
        return Fault.of(
                FaultCode.MODEL_NOT_FOUND,
                "no provider offers this model; see GET /v1/models, or name it PROVIDER/model",
                "model");
    }

    /**
     * The fault of a caller whose key may not use this model; empty where it may. It is where the
     * request would go that counts, not how the caller wrote it.
     */
    public static Optional<Fault> refuseModel(Caller caller, Destination destination) {
        return caller.limits().allows(destination.platformId(), destination.model())
                ? Optional.empty()
                : Optional.of(
                        Fault.of(
                                FaultCode.MODEL_NOT_ALLOWED,
                                "this key may not use this model; an administrator can add it to"
                                        + " the key's models",
                                "model"));
    }

    /** Admits; times are whole microseconds, as the database keeps them. */
    public Admitted admit(Arrived arrived, Caller caller, Destination destination) {
        return new Admitted(
                arrived,
                caller,
                destination,
                Ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
