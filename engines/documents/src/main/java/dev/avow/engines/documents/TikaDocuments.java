package dev.avow.engines.documents;

import dev.avow.arrive.DocumentReader;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads documents by Apache Tika, a few at once, each for a while.
 *
 * <p>A parser cannot be stopped from outside. One whose time is up is told to (by an interrupt),
 * and keeps its turn until it has ended, so that hostile documents take as many threads as there
 * are turns and no more; while they do, other documents are not read, and so do not leave.
 */
public final class TikaDocuments implements DocumentReader {

    private final int mostChars;
    private final long patienceMillis;
    private final boolean readsPdf;
    private final boolean takePartial;
    private final Semaphore turns;

    /**
     * @param mostChars taken out of one document
     * @param patience for one document, waiting for its turn included
     * @param atOnce documents that are read at the same time
     * @param readsPdf whether PDFs are read
     * @param takePartial whether what could not be read as a whole counts as whole all the same
     */
    public TikaDocuments(
            int mostChars, Duration patience, int atOnce, boolean readsPdf, boolean takePartial) {
        this.mostChars = mostChars;
        this.patienceMillis = patience.toMillis();
        this.readsPdf = readsPdf;
        this.takePartial = takePartial;
        this.turns = new Semaphore(atOnce, true);
    }

    @Override
    public Extract read(byte[] document) {
        Extract extract = inTurn(document);
        return takePartial ? new Extract(extract.text(), true) : extract;
    }

    private Extract inTurn(byte[] document) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        try {
            if (!turns.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                return Extract.NONE;
            }
            FutureTask<Extract> reading = new FutureTask<>(() -> readAndGiveBack(document));
            Thread parser = Thread.ofPlatform().daemon().name("document").start(reading);
            try {
                return reading.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException tooSlow) {
                parser.interrupt();
                return Extract.NONE;
            } catch (ExecutionException broken) {
                return Extract.NONE;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Extract.NONE;
        }
    }

    private Extract readAndGiveBack(byte[] document) {
        try {
            return new TikaReading(mostChars, readsPdf).read(document);
        } finally {
            turns.release();
        }
    }
}
