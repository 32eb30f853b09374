package dev.avow.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Destination;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is counted, and what never becomes a label. */
final class UsesTest {

    private final Metrics metrics = new Metrics();
    private final Uses uses = new Uses(metrics, 2, List.of("gpt"), Set.of("email"));

    @AfterEach
    void close() {
        metrics.close();
    }

    private PrometheusText read() {
        return PrometheusText.of(metrics.text());
    }

    private static Destination destination(TenantId tenant, String provider) {
        return new Destination(tenant, Ids.next(), provider, "api.example.com", "gpt");
    }

    @Test
    void answered_several_areCountedByTheirLabels() {
        uses.answered(Route.MESSAGES, 200, "mask", "openai", 2_000_000);
        uses.answered(Route.MESSAGES, 201, "mask", "openai", 2_000_000);
        uses.answered(Route.MESSAGES, 403, "block", null, 1_000);
        uses.answered(null, 404, null, null, 1_000);

        PrometheusText read = read();
        assertThat(
                        read.sum(
                                "avow_requests_total",
                                "route=\"/v1/messages\"",
                                "status=\"2xx\"",
                                "action=\"mask\"",
                                "provider=\"openai\""))
                .isEqualTo(2);
        assertThat(read.sum("avow_requests_total", "action=\"block\"", "provider=\"none\""))
                .isEqualTo(1);
        assertThat(read.sum("avow_requests_total", "route=\"other\"", "status=\"4xx\""))
                .isEqualTo(1);
        assertThat(read.sum("avow_request_seconds_count", "/v1/messages")).isEqualTo(3);
        assertThat(read.sum("avow_request_seconds_bucket", "/v1/messages", "le=\"0.001\""))
                .isEqualTo(1);
    }

    @Test
    void labels_whatCallersAndTenantsChose_areOther() {
        uses.found("email", "prompt", 3);
        uses.found("project-nightingale", "prompt", 1);
        uses.tokens("openai", "gpt", 5, null);
        uses.tokens("openai", "ada@example.org", 7, 1);
        TenantId another = new TenantId(Ids.next());
        uses.asked(uses.provider(destination(another, "their-secret-host")));
        for (String each : List.of("one", "two", "three", "two")) {
            uses.asked(uses.provider(destination(TenantId.DEFAULT, each)));
        }

        PrometheusText read = read();
        assertThat(read.sum("avow_findings_total", "type=\"email\"")).isEqualTo(3);
        assertThat(read.sum("avow_findings_total", "type=\"other\"")).isEqualTo(1);
        assertThat(read.sum("avow_tokens_total", "model=\"gpt\"", "direction=\"in\"")).isEqualTo(5);
        assertThat(read.sum("avow_tokens_total", "model=\"other\"")).isEqualTo(8);
        assertThat(read.sum("avow_provider_calls_total", "provider=\"two\"")).isEqualTo(2);
        assertThat(read.sum("avow_provider_calls_total", "provider=\"other\"")).isEqualTo(2);
        assertThat(metrics.text())
                .doesNotContain("nightingale", "ada@", "their-secret-host", "three");
    }

    @Test
    void counters_ofManyThreads_loseNothing() throws InterruptedException {
        List<Thread> threads =
                IntStream.range(0, 8)
                        .mapToObj(_ ->
                                Thread.ofVirtual()
                                        .start(() -> {
                                            for (int i = 0; i < 10_000; i++) {
                                                uses.refused(FaultCode.BUDGET_EXCEEDED);
                                            }
                                        }))
                        .toList();
        for (Thread each : threads) {
            each.join();
        }

        assertThat(read().sum("avow_faults_total", "code=\"budget_exceeded\"")).isEqualTo(80_000);
    }

    @Test
    void gauges_whereReadingFails_areAbsentAndTheRestIsThere() {
        metrics.gauges(
                "avow.broken",
                "Broken",
                () -> {
                    throw new IllegalStateException("the database is away");
                });
        metrics.gauges(
                "avow.whole", "Whole", () -> List.of(new Metrics.Row(Map.of("of", "all"), 4)));

        PrometheusText read = read();
        assertThat(read.sum("avow_whole", "of=\"all\"")).isEqualTo(4);
        assertThat(read.samples().keySet()).noneMatch(each -> each.startsWith("avow_broken"));
        assertThat(read.sum("jvm_threads_live_threads")).isPositive();
        assertThat(read.sum("process_uptime_seconds")).isPositive();
    }
}
