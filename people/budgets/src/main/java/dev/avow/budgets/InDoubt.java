package dev.avow.budgets;

import dev.avow.budgets.CountRows.Count;
import dev.avow.budgets.CountRows.Place;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * A transaction that may have been committed.
 *
 * @param transaction by what the database knows it
 * @param told what it added for this node
 * @param held what it held, for nobody: who asked was told that it failed
 */
record InDoubt(String transaction, Map<Place, Count> told, Map<Place, Count> held) {

    /** Adds what it did not do, or takes back what it held for nobody. */
    void resolve(Handle handle, Map<Place, Count> to) {
        if (CountRows.isCommitted(handle, transaction)) {
            held.forEach((place, it) -> Counts.add(to, place, -it.picos(), -it.tokens()));
        } else {
            told.forEach((place, it) -> Counts.add(to, place, it.picos(), it.tokens()));
        }
    }
}
