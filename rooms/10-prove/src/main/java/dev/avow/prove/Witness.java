package dev.avow.prove;

import dev.avow.merkle.Checkpoint;
import java.util.Optional;

/**
 * Remembers, outside the database, how far a log had come, so that a log that is cut back together
 * with its tree is found out. Safe for any thread; may block.
 */
public interface Witness {

    /** The last checkpoint that was kept of this log; empty for none. */
    Optional<Checkpoint> last(String origin);

    /**
     * Keeps a checkpoint, unless one of as many entries, or of more, is kept already.
     *
     * @param note signed
     */
    void keep(Checkpoint checkpoint, String note);
}
