package dev.avow.app;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Wakes whoever sends mail when something was put into the outbox. Safe for any thread. */
final class MailNudge {

    private final BlockingQueue<Boolean> wanted = new ArrayBlockingQueue<>(1);

    /** Returns at once. */
    void tell() {
        boolean _ = wanted.offer(true);
    }

    /** Waits until somebody tells, or for that long. */
    void await(Duration longest) throws InterruptedException {
        Boolean _ = wanted.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
