package dev.avow.admit;

import dev.avow.arrive.Arrived;
import dev.avow.words.Destination;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.Itinerary;
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
        if (caller.restricted()) {
            return Optional.of(
                    Fault.of(
                            FaultCode.PROCESSING_RESTRICTED,
                            "the processing of this person's data is restricted, so no model is"
                                    + " asked; lift it at PUT /api/v1/users/me/restriction, or"
                                    + " consent to model_processing at POST"
                                    + " /api/v1/users/me/consents"));
        }
        return refuseKept(caller);
    }

    /**
     * The fault of a caller that may not see to what it has kept: look at what is there, cancel and
     * delete it. Whoever restricted the processing of their data may (GDPR Art. 18): keeping goes
     * on, and to end it is theirs.
     */
    public static Optional<Fault> refuseKept(Caller caller) {
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

    /** The fault of a caller whose key may use none of the stops. */
    public static Fault modelNotAllowed() {
        return Fault.of(
                FaultCode.MODEL_NOT_ALLOWED,
                "this key may not use this model; an administrator can add it to the key's models",
                "model");
    }

    /**
     * The stops that a caller's key may use; empty where it may use none. It is where the request
     * would go that counts, not how the caller wrote it; a key may be given a route as a whole, by
     * its name.
     */
    public static Optional<Itinerary> allowed(Caller caller, Itinerary itinerary) {
        KeyLimits limits = caller.limits();
        String alias = itinerary.alias();
        return alias != null && limits.allowsRoute(alias)
                ? Optional.of(itinerary)
                : itinerary.keeping(stop -> limits.allows(stop.platformId(), stop.model()));
    }

    /** Admits; times are whole microseconds, as the database keeps them. */
    public Admitted admit(Arrived arrived, Caller caller, Itinerary itinerary) {
        return new Admitted(
                arrived,
                caller,
                itinerary,
                Ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Admits for one place alone. */
    public Admitted admit(Arrived arrived, Caller caller, Destination destination) {
        return admit(arrived, caller, Itinerary.to(destination));
    }
}
