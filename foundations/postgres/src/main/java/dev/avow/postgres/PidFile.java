package dev.avow.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server writes to {@code postmaster.pid}. Source: PostgreSQL's {@code
 * src/include/utils/pidfile.h}: line 1 is the process, line 4 the port, line 8 the status, padded
 * with blanks.
 *
 * @param pid the postmaster's process id
 * @param port its TCP port; 0 while it is not yet written
 * @param status {@code starting}, {@code ready}, {@code stopping}, {@code standby}, or empty while
 *     not yet written
 */
record PidFile(long pid, int port, String status) {
    /** Empty where there is no file, or where it is being written or was torn by a crash. */
    static Optional<PidFile> read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException | java.nio.charset.MalformedInputException e) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(line(lines, 1));
            String port = line(lines, 4);
            return Optional.of(
                    new PidFile(
                            Math.absExact(pid),
                            port.isEmpty() ? 0 : Integer.parseInt(port),
                            line(lines, 8)));
        } catch (NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static String line(List<String> lines, int number) {
        return lines.size() < number ? "" : lines.get(number - 1).strip();
    }

    boolean ready() {
        return status.equals("ready") && port > 0;
    }
}
