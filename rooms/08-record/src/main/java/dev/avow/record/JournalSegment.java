package dev.avow.record;

import dev.avow.record.JournalFile.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * One life of a file of the journal: from its first entry until nothing is left to be done for any
 * of its entries and no more will come. Safe for any thread.
 */
final class JournalSegment {

    private final JournalFile file;
    private final Consumer<JournalFile> whenDone;
    private final long bornNanos = System.nanoTime();
    private final byte[] states = new byte[JournalFile.MOST];
    private int entries;
    private int end = JournalFile.ENTRIES_AT;
    private int unfinished;

    /** The states that the file does not hold yet: from, inclusive, to, exclusive. */
    private int unwrittenFrom = JournalFile.MOST;

    private int unwrittenTo;
    private boolean retired;
    private volatile boolean done;
    private volatile boolean broken;

    /** Whether marks were written since the disk was last asked. */
    private volatile boolean marksUnforced;

    /**
     * Begins a life of the file.
     *
     * @param whenDone given the file when that life is over, unless its disk failed; called with
     *     this segment's lock held
     * @throws UncheckedIOException where the file cannot be written
     */
    JournalSegment(JournalFile file, Consumer<JournalFile> whenDone) {
        this.file = file;
        this.whenDone = whenDone;
        try {
            file.begin();
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /**
     * Appends an entry and returns its number; -1 where it does not fit.
     *
     * @throws UncheckedIOException where it cannot be written; no more entries fit then
     */
    synchronized int append(byte[] payload) {
        int size = JournalFile.HEADER + payload.length;
        if (retired || entries == JournalFile.MOST || size > JournalFile.SIZE - end) {
            return -1;
        }
        try {
            file.append(payload, end + size);
        } catch (IOException disk) {
            // What of it was written ends what can be read, so nothing may follow.
            end = JournalFile.SIZE;
            throw new UncheckedIOException(disk);
        }
        end += size;
        unfinished++;
        return entries++;
    }

    /**
     * Waits until all that was appended is on the disk.
     *
     * @throws IOException where it may not be; from then on always, since the kernel gives up what
     *     it could not write and forces the rest as if nothing were missing before it
     */
    void force() throws IOException {
        if (done) {
            return;
        }
        try {
            if (broken) {
                throw new IOException("the disk failed before");
            }
            marksUnforced = false;
            file.force();
        } catch (IOException failed) {
            if (!done) {
                broken = true;
                throw failed;
            }
        }
    }

    /**
     * Waits until what was said of entries is on the disk, where no {@link #force} since has seen
     * to it: an entry that is not known to be done is written anew after a power failure, though it
     * may have been erased since.
     */
    void forceMarks() throws IOException {
        if (marksUnforced) {
            force();
        }
    }

    /** Whether the disk failed, so that what is appended is never known to be on it. */
    boolean isBroken() {
        return broken;
    }

    /** The entry's row is in the database. */
    synchronized void rowWritten(int entry) {
        mark(entry, State.ROW_WRITTEN);
    }

    /** Nothing is left to be done for the entry; said once for each. */
    synchronized void release(int entry) {
        mark(entry, State.DONE);
        unfinished--;
    }

    private void mark(int entry, State state) {
        if (done || states[entry] >= state.mark) {
            return;
        }
        states[entry] = state.mark;
        unwrittenFrom = Math.min(unwrittenFrom, entry);
        unwrittenTo = Math.max(unwrittenTo, entry + 1);
    }

    /** Brings what was said of entries into the file; where that fails, the next call tries it. */
    synchronized void writeMarks() throws IOException {
        if (unwrittenFrom < unwrittenTo) {
            file.mark(states, unwrittenFrom, unwrittenTo);
            marksUnforced = true;
            unwrittenFrom = JournalFile.MOST;
            unwrittenTo = 0;
        }
        endIfDone();
    }

    /** Whether so little room is left that the next file should be made ready. */
    synchronized boolean isFillingUp() {
        return end > JournalFile.SIZE / 2;
    }

    /** Whether its file holds entries, of this life or of those before. */
    boolean holdsEntries() {
        return file.holdsEntries();
    }

    /** Whether something is left to be done for one of its entries. */
    synchronized boolean isUnderWay() {
        return unfinished > 0;
    }

    /** When this life began, as {@link System#nanoTime} has it. */
    long bornNanos() {
        return bornNanos;
    }

    /** No more entries will come. */
    synchronized void retire() {
        retired = true;
        endIfDone();
    }

    /** Whether this life is over; its file may have begun another. */
    boolean isDone() {
        return done;
    }

    private void endIfDone() {
        if (retired && !done && unfinished == 0 && unwrittenTo == 0) {
            done = true;
            if (broken) {
                file.delete(); // where it lies may fail again
            } else {
                whenDone.accept(file);
            }
        }
    }
}
