package dev.avow.record;

import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.tenancy.TenantLane;
import dev.avow.words.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries uses to the database, in groups: whatever has come within 50 ms, or while the last group
 * was being committed, is one. Nobody waits for that, since each use is in the journal; who wants
 * to read asks it to {@link #catchUp} first.
 *
 * <p>Where the database fails it tries again until it succeeds, and says so by {@link #isFailing}.
 */
final class Scribe implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);
    private static final int LARGEST_GROUP = 500;

    /** Between two groups: each is a commit, and so a wait for the disk. */
    private static final long PACE_NANOS = 50_000_000;

    /**
     * Between two statements of a group: without it the server keeps a processor for some 8 ms
     * twenty times a second, and whoever is queued behind it waits (docs/measurements/load.md).
     */
    private static final long REST_NANOS = 5_000_000;

    /** Most models have answered by then, and their uses are one row's writing instead of two. */
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private static final long LONGEST_COMMIT_NANOS = 2_000_000_000L;

    private final TenantLane lane;
    private final Runnable afterGroup;
    private final Consumer<List<Use.Draft>> listener;
    private final LinkedBlockingQueue<Use> queue = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Use> begun = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<CompletableFuture<Void>> readers =
            new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean failing;

    /** When the group under way was begun; 0 while there is none. */
    private volatile long committingSince;

    private volatile boolean closing;

    /** How long the last group rested, in nanoseconds; the writer's own. */
    private long rested;

    /**
     * @param afterGroup run on the writer's thread after each group, and before anybody is told
     *     that it has caught up
     */
    Scribe(TenantLane lane, Runnable afterGroup, Consumer<List<Use.Draft>> listener) {
        this.lane = lane;
        this.afterGroup = afterGroup;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("avow-scribe").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /**
     * Takes note of a use that has begun. It is written when it has ended or after a second: a use
     * that ends within that second is written once instead of twice.
     */
    void note(Use use) {
        begun.add(use);
    }

    /**
     * Writes all that has begun or ended so far, without delay.
     *
     * @return done when it is in the database; may complete on any thread
     */
    CompletionStage<Void> catchUp() {
        CompletableFuture<Void> caughtUp = new CompletableFuture<>();
        readers.add(caughtUp);
        LockSupport.unpark(thread);
        return caughtUp;
    }

    private void writeThoseUnderWay(long age) {
        begun.removeIf(Use::hasEnded); // they are in the queue, or written
        for (Use first = begun.peek();
                first != null && first.ageNanos() >= age;
                first = begun.peek()) {
            begun.remove();
            first.write();
        }
    }

    void enqueue(Use use) {
        queue.add(use);
    }

    /**
     * Whether the last group could not be written, or the one under way takes suspiciously long.
     */
    boolean isFailing() {
        long since = committingSince;
        return failing || (since != 0 && System.nanoTime() - since > LONGEST_COMMIT_NANOS);
    }

    int waiting() {
        return queue.size();
    }

    private void run() {
        try {
            while (!(closing && begun.isEmpty() && queue.isEmpty())) {
                if (readers.isEmpty() && !closing) {
                    LockSupport.parkNanos(this, PACE_NANOS - rested);
                }
                rested = 0;
                List<CompletableFuture<Void>> waiting = waitingReaders();
                writeThoseUnderWay(waiting.isEmpty() && !closing ? PATIENCE_NANOS : 0);
                writeAll();
                waiting.forEach(each -> each.complete(null));
                if (Thread.interrupted()) {
                    return;
                }
            }
        } catch (InterruptedException stop) {
            // Closed while the database was away; the journal holds what was not written.
        } finally {
            waitingReaders().forEach(each -> each.complete(null));
        }
    }

    private List<CompletableFuture<Void>> waitingReaders() {
        List<CompletableFuture<Void>> waiting = new ArrayList<>(1);
        for (var next = readers.poll(); next != null; next = readers.poll()) {
            waiting.add(next);
        }
        return waiting;
    }

    private void writeAll() throws InterruptedException {
        List<Use> group = new ArrayList<>();
        while (queue.drainTo(group, LARGEST_GROUP) > 0) {
            committingSince = System.nanoTime();
            commit(group);
            afterGroup.run();
            committingSince = 0;
            group.clear();
        }
    }

    /** Not where somebody waits for the group, or the next one would be full. */
    private void rest() {
        if (readers.isEmpty() && !closing && queue.size() < LARGEST_GROUP) {
            LockSupport.parkNanos(this, REST_NANOS);
            rested += REST_NANOS;
        }
    }

    private void commit(List<Use> group) throws InterruptedException {
        Map<TenantId, List<Use.Draft>> byTenant = LinkedHashMap.newLinkedHashMap(1);
        for (Use use : group) {
            byTenant.computeIfAbsent(use.opening().tenant(), _ -> new ArrayList<>(group.size()))
                    .add(use.draft());
        }
        for (Map.Entry<TenantId, List<Use.Draft>> each : byTenant.entrySet()) {
            List<Use.Draft> drafts = each.getValue();
            try {
                lane.within(
                        each.getKey(),
                        connection -> InteractionRows.write(connection, drafts, this::rest));
                failing = false;
                drafts.forEach(draft -> draft.use().committed(draft));
                tell(drafts);
            } catch (DatabaseUnavailable unavailable) {
                again(drafts, unavailable);
            }
        }
    }

    private void tell(List<Use.Draft> drafts) {
        try {
            listener.accept(drafts);
        } catch (RuntimeException itsOwn) {
            // The uses are in the record; without this thread no later one would be.
            LOG.error("a listener of interactions failed: {}", itsOwn.getClass().getName());
        }
    }

    private void again(List<Use.Draft> drafts, DatabaseUnavailable why)
            throws InterruptedException {
        if (!failing) {
            LOG.error("interactions cannot be written, {}; trying again", why.getMessage());
        }
        failing = true;
        for (Use.Draft draft : drafts) {
            if (draft.use().failed()) {
                queue.add(draft.use());
            }
        }
        if (closing) {
            throw new InterruptedException("closing while the database is away");
        }
        TimeUnit.MILLISECONDS.sleep(250);
    }

    /** Writes what is waiting, then stops. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(10_000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        lane.close();
    }
}
