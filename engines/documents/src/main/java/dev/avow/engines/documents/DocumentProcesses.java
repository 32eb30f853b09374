package dev.avow.engines.documents;

import dev.avow.arrive.DocumentReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads documents in processes of their own, as many as may be read at once: a document that is
 * made to harm takes one process's memory and time and is not read, and the next one is read by
 * another. The first document starts a process, which is kept for those after it until it has read
 * enough, failed, or had nothing to do for a while.
 */
public final class DocumentProcesses implements DocumentReader, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentProcesses.class);

    private final ReaderLimits limits;
    private final ReaderCommand command;
    private final boolean takePartial;
    private final Semaphore turns;
    private final AtomicBoolean toldOfNoConfinement = new AtomicBoolean();
    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    /** Guarded by this. */
    private final List<ReaderProcess> idle = new ArrayList<>();

    /** Guarded by this; the idle ones are among them. */
    private final Set<ReaderProcess> alive = new HashSet<>();

    /** Guarded by this; made for the first process. */
    private @Nullable WorkPlace place;

    /** Guarded by this. */
    private boolean closed;

    /**
     * Removes what servers of this user left that were killed with their readers.
     *
     * @param readsPdf whether PDFs are read
     * @param takePartial whether what could not be read as a whole counts as whole all the same
     */
    public DocumentProcesses(ReaderLimits limits, boolean readsPdf, boolean takePartial) {
        this.limits = limits;
        this.command =
                new ReaderCommand(
                        limits.heapMegabytes(),
                        limits.mostChars(),
                        (int) limits.patience().plusSeconds(2).toSeconds(),
                        readsPdf);
        this.takePartial = takePartial;
        this.turns = new Semaphore(limits.atOnce(), true);
        WorkPlace.sweep();
    }

    @Override
    public Extract read(byte[] document) {
        return read(document, limits.patience());
    }

    /** With less patience than there is for others. */
    Extract read(byte[] document, Duration patience) {
        Extract extract =
                document.length > Unpacking.MOST ? Extract.NONE : inTurn(document, patience);
        return takePartial ? new Extract(extract.text(), true) : extract;
    }

    private Extract inTurn(byte[] document, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return Extract.NONE;
            }
            try {
                return by(take(), document, until);
            } finally {
                turns.release();
            }
        } catch (IOException none) {
            LOG.warn("A document is not read, since no process for it could be started");
            return Extract.NONE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Extract.NONE;
        }
    }

    /** On a thread that may wait for a pipe, which ends with the process at the latest. */
    private Extract by(ReaderProcess process, byte[] document, long until)
            throws InterruptedException {
        FutureTask<Extract> reading = new FutureTask<>(() -> process.read(document));
        Thread.ofPlatform().daemon().name("document").start(reading);
        boolean read = false;
        try {
            Extract extract = reading.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            read = true;
            return extract;
        } catch (TimeoutException tooSlow) {
            LOG.info("A document took too long to be read, and its process was ended");
            return Extract.NONE;
        } catch (ExecutionException broken) {
            if (process.hasBegun()) {
                LOG.info("A document ended the process that read it");
            } else {
                LOG.warn("A document is not read, since the process for it ended at its start");
            }
            return Extract.NONE;
        } finally {
            giveBack(process, read);
        }
    }

    private synchronized ReaderProcess take() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        while (!idle.isEmpty()) {
            ReaderProcess process = idle.removeLast();
            if (process.canRead(limits.perProcess())) {
                return process;
            }
            end(process);
        }
        WorkPlace work = place == null ? WorkPlace.open() : place;
        place = work;
        ReaderProcess process = ReaderProcess.start(command, work);
        if (alive.isEmpty()) {
            sweepAfter(limits.idle());
        }
        alive.add(process);
        return process;
    }

    private synchronized void giveBack(ReaderProcess process, boolean read) {
        if (read && !process.isConfined() && toldOfNoConfinement.compareAndSet(false, true)) {
            LOG.warn(
                    "Documents are read by processes that may do more than read them: the kernel"
                            + " lacks Landlock (Linux 5.13) or seccomp, or one is turned off");
        }
        if (read && !closed && process.canRead(limits.perProcess())) {
            process.rest();
            idle.add(process);
        } else {
            end(process);
        }
    }

    private void end(ReaderProcess process) {
        process.close();
        alive.remove(process);
    }

    private void sweepAfter(Duration pause) {
        var _ = sweeper.schedule(this::sweep, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void sweep() {
        List<ReaderProcess> rested =
                idle.stream().filter(each -> each.hasRested(limits.idle().toNanos())).toList();
        idle.removeAll(rested);
        rested.forEach(this::end);
        if (!closed && !alive.isEmpty()) {
            sweepAfter(limits.idle());
        }
    }

    /** The processes that there are, for tests. */
    synchronized List<Long> pids() {
        return alive.stream().map(ReaderProcess::pid).toList();
    }

    /** Ends all processes, and with them what they are at. */
    @Override
    public synchronized void close() {
        closed = true;
        sweeper.shutdownNow();
        idle.clear();
        List.copyOf(alive).forEach(this::end);
        if (place != null) {
            place.close();
        }
    }
}
