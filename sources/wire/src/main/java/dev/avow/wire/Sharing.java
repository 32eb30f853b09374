package dev.avow.wire;

import java.time.Duration;

/**
 * How calls share connections by HTTP/2 (RFC 9113), where a server chooses it in the TLS handshake.
 *
 * @param calls on one connection at once, at most; fewer where the server says so
 * @param windowBytes of an answer that a server may send before its caller has taken them
 * @param ping how often a connection is asked whether it lives; one that does not say so before the
 *     next time is closed
 * @param kept for how long nobody need use a connection before it is closed, at the next ping
 */
public record Sharing(int calls, int windowBytes, Duration ping, Duration kept) {

    static final Duration KEPT = Duration.ofMinutes(1);

    /** None is shared: every call has a connection of its own, by HTTP/1.1. */
    public static final Sharing NONE = new Sharing(0, 0, Duration.ZERO, Duration.ZERO);

    /** Those that nobody uses are kept for a minute. */
    public Sharing(int calls, int windowBytes, Duration ping) {
        this(calls, windowBytes, ping, KEPT);
    }

    boolean isOn() {
        return calls > 0;
    }

    /**
     * Twice all windows of a connection, so that callers who are slow never hold the others up:
     * what was taken is told to the server once it is half of this, and slow ones may hold the
     * other half.
     */
    int connectionWindowBytes() {
        return (int) Math.min(Integer.MAX_VALUE, 2L * calls * windowBytes);
    }
}
