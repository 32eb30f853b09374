package dev.avow.app;

import dev.avow.postgres.Options;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Avow as a process of its own, as the launcher starts it: for what only a process has, such as an
 * exit status, signals and a sudden death.
 */
final class AvowProcess implements Avow {

    private static final Pattern READY = Pattern.compile("Avow is ready: (http://\\S+)");
    private static final long PATIENCE_SECONDS = 90;
    private static final Path APP = Path.of("").toAbsolutePath();

    private final Process process;
    private final Path out;
    private final Path err;
    private String url = "";

    private AvowProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** How a command ended. */
    record Ended(int status, String out, String err) {

        /** What a command that succeeded printed, without the end of its line. */
        String line() {
            if (status != 0) {
                throw new AssertionError("ended with " + status + ": " + err);
            }
            return out.strip();
        }
    }

    /** Runs a command to its end. */
    static Ended run(Path home, Map<String, String> settings, String... command) {
        try (AvowProcess running = begin(home, settings, command)) {
            return running.await();
        }
    }

    /** Starts the server and returns once it says that it is ready. */
    static AvowProcess serve(Path home, Map<String, String> settings) {
        AvowProcess starting = begin(home, settings, "start");
        try {
            starting.awaitReady();
            return starting;
        } catch (RuntimeException | Error failed) {
            starting.close();
            throw failed;
        }
    }

    /** Starts a command and does not wait. */
    static AvowProcess begin(Path home, Map<String, String> settings, String... command) {
        try {
            Path outputs = Files.createDirectories(home.resolveSibling("outputs"));
            Path out = Files.createTempFile(outputs, "out", ".txt");
            Path err = Files.createTempFile(outputs, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(line(command));
            builder.environment().keySet().removeIf(name -> name.startsWith("AVOW_"));
            builder.environment().putAll(environment(home, settings));
            builder.redirectOutput(out.toFile()).redirectError(err.toFile());
            return new AvowProcess(builder.start(), out, err);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What every Avow of a test is given, and these settings. */
    static Map<String, String> environment(Path home, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        environment.put("AVOW_HOME", home.toString());
        // Unpacking them again for each home would be most of the work of a first start.
        environment.put("AVOW_DATABASE_PROGRAMS", Options.sharedBinariesDir().toString());
        environment.put("AVOW_PORT", String.valueOf(FreePort.any()));
        // By the clock: other tests keep the machine busy.
        environment.put("AVOW_CLASSIFICATION_BUDGET_MS", "20000");
        environment.putAll(settings);
        return environment;
    }

    private static List<String> line(String... command) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(
                List.of(
                        "@" + APP.resolve("jvm.options"),
                        "-Xmx256m",
                        "-Xmn128m", // a start then ends before the first collection
                        "-XX:TieredStopAtLevel=1", // most of them do not live long
                        "-XX:AOTCache=" + APP.resolve("target/startup.aot"),
                        "-cp",
                        APP.resolve("target/lib") + "/*",
                        Main.class.getName()));
        line.addAll(List.of(command));
        return line;
    }

    private void awaitReady() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            Matcher ready = READY.matcher(out());
            if (ready.find()) {
                url = ready.group(1);
                return;
            }
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("Avow did not become ready: " + out() + err());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Waits for the process to end by itself. */
    Ended await() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Avow did not end: " + out() + err());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
        return new Ended(process.exitValue(), out(), err());
    }

    /** SIGTERM, and waits for the end. */
    Ended terminate() {
        process.destroy();
        return await();
    }

    /** SIGKILL: no hook runs, nothing is written any more. Returns when the process is gone. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public String url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public String out() {
        return read(out);
    }

    @Override
    public String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The embedded database's process over a home folder; empty where none is alive. */
    static Optional<ProcessHandle> database(Path home) {
        File pidFile = home.resolve("postgres/data/postmaster.pid").toFile();
        try {
            List<String> lines = Files.readAllLines(pidFile.toPath());
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
        }
    }
}
