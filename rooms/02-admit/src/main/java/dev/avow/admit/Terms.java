package dev.avow.admit;

import dev.avow.words.Charge;
import dev.avow.words.Destination;
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

    /**
     * The same where memory could not tell, since other nodes spend too; blocks.
     *
     * @return granted or refused
     * @throws dev.avow.words.FaultException where the store does not answer in time
     */
    Grant claim(Caller caller, Itinerary itinerary, Size size, Instant at);

    /**
     * Puts what a request came to in the place of what it was charged when it left, for one whose
     * answer is known only much later, such as a line of a batch. Where the day or month that was
     * charged is over, its count stays. Never waits; to be called once for each request.
     *
     * @param caller who was charged
     * @param charged what
     * @param at when it was admitted
     * @return what it came to
     */
    Charge correct(
            Caller caller,
            Destination destination,
            Size size,
            Charge charged,
            Outcome outcome,
            Instant at);
}
