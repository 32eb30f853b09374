package dev.avow.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which TCP port the server takes. */
final class Ports {
    private Ports() {}

    /**
     * The port asked for; for 0 the one kept from earlier starts while it is free, else a free one,
     * which is then kept. Another program may still take it before the server does.
     *
     * @throws PostgresUnavailable where the port asked for is taken
     */
    static int choose(int asked, Path keptIn) throws IOException {
        if (asked != 0) {
            if (!free(asked)) {
                throw Diagnosis.portTaken(asked);
            }
            return asked;
        }
        int kept = kept(keptIn);
        if (kept != 0 && free(kept)) {
            return kept;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            int port = socket.getLocalPort();
            Files.writeString(keptIn, port + "\n");
            return port;
        }
    }

    private static int kept(Path file) throws IOException {
        if (Files.notExists(file)) {
            return 0;
        }
        String text = Files.readString(file).strip();
        return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) & 0xffff : 0;
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As PostgreSQL does: connections of an earlier server in TIME_WAIT do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
