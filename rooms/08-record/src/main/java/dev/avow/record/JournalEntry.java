package dev.avow.record;

/** Where the journal holds something. Safe for any thread. */
record JournalEntry(JournalSegment segment, int entry) {

    /** Its row is in the database; a recovery is not to insert it again. */
    void rowWritten() {
        segment.rowWritten(entry);
    }

    /** Nothing is left to be done for it; said once. */
    void release() {
        segment.release(entry);
    }
}
