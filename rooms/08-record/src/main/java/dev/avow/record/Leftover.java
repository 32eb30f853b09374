package dev.avow.record;

import org.jspecify.annotations.Nullable;

/**
 * A use that a process which died may not have recorded whole.
 *
 * @param rowWritten whether its row was in the database; where it is not there now, it was erased
 * @param ending null where it had not ended
 */
record Leftover(Opening opening, boolean rowWritten, @Nullable Ending ending) {}
