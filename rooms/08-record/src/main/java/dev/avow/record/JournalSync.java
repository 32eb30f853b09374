package dev.avow.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the journal to the disk, for all uses that came since the last time by one call, and tells
 * each that it is durable. It does so while their models are being asked, so that as a rule no
 * answer waits for it.
 *
 * <p>Where the disk fails, a use becomes durable by the database instead. Has a thread of its own.
 */
final class JournalSync implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalSync.class);

    private final Journal journal;
    private final LinkedBlockingQueue<Use> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    JournalSync(Journal journal) {
        this.journal = journal;
        this.thread = Thread.ofPlatform().name("avow-journal").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void enqueue(Use use) {
        queue.add(use);
    }

    private void run() {
        List<Use> group = new ArrayList<>();
        try {
            while (true) {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group);
                force(group);
                makeSpare();
            }
        } catch (InterruptedException stop) {
            // Whoever is still waiting hears from the database.
        }
    }

    private static void force(List<Use> group) {
        @Nullable JournalSegment forced = null;
        for (Use use : group) {
            JournalSegment segment = use.journalled().segment();
            try {
                if (segment != forced) {
                    segment.force();
                    forced = segment;
                }
                use.forced();
            } catch (IOException diskFails) {
                LOG.error(
                        "the journal cannot be brought to the disk; the database is used instead");
                use.write();
            }
        }
    }

    private void makeSpare() {
        try {
            journal.makeSpare();
        } catch (UncheckedIOException full) {
            // Said when there is no other way than to make one.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(10_000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
