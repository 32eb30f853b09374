package dev.avow.record;

import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One use of a model on its way into the record. Safe for any thread.
 *
 * <p>Its row is written once if it has ended by the time its group is committed, otherwise twice:
 * when it opens and when it has ended.
 */
public final class Use {

    private final Opening opening;
    private final Journal journal;
    private final JournalEntry journalled;
    private final JournalSync sync;
    private final Scribe scribe;
    private final long openedNanos;
    private final CompletableFuture<Void> durable = new CompletableFuture<>();
    private @Nullable Ending ending;
    private @Nullable JournalEntry journalledEnding;
    private boolean written;
    private boolean queued;
    private boolean triedBefore;
    private boolean released;

    Use(
            Opening opening,
            Journal journal,
            JournalEntry journalled,
            JournalSync sync,
            Scribe scribe) {
        this.opening = opening;
        this.journal = journal;
        this.journalled = journalled;
        this.sync = sync;
        this.scribe = scribe;
        this.openedNanos = System.nanoTime();
    }

    /** How long ago it was opened, in nanoseconds. */
    long ageNanos() {
        return System.nanoTime() - openedNanos;
    }

    /**
     * When this use can no longer go unrecorded, whatever happens to the process or the machine. To
     * be asked for when something waits for it: the disk is called without delay then.
     *
     * @return done when its entry of the journal is on the disk or its row in the database; may
     *     complete on any thread
     */
    public CompletionStage<Void> durable() {
        if (!durable.isDone()) {
            sync.hurry();
        }
        return durable;
    }

    /** Whether {@link #durable} is done. */
    public boolean isDurable() {
        return durable.isDone();
    }

    /** Has its row written, unless it was or is about to be. */
    void write() {
        synchronized (this) {
            if (queued || written) {
                return;
            }
            queued = true;
        }
        scribe.enqueue(this);
    }

    /** Says how it ended; later calls change nothing. Does not wait. */
    public void end(Ending how) {
        synchronized (this) {
            if (ending != null) {
                return;
            }
            ending = how;
            journalledEnding = journalled(how);
            if (queued) {
                return;
            }
            queued = true;
        }
        scribe.enqueue(this);
    }

    /** Null where the disk is full: the end is then known to the database alone. */
    private @Nullable JournalEntry journalled(Ending how) {
        try {
            return journal.append(JournalCodec.write(opening.id(), how));
        } catch (UncheckedIOException full) {
            return null;
        }
    }

    synchronized boolean hasEnded() {
        return ending != null;
    }

    Opening opening() {
        return opening;
    }

    JournalEntry journalled() {
        return journalled;
    }

    /** Its entry of the journal is on the disk. */
    void forced() {
        durable.complete(null);
    }

    /**
     * What one group commit writes of a use.
     *
     * @param isNew whether the row is not known to be there
     * @param mayRepeat whether an earlier try failed, which may have got through all the same
     * @param ending null while it has not ended
     */
    public record Draft(Use use, boolean isNew, boolean mayRepeat, @Nullable Ending ending) {}

    synchronized Draft draft() {
        queued = false;
        return new Draft(this, !written, triedBefore, ending);
    }

    /** The draft is in the database. */
    void committed(Draft draft) {
        boolean done;
        JournalEntry itsEnding;
        synchronized (this) {
            written = true;
            done = draft.ending() != null && !released;
            released |= done;
            itsEnding = journalledEnding;
        }
        if (done) {
            // The opening first: an end whose opening is done is passed over by a recovery.
            journalled.release();
            if (itsEnding != null) {
                itsEnding.release();
            }
        } else if (draft.isNew()) {
            journalled.rowWritten();
        }
        durable.complete(null);
    }

    /**
     * The draft is not in the database; it will be tried again.
     *
     * @return whether it must be queued for that; false where its end has queued it meanwhile
     */
    synchronized boolean failed() {
        triedBefore = true;
        boolean must = !queued;
        queued = true;
        return must;
    }
}
