package dev.avow.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A write-ahead log of the uses of models: each is noted here before its request leaves and when it
 * has ended, and is carried to the database from memory. When every use in a file has ended and is
 * in the database, the file is written anew; what is left at a start is what was not there yet when
 * the process died.
 *
 * <p>Nothing stays for long: a file takes entries for a minute, and what was in it is wiped some
 * seconds after the last of them is done, unless it was written over before. {@link JournalKeeper}
 * sees to that.
 *
 * <p>Safe for any thread; an append takes microseconds.
 */
final class Journal {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    /** Between the steps in which a file is made or wiped. */
    private static final Duration REST = Duration.ofMillis(2);

    /** How long a file takes entries, where at the end of that none is under way. */
    static final long LONG_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** How long it does where some always are: each of them keeps its file. */
    static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);

    /** How long a file waits to be written anew before it is wiped: at full load it never is. */
    static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** How often it is looked whether anything has become old. */
    private static final long PACE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final JournalFolder folder;

    /** Those whose files are in use, the oldest first. */
    private final ConcurrentLinkedQueue<JournalSegment> segments = new ConcurrentLinkedQueue<>();

    /** Files for lives to come. */
    private final ConcurrentLinkedQueue<Idle> idle = new ConcurrentLinkedQueue<>();

    private JournalSegment current;
    private long number;
    private volatile boolean closing;
    private boolean marksFail;

    private record Idle(JournalFile file, long sinceNanos) {}

    private Journal(JournalFolder folder) {
        this.folder = folder;
        this.number = System.currentTimeMillis();
        this.current = begin();
    }

    /** Opens the journal; read {@link #left} first. */
    static Journal open(JournalFolder folder) {
        return new Journal(folder);
    }

    /** The files that an earlier process left. */
    static List<String> left(JournalFolder folder) throws IOException {
        return folder.names().stream().filter(JournalReader::reads).toList();
    }

    private synchronized String nextName() {
        return JournalReader.BEGINNING + number++ + JournalReader.NAMES;
    }

    private JournalSegment begin() {
        Idle ready = idle.poll();
        JournalFile file =
                ready == null
                        ? JournalFile.create(folder, nextName(), Duration.ZERO)
                        : ready.file();
        try {
            JournalSegment begun = new JournalSegment(file, this::free);
            segments.add(begun);
            return begun;
        } catch (UncheckedIOException disk) {
            file.delete();
            throw disk;
        }
    }

    /** Called with a segment's lock held, so without this one's. */
    private void free(JournalFile file) {
        if (closing) {
            file.delete();
        } else {
            idle.add(new Idle(file, System.nanoTime()));
        }
    }

    /**
     * Appends an entry and says where it stands.
     *
     * @throws UncheckedIOException where it cannot be written
     */
    synchronized JournalEntry append(byte[] payload) {
        int entry = current.append(payload);
        if (entry < 0) {
            goOn();
            entry = current.append(payload);
            if (entry < 0) {
                throw new IllegalStateException("a use does not fit into the journal");
            }
        }
        if (wantsSpare()) {
            notifyAll();
        }
        return new JournalEntry(current, entry);
    }

    private synchronized void goOn() {
        JournalSegment before = current;
        current = begin();
        before.retire();
    }

    /** Brings into the files what was said of their entries. Blocks for a copy into the kernel. */
    void writeMarks() {
        boolean failed = false;
        for (JournalSegment segment : segments) {
            try {
                segment.writeMarks();
            } catch (IOException disk) {
                failed = true;
            }
        }
        segments.removeIf(JournalSegment::isDone);
        if (failed && !marksFail) {
            LOG.error("the journal cannot be told what is in the database; trying again");
        }
        marksFail = failed;
    }

    private synchronized boolean wantsSpare() {
        return idle.isEmpty() && current.isFillingUp();
    }

    /**
     * Waits until there may be something to {@link #keep}, a second at most; false where there will
     * be nothing any more.
     */
    synchronized boolean await() {
        try {
            long until = System.nanoTime() + PACE_NANOS;
            for (long left = PACE_NANOS;
                    left > 0 && !closing && !wantsSpare();
                    left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return !closing;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Makes the next file before it is needed, so that no append has to; goes on in another file
     * where the present one is old or its disk failed; wipes and gives back what is not needed.
     * Blocks.
     *
     * @param nowNanos the time, as {@link System#nanoTime} has it
     * @throws UncheckedIOException where the disk fails or is full
     */
    void keep(long nowNanos) {
        forceMarks();
        if (isOld(nowNanos)) {
            makeSpare();
            synchronized (this) {
                goOn();
            }
        } else if (wantsSpare()) {
            makeSpare();
        }
        for (Idle next = idle.peek();
                next != null && nowNanos - next.sinceNanos() >= IDLE_NANOS && idle.remove(next);
                next = idle.peek()) {
            tidy(next.file(), nowNanos);
        }
    }

    private void forceMarks() {
        for (JournalSegment segment : segments) {
            try {
                segment.forceMarks();
            } catch (IOException disk) {
                // Said by whoever waits for the disk; the segment is given up below.
            }
        }
    }

    private synchronized boolean isOld(long nowNanos) {
        long age = nowNanos - current.bornNanos();
        return !closing
                && (current.isBroken()
                        || (current.holdsEntries()
                                && age >= (current.isUnderWay() ? LONGEST_NANOS : LONG_NANOS)));
    }

    private void makeSpare() {
        if (idle.isEmpty()) {
            offer(JournalFile.create(folder, nextName(), REST), System.nanoTime());
        }
    }

    /** Wipes it; one more than there has to be goes. */
    private void tidy(JournalFile file, long nowNanos) {
        if (!idle.isEmpty()) {
            file.delete();
            return;
        }
        try {
            if (file.holdsEntries()) {
                file.wipe(REST);
            }
            offer(file, nowNanos);
        } catch (IOException disk) {
            file.delete();
        }
    }

    private synchronized void offer(JournalFile file, long sinceNanos) {
        if (closing) {
            file.delete();
        } else {
            idle.add(new Idle(file, sinceNanos));
        }
    }

    /** No file is made before it is needed from now on. */
    synchronized void makeNoSpares() {
        closing = true;
        notifyAll();
    }

    /** Deletes what is done; what is not is read at the next start. */
    synchronized void close() {
        closing = true;
        current.retire();
        for (Idle next = idle.poll(); next != null; next = idle.poll()) {
            next.file().delete();
        }
    }
}
