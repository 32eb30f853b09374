package dev.avow.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that tests start. */
final class FreePort {

    /** Below those that systems give to outgoing connections. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;

    /** The JVMs in which the tests run side by side, at most. */
    private static final int FORKS = 8;

    private static final int SHARE = (LAST - FIRST) / FORKS;

    /** Each JVM has ports of its own, and begins anywhere among them. */
    private static final int MINE =
            FIRST + Integer.getInteger("surefire.forkNumber", 1) % FORKS * SHARE;

    private static int next = ThreadLocalRandom.current().nextInt(SHARE);

    private FreePort() {}

    /**
     * One where nobody listens, that no test was given and that the system gives to nobody. Safe
     * for any thread.
     */
    static synchronized int any() {
        while (true) {
            next = (next + 1) % SHARE;
            try (ServerSocket socket =
                    new ServerSocket(MINE + next, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
    }
}
