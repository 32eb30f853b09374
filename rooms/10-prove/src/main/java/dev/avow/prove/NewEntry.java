package dev.avow.prove;

/**
 * An entry that is about to be written.
 *
 * @param keys under which its values are sealed
 * @param values those that are to be sealed
 */
record NewEntry(AuditRecord entry, EntryKeys keys, SealedValues values) {

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "NewEntry " + entry.id();
    }
}
