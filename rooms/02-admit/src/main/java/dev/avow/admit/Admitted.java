package dev.avow.admit;

import dev.avow.arrive.Arrived;
import dev.avow.words.Destination;
import dev.avow.words.Itinerary;
import java.time.Instant;
import java.util.UUID;

/**
 * A request that may go on: it is known who asks, and where the model is.
 *
 * @param arrived the request
 * @param caller who asks
 * @param itinerary where it would go
 * @param interactionId under which its use of a model is recorded
 * @param at when it was admitted
 */
public record Admitted(
        Arrived arrived, Caller caller, Itinerary itinerary, UUID interactionId, Instant at) {

    /** One that would go to one place alone. */
    public Admitted(
            Arrived arrived,
            Caller caller,
            Destination destination,
            UUID interactionId,
            Instant at) {
        this(arrived, caller, Itinerary.to(destination), interactionId, at);
    }

    /** Where it would go first. */
    public Destination destination() {
        return itinerary.first();
    }

    /** The same request on another way. */
    public Admitted by(Itinerary other) {
        return new Admitted(arrived, caller, other, interactionId, at);
    }
}
