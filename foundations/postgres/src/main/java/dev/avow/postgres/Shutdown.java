package dev.avow.postgres;

import java.time.Duration;

/**
 * PostgreSQL's ways to end, from the gentlest that does not wait for clients to the one that cannot
 * be refused. Nothing committed is lost by any of them; after the second and third, the write-ahead
 * log is replayed at the next start.
 *
 * <p>The patience with a fast shutdown matters: PostgreSQL 18.6 was seen never to finish one that
 * is asked for while it recovers from the crash of a backend. Source: PostgreSQL 18 documentation,
 * 18.5.
 */
enum Shutdown {
    FAST("INT", 10),
    IMMEDIATE("QUIT", 5),
    KILL("KILL", 5);

    private final String signal;
    private final Duration patience;

    Shutdown(String signal, int seconds) {
        this.signal = signal;
        this.patience = Duration.ofSeconds(seconds);
    }

    String signal() {
        return signal;
    }

    /** How long to wait before the next way is tried. */
    Duration patience() {
        return patience;
    }
}
