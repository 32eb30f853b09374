package dev.avow.admit;

import dev.avow.words.Charge;

/** What a request that is under way holds of its budgets. Safe for any thread. */
public interface Reservation {

    /** What is held. */
    Charge held();

    /**
     * Puts what it came to in the place of what was held. The first call counts, later ones change
     * nothing.
     *
     * @return what it came to
     */
    Charge settle(Outcome outcome);
}
