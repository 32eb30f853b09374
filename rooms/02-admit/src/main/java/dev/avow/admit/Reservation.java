package dev.avow.admit;

import dev.avow.words.Charge;
import dev.avow.words.Destination;
import java.util.List;

/** What a request that is under way holds of its budgets. Safe for any thread. */
public interface Reservation {

    /** What is held. */
    Charge held();

    /**
     * Puts what it came to in the place of what was held. The first call counts, later ones change
     * nothing.
     *
     * @param outcome of the last try
     * @param at whom the last try was with; its prices count
     * @param inDoubt whom earlier tries were with that may have been served: each is charged what
     *     it may have come to
     * @return what it came to
     */
    Charge settle(Outcome outcome, Destination at, List<Destination> inDoubt);
}
