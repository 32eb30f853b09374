package dev.avow.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that the benchmark started, its output in {@code log}. It ends when this JVM does. */
final class Child implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofSeconds(15);

    /** Raises the limit of open files where we may (root), else takes what there is. */
    private static final String WITH_MANY_FILES =
            "ulimit -n 100000 2>/dev/null || ulimit -n \"$(ulimit -Hn)\"; exec \"$@\"";

    private final Process process;
    private final Path log;
    private final Thread atExit = new Thread(this::end);

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts {@code command} in {@code folder}.
     *
     * @throws IOException where the log cannot be written or the command does not exist
     */
    static Child start(List<String> command, Map<String, String> env, Path folder, Path log)
            throws IOException {
        List<String> whole = new ArrayList<>(List.of("sh", "-c", WITH_MANY_FILES, "sh"));
        whole.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(whole)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(env);
        return new Child(builder.start(), log);
    }

    /** A port on loopback that was free a moment ago. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    long pid() {
        return process.pid();
    }

    /** Asks {@code ready} ten times a second; false where the process ends or time runs out. */
    boolean await(BooleanSupplier ready, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (ready.getAsBoolean()) {
                return true;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** Waits for the process to end by itself; false where it is still running. */
    boolean ended(Duration limit) {
        return !await(() -> false, limit) && !process.isAlive();
    }

    /** Its exit status, once {@link #ended}. */
    int exitCode() {
        return process.exitValue();
    }

    /** The last line that it printed, for telling why it did not come up; empty where none. */
    String lastWords() {
        return output().strip().lines().reduce("", (_, line) -> line).strip();
    }

    /** All that it printed so far. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void end() {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        below.forEach(ProcessHandle::destroyForcibly);
    }
}
