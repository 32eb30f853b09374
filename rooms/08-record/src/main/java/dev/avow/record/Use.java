package dev.avow.record;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One use of a model on its way into the record. Safe for any thread.
 *
 * <p>It is written once if it has ended by the time its group is committed, otherwise twice: when
 * it opens and when it has ended.
 */
public final class Use {

    private final Opening opening;
    private final JournalSegment journalled;
    private final Scribe scribe;
    private final long openedNanos;
    private final CompletableFuture<Void> durable = new CompletableFuture<>();
    private @Nullable Ending ending;
    private boolean written;
    private boolean queued;
    private boolean triedBefore;
    private boolean released;

    Use(Opening opening, JournalSegment journalled, Scribe scribe) {
        this.opening = opening;
        this.journalled = journalled;
        this.scribe = scribe;
        this.openedNanos = System.nanoTime();
    }

    /** How long ago it was opened, in nanoseconds. */
    long ageNanos() {
        return System.nanoTime() - openedNanos;
    }

    /**
     * Asks for the interaction to be written without delay.
     *
     * @return done when it is in the database; may complete on any thread
     */
    public CompletionStage<Void> durable() {
        write();
        return durable;
    }

    /** Has it written, unless it was or is about to be. */
    void write() {
        synchronized (this) {
            if (queued || written) {
                return;
            }
            queued = true;
        }
        scribe.enqueue(this);
    }

    /** Whether the interaction is in the database. */
    public boolean isDurable() {
        return durable.isDone();
    }

    /** Says how it ended; later calls change nothing. Does not wait. */
    public void end(Ending how) {
        synchronized (this) {
            if (ending != null) {
                return;
            }
            ending = how;
            if (queued) {
                return;
            }
            queued = true;
        }
        scribe.enqueue(this);
    }

    Opening opening() {
        return opening;
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
        synchronized (this) {
            written = true;
            done = draft.ending() != null && !released;
            released |= done;
        }
        if (done) {
            journalled.release();
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
