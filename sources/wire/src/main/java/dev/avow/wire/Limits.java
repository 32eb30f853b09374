package dev.avow.wire;

import java.time.Duration;

/**
 * What a call may take.
 *
 * @param connect until the connection stands
 * @param firstByte from the request sent to the answer's head
 * @param idle between two pieces of an answer
 * @param largestAnswerBytes of a whole answer, and of one event of a stream
 * @param mostConnections to one host, from one event loop
 * @param sharing how calls share connections
 */
public record Limits(
        Duration connect,
        Duration firstByte,
        Duration idle,
        int largestAnswerBytes,
        int mostConnections,
        Sharing sharing) {}
