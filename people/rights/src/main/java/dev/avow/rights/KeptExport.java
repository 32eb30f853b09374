package dev.avow.rights;

import dev.avow.words.TenantId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A copy that was begun, and can be resumed where the connection broke off. It is made to its end
 * whether or not anybody takes it. Safe for any thread.
 */
public final class KeptExport implements AutoCloseable {

    private enum State {
        ASKED_FOR,
        MADE,
        WHOLE,
        GONE
    }

    private final UUID id;
    private final TenantId tenant;
    private final UUID subject;
    private final ExportSpool spool;
    private final Duration life;
    private final InstantSource clock;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile State state = State.ASKED_FOR;
    private volatile Runnable letGo = () -> {};
    private volatile Instant used;

    /**
     * @param life how long after it was used last it can be resumed
     */
    KeptExport(
            UUID id,
            TenantId tenant,
            UUID subject,
            ExportSpool spool,
            Duration life,
            InstantSource clock) {
        this.id = id;
        this.tenant = tenant;
        this.subject = subject;
        this.spool = spool;
        this.life = life;
        this.clock = clock;
        this.used = clock.instant();
    }

    /** What stands for these very bytes: a strong entity tag (RFC 9110, section 8.8.3). */
    public String entityTag() {
        return "\"" + id + "\"";
    }

    boolean isOf(TenantId aTenant, UUID person) {
        return tenant.equals(aTenant) && subject.equals(person);
    }

    boolean isOver() {
        return state == State.GONE || !clock.instant().isBefore(used.plus(life));
    }

    /** Whether nothing more is written. */
    boolean isWhole() {
        return state == State.WHOLE;
    }

    synchronized long onDisk() {
        return spool.onDisk();
    }

    /** Its making begins. */
    synchronized void begin() {
        if (state == State.ASKED_FOR) {
            state = State.MADE;
        }
    }

    /** Keeps the next part, as long as that can be done. */
    synchronized void write(byte[] part) throws IOException {
        if (state == State.MADE) {
            spool.write(part);
            used = clock.instant();
        }
    }

    synchronized void finish() throws IOException {
        if (state == State.MADE) {
            spool.finish();
            state = State.WHOLE;
        }
        ended.countDown();
    }

    /**
     * Says how the connection that takes it now is let go of.
     *
     * @param how called at most once by whoever resumes; the connection may be dead and not know it
     */
    public void onResumed(Runnable how) {
        letGo = how;
    }

    /**
     * Waits until it is made, for whoever resumes it; lets go of who took it before.
     *
     * @return whether it is whole; false too where it takes longer than the patience
     */
    public boolean awaitWhole(Duration patience) {
        if (state == State.ASKED_FOR) {
            return false;
        }
        if (state == State.MADE) {
            letGo.run();
        }
        try {
            return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS) && isWhole();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether it is being made still. */
    public boolean isMade() {
        return state == State.MADE;
    }

    /** Its length in bytes, once it is whole. */
    public long size() {
        return spool.size();
    }

    /** Reads some of it, once it is whole, from a byte to before another. */
    public void read(long from, long to, Consumer<byte[]> sink) {
        spool.read(
                from,
                to,
                part -> {
                    used = clock.instant();
                    sink.accept(part);
                });
    }

    /** For tests: the file as it lies there. */
    byte[] bytesOnDisk() {
        return spool.bytesOnDisk();
    }

    /** Lets go of it, for good. */
    @Override
    public synchronized void close() {
        state = State.GONE;
        ended.countDown();
        spool.close();
    }

    @Override
    public String toString() {
        return "KeptExport " + id;
    }
}
