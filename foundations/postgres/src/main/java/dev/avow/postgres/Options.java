package dev.avow.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How to run the embedded server. Immutable; {@link #toString()} does not show the password.
 *
 * @param dataDir the cluster's folder (PGDATA); made at the first start. Beside it lie its log
 *     ({@code postgres.log}) and {@code NAME.port} and {@code NAME.lock}, where NAME is the
 *     folder's own name
 * @param binariesDir the folder under which the server's programs are unpacked, once, as {@code
 *     VERSION-ARCH}; several data directories may share it
 * @param superuser the cluster's superuser: a lower-case SQL identifier that does not start with
 *     {@code pg_}
 * @param password the superuser's password, used only when the cluster is made: a later start with
 *     another password changes nothing, and connections with it are refused
 * @param port the TCP port on 127.0.0.1, or 0 to pick a free one at the first start and keep it as
 *     long as it is free
 * @param startTimeout how long to wait for the server to accept connections, crash recovery
 *     included; positive
 * @param parameters server parameters on top of {@link ServerParameters}; those that guard privacy
 *     or reachability are refused
 */
public record Options(
        Path dataDir,
        Path binariesDir,
        String superuser,
        String password,
        int port,
        Duration startTimeout,
        Map<String, String> parameters) {
    public Options {
        dataDir = dataDir.toAbsolutePath().normalize();
        binariesDir = binariesDir.toAbsolutePath().normalize();
        if (!superuser.matches("[a-z_][a-z0-9_]{0,62}") || superuser.startsWith("pg_")) {
            throw new IllegalArgumentException(
                    "the superuser's name must be a plain lower-case identifier");
        }
        if (password.isEmpty() || password.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException(
                    "the password must not be empty nor hold control characters");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the port must be 0 to 65535");
        }
        if (startTimeout.isNegative() || startTimeout.isZero()) {
            throw new IllegalArgumentException("the start timeout must be positive");
        }
        Objects.requireNonNull(dataDir.getParent(), "the data directory cannot be the root folder");
        parameters = Map.copyOf(parameters);
        ServerParameters.refuseReserved(parameters);
    }

    /**
     * Everything under {@code home/postgres}: data, programs, log; a free port, 60 seconds to
     * start, no own parameters.
     */
    public static Options inHome(Path home, String superuser, String password) {
        Path folder = home.resolve("postgres");
        return new Options(
                folder.resolve("data"),
                folder,
                superuser,
                password,
                0,
                Duration.ofSeconds(60),
                Map.of());
    }

    /**
     * The folder that all homes of this machine's user can share for the programs: {@code
     * ~/.cache/avow/postgres}.
     */
    public static Path sharedBinariesDir() {
        return Path.of(System.getProperty("user.home"), ".cache", "avow", "postgres");
    }

    public Options withBinariesDir(Path folder) {
        return new Options(dataDir, folder, superuser, password, port, startTimeout, parameters);
    }

    public Options withPort(int number) {
        return new Options(
                dataDir, binariesDir, superuser, password, number, startTimeout, parameters);
    }

    public Options withStartTimeout(Duration timeout) {
        return new Options(dataDir, binariesDir, superuser, password, port, timeout, parameters);
    }

    public Options withParameters(Map<String, String> more) {
        return new Options(dataDir, binariesDir, superuser, password, port, startTimeout, more);
    }

    @Override
    public String toString() {
        return "Options[dataDir=%s, binariesDir=%s, superuser=%s, port=%d, startTimeout=%s, parameters=%s]"
                .formatted(
                        dataDir, binariesDir, superuser, port, startTimeout, parameters.keySet());
    }
}
