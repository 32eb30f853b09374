package dev.avow.admit;

import dev.avow.words.Itinerary;
import java.time.Instant;

/** The prices and budgets of a tenant as they were when it was asked. Safe for any thread. */
public interface Terms {

    /**
     * Reserves what a request may come to on every level that it is of, or on none. To be called
     * right before it leaves; whatever becomes of it, the reservation must be settled. Never waits.
     * Of several stops the dearest is reserved for, as often as a try may be billed.
     *
     * @param at when it was admitted: its day and month are the ones that are charged
     */
    Grant reserve(Caller caller, Itinerary itinerary, Size size, Instant at);
}
