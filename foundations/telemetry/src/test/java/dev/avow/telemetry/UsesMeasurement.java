package dev.avow.telemetry;

import dev.avow.words.Destination;
import dev.avow.words.Ids;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Processor time that counting takes of a request, on one thread and warm; see docs/metrics.md. */
@EnabledIfSystemProperty(named = "avow.measure", matches = "true")
final class UsesMeasurement {

    private static final int REQUESTS = 1_000_000;

    @Test
    void counting_allOfARequest_takesLittle() throws Exception {
        StringBuilder lines = new StringBuilder();
        try (Metrics metrics = new Metrics()) {
            Uses uses = new Uses(metrics, 50, List.of("gpt"), Set.of("email"));
            Destination destination =
                    new Destination(TenantId.DEFAULT, Ids.next(), "openai", "example.com", "gpt");
            for (int round = 0; round < 6; round++) {
                long begun = processorTime();
                for (int i = 0; i < REQUESTS; i++) {
                    count(uses, destination);
                }
                lines.append((processorTime() - begun) / REQUESTS).append(" ns a request\n");
            }
        }
        Files.writeString(Path.of("target/counting.txt"), lines);
    }

    /** Of this thread alone, so that others on the machine do not count. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void count(Uses uses, Destination destination) {
        String provider = uses.provider(destination);
        uses.asked(provider);
        uses.classified(20_000);
        uses.found("email", "prompt", 1);
        uses.overhead(Route.CHAT_COMPLETIONS, 200_000);
        uses.firstByte(Route.CHAT_COMPLETIONS, 900_000);
        uses.ended("completed");
        uses.tokens(provider, "gpt", 10, 10);
        uses.answered(Route.CHAT_COMPLETIONS, 200, "mask", provider, 1_000_000);
    }
}
