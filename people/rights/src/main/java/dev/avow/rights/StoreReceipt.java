package dev.avow.rights;

import org.jspecify.annotations.Nullable;

/**
 * What an erasure did in one place.
 *
 * @param store the place
 * @param action what was done, or is still to be done
 * @param rows how many; 0 where that does not apply
 * @param detail what a person needs to know about it; null where nothing
 */
public record StoreReceipt(String store, Action action, long rows, @Nullable String detail) {

    /** What an erasure does. */
    public enum Action {
        /** Deleted. */
        ERASED,
        /** Still there, and nobody can read it any more. */
        UNREADABLE,
        /** Still there: a legal hold covers it. */
        HELD,
        /** Somebody outside of Avow keeps it, and is asked to delete it for as long as needed. */
        ASKED,
        /** Somebody outside of Avow received it, and must be asked by the controller. */
        ASK
    }

    StoreReceipt plus(long more) {
        return new StoreReceipt(store, action, rows + more, detail);
    }
}
