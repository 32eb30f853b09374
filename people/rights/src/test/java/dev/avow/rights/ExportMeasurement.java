package dev.avow.rights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How fast a copy of a person's data is written, and what heap it takes beyond what was held
 * before. Not part of the tests: {@code -Davow.measure=true}. Figures: docs/measurements.md.
 */
@EnabledIfSystemProperty(named = "avow.measure", matches = "true")
final class ExportMeasurement {

    private static final int ROWS = 1_000_000;
    private static final long LOOK_EVERY = 32L << 20;

    @Test
    void write_aMillionUses_isMeasured() throws IOException {
        try (People people = new People()) {
            people.uses(people.anna, ROWS);
            people.sql("ANALYZE interactions");
            DataExport export =
                    new DataExport(
                            people.database.tenancy(),
                            people.users,
                            people.database.keyring(),
                            people.reader,
                            () -> {},
                            Optional.empty(),
                            people.clock);
            for (ExportFormat format : ExportFormat.values()) {
                measure(export, people, format);
            }
        }
    }

    private static void measure(DataExport export, People people, ExportFormat format)
            throws IOException {
        long before = live();
        long[] bytes = {0, 0};
        long start = System.nanoTime();
        export.write(People.TENANT, people.anna, format, part -> bytes[0] += part.length);
        double seconds = (System.nanoTime() - start) / 1e9;
        // Again, now with a look at the heap now and then, which takes time of its own.
        long[] most = {0};
        export.write(
                People.TENANT,
                people.anna,
                format,
                part -> {
                    bytes[1] += part.length;
                    if (bytes[1] / LOOK_EVERY != (bytes[1] - part.length) / LOOK_EVERY) {
                        most[0] = Math.max(most[0], live() - before);
                    }
                });
        Files.writeString(
                Path.of("target", "export.txt"),
                "%s: %d rows in %.1f s, %d rows/s, %d MB; %.1f MiB of heap beyond what was held before%n"
                        .formatted(
                                format.id(),
                                ROWS,
                                seconds,
                                Math.round(ROWS / seconds),
                                bytes[0] / 1_000_000,
                                most[0] / 1048576.0),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** What is reachable now, in bytes. */
    private static long live() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
