package dev.avow.classify;

import dev.avow.detector.api.Detector;
import java.time.Duration;

/**
 * What says what a request's texts are about (promise B4, tier 3). Safe for any thread.
 *
 * @param detector its findings are parts of a text with a topic; it may wait
 * @param budget how long it may take for one request, within what the request has for all
 */
public record TopicStage(Detector detector, Duration budget) {

    /** When it has to end, by {@link System#nanoTime()}, where the request has to by another. */
    long until(long deadline) {
        long own = System.nanoTime() + budget.toNanos();
        return own - deadline < 0 ? own : deadline;
    }
}
