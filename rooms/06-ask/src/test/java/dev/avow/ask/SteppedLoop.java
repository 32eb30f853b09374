package dev.avow.ask;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** An event loop whose time passes when a test says so. */
final class SteppedLoop implements Loop {

    private record Timer(long at, Runnable task) {}

    final List<Duration> pauses = new ArrayList<>();
    private final Deque<Runnable> soon = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private long now;

    @Override
    public void run(Runnable task) {
        soon.add(task);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        pauses.add(delay);
        Timer timer = new Timer(now + delay.toNanos(), task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    /** Runs what is due within this time, in its order. */
    void pass(Duration time) {
        long until = now + time.toNanos();
        while (true) {
            Runnable task = soon.poll();
            if (task == null) {
                Timer next =
                        timers.stream()
                                .filter(each -> each.at() <= until)
                                .min(Comparator.comparingLong(Timer::at))
                                .orElse(null);
                if (next == null) {
                    now = until;
                    return;
                }
                timers.remove(next);
                now = next.at();
                task = next.task();
            }
            task.run();
        }
    }

    /** Timers that have neither run nor been called off. */
    int waiting() {
        return timers.size();
    }
}
