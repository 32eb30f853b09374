package dev.avow.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.telemetry.PrometheusText;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T9: operators read counts and times of what was asked, and never what it said or who asked. */
@ExtendWith(EndToEnd.class)
final class MetricsTest {

    private static final String CANARY = "canary-metrics@example.org";

    private final Installation avow;

    MetricsTest(Installation avow) {
        this.avow = avow;
    }

    private PrometheusText read() {
        Http.Answer answer = Http.get(avow.url() + "/metrics", "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain; version=0.0.4");
        return PrometheusText.of(answer.body());
    }

    private void ask(String model, boolean stream) {
        var _ =
                Http.post(
                        avow.baseUrl() + "/chat/completions",
                        avow.modelsKey(),
                        """
                        {"model": "%s", "stream": %s,
                         "messages": [{"role": "user", "content": "Write to %s"}]}
                        """
                                .formatted(model, stream, CANARY));
    }

    /** A page whose name was made to mean this machine reads by its browser, which says no more. */
    @Test
    void scrape_byAnotherNameThanThisMachines_isRefused() throws IOException {
        URI here = URI.create(avow.url());
        try (Socket socket = new Socket(here.getHost(), here.getPort())) {
            socket.getOutputStream()
                    .write(
                            String.join(
                                            "\r\n",
                                            "GET /metrics HTTP/1.1",
                                            "Host: rebound.example:8420",
                                            "Connection: close",
                                            "",
                                            "")
                                    .getBytes(US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 403");
        }
    }

    /** Other tests use this installation too, so what is looked at is what came since. */
    private static double since(
            PrometheusText before, PrometheusText after, String name, String... labels) {
        return after.sum(name, labels) - before.sum(name, labels);
    }

    @Test
    void scrape_afterCallsOfPresidiosApi_countsThemByPath() {
        PrometheusText before = read();
        String presidio = avow.url() + "/presidio/";
        var _ = Http.get(presidio + "supportedentities", avow.modelsKey());
        var _ = Http.post(presidio + "analyze", avow.modelsKey(), "{");
        var _ = Http.get(presidio + "canary-path", avow.modelsKey());

        Eventually.holds(
                "all three are counted",
                () -> {
                    PrometheusText now = read();
                    return since(before, now, "avow_requests_total", "supportedentities", "2xx")
                                    >= 1
                            && since(before, now, "avow_requests_total", "analyze", "4xx") >= 1
                            && since(before, now, "avow_requests_total", "\"other\"", "4xx") >= 1;
                });
        assertThat(Http.get(avow.url() + "/metrics", "").body()).doesNotContain("canary-path");
    }

    @Test
    void scrape_afterRequestsOfEachKind_countsThem() {
        PrometheusText before = read();
        ask("fake/echo", false);
        ask("fake/echo", true);
        ask("fake/blocked", false);
        ask("down/gone", false);

        // An answer is counted when its last byte has left.
        Eventually.holds(
                "all four are counted",
                () -> since(before, read(), "avow_requests_total", "/v1/chat/completions") >= 4);
        PrometheusText after = read();
        assertThat(
                        since(
                                before,
                                after,
                                "avow_requests_total",
                                "action=\"mask\"",
                                "provider=\"fake\"",
                                "status=\"2xx\""))
                .isEqualTo(2);
        assertThat(
                        since(
                                before,
                                after,
                                "avow_requests_total",
                                "action=\"block\"",
                                "status=\"4xx\""))
                .isEqualTo(1);
        assertThat(since(before, after, "avow_requests_total", "provider=\"down\"")).isEqualTo(1);
        assertThat(since(before, after, "avow_faults_total", "code=\"policy_blocked\""))
                .isEqualTo(1);
        assertThat(since(before, after, "avow_faults_total", "code=\"provider_unreachable\""))
                .isEqualTo(1);
        assertThat(since(before, after, "avow_findings_total", "type=\"email\"", "in=\"prompt\""))
                .isEqualTo(4);
        assertThat(since(before, after, "avow_uses_total", "status=\"completed\"")).isEqualTo(2);
        assertThat(since(before, after, "avow_first_byte_seconds_count")).isEqualTo(1);
        assertThat(since(before, after, "avow_overhead_seconds_count")).isEqualTo(2);
        assertThat(since(before, after, "avow_classification_seconds_count"))
                .isGreaterThanOrEqualTo(4);
        assertThat(since(before, after, "avow_tokens_total", "model=\"other\"")).isPositive();
    }

    @Test
    void scrape_parts_sayHowTheyAre() {
        PrometheusText now = read();

        assertThat(now.sum("avow_record_ready")).isEqualTo(1);
        assertThat(now.samples()).containsEntry("avow_record_unreadable_files", 0.0);
        assertThat(now.sum("avow_database_connections", "state=\"most\"")).isEqualTo(12);
        assertThat(now.samples())
                .containsKeys(
                        "avow_record_waiting{to=\"database\"}",
                        "avow_provider_breaker{provider=\"fake\"}",
                        "avow_audit_append_failures",
                        "avow_mail_waiting",
                        "avow_backup_failing",
                        "jvm_memory_used_bytes{area=\"heap\",id=\"Eden Space\"}");
    }

    @Test
    void scrape_text_holdsNothingPersonal() {
        ask("fake/echo", false);
        ask("fake/" + CANARY, false);

        assertThat(Http.get(avow.url() + "/metrics", "").body())
                .doesNotContain("canary", "example.org", "end to end")
                .doesNotContain(avow.modelsKey().substring(5, 15));
    }

    @Test
    void scrape_fromElsewhere_isRefused() throws Exception {
        HttpRequest throughAProxy =
                HttpRequest.newBuilder(URI.create(avow.url() + "/metrics"))
                        .header("X-Forwarded-For", "192.0.2.7")
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(throughAProxy, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("AVOW_METRICS_TOKEN_FILE").doesNotContain("jvm_");
        }
    }
}
