package dev.avow.engines.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What it costs that documents are read by others: a small PDF here and there. Not part of the
 * tests: {@code -Davow.measure=true}. Figures: docs/measurements.md.
 */
@EnabledIfSystemProperty(named = "avow.measure", matches = "true")
final class DocumentProcessesMeasurement {

    private static final int TIMES = 400;

    @Test
    void read_aSmallPdf_isMeasured() throws IOException {
        byte[] pdf = Pdfs.saying("Mail ada");
        ReaderLimits limits =
                new ReaderLimits(
                        2_000_000, Duration.ofMinutes(1), 1, 192, TIMES + 1, Duration.ofMinutes(5));
        try (DocumentProcesses documents = new DocumentProcesses(limits, true, false)) {
            tell("process", () -> documents.read(pdf));
            Path status = Path.of("/proc", String.valueOf(documents.pids().getFirst()), "status");
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .forEach(System.out::println);
        }
        tell("server", () -> new TikaReading(2_000_000, true).read(pdf));
    }

    private static void tell(String where, Runnable reading) {
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            reading.run();
            nanos[i] = System.nanoTime() - begun;
        }
        double first = nanos[0] / 1e6;
        long[] later = Arrays.copyOfRange(nanos, TIMES / 2, TIMES);
        Arrays.sort(later);
        System.out.printf(
                Locale.ROOT,
                "%s: first %.0f ms, later p50 %.2f ms, p99 %.2f ms%n",
                where,
                first,
                later[later.length / 2] / 1e6,
                later[later.length * 99 / 100] / 1e6);
    }
}
