package dev.avow.engines.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a reader takes until it could read: from the command to its first byte, its confinement
 * included. Not part of the tests: {@code -Davow.measure=true}. Figures: docs/measurements.md.
 */
@EnabledIfSystemProperty(named = "avow.measure", matches = "true")
final class ReaderStartMeasurement {

    private static final int TIMES = 12;
    private static final int MILLIS_OF_A_TICK = 10;

    @TempDir private Path folder;

    @Test
    void start_ofAReader_isMeasured() throws IOException {
        long[] wall = new long[TIMES];
        long[] processor = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            Process reader = new ReaderCommand(192, 2_000_000, 10, true).in(folder).start();
            if (reader.getInputStream().read() != 1) {
                throw new IllegalStateException("not confined");
            }
            wall[i] = (System.nanoTime() - begun) / 1_000_000;
            processor[i] = processorMillis(reader.pid());
            reader.destroyForcibly();
        }
        Arrays.sort(wall);
        System.out.printf(
                Locale.ROOT,
                "until ready: p50 %d ms, most %d ms; of processor %.0f ms%n",
                wall[TIMES / 2],
                wall[TIMES - 1],
                Arrays.stream(processor).average().orElseThrow());
    }

    /** proc_pid_stat(5): the 14th and 15th fields, of which the second may hold spaces. */
    private static long processorMillis(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_OF_A_TICK;
    }
}
