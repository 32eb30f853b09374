package dev.avow.app;

import java.time.Duration;

/**
 * How long a connection may keep the server waiting. How long an answer takes is no matter of this:
 * a model may think for minutes, and a stream of events may be silent for hours.
 *
 * @param firstHead from connecting to the end of the first request's head
 * @param nextHead from the end of an answer to the end of the next request's head
 * @param body from the end of a head to the end of its body
 */
record Patience(Duration firstHead, Duration nextHead, Duration body) {

    static final Patience USUAL =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(75), Duration.ofSeconds(60));
}
